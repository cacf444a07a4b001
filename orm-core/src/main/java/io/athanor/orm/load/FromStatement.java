package io.athanor.orm.load;

import io.athanor.sql.tree.RowShape;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.SqlVisitor;
import io.athanor.sql.tree.StatementOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Entities read from the rows of a statement that was written otherwise; SQLAlchemy's {@code from_statement}.
 *
 * @param selected what is read
 * @param written yields the rows
 * @param options what is loaded along, and how
 * @param shapeOfRows what the rows become
 * @param <T> what each row yields
 */
public record FromStatement<T>(
        List<? extends Selectable<?>> selected,
        RowStatement<?> written,
        List<StatementOption> options,
        RowShape<T> shapeOfRows)
        implements RowStatement<T> {
    @Override
    public void accept(SqlVisitor visitor) {
        written.accept(visitor);
    }

    @Override
    public List<SqlNode> children() {
        List<SqlNode> children = new ArrayList<>(selected);
        children.add(written);
        return children;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        int count = children.size() - 1;
        List<Selectable<?>> others = new ArrayList<>();
        children.subList(0, count).forEach(each -> others.add((Selectable<?>) each));
        return new FromStatement<>(others, (RowStatement<?>) children.get(count), options, shapeOfRows);
    }

    @Override
    public Object shape() {
        return options;
    }
}
