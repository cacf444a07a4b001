package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.util.List;

/**
 * EXTRACT.
 *
 * @param part what is taken out
 * @param operand a date, a time, a timestamp or an interval
 * @since 0.1.0
 */
public record Extraction(DatePart part, Expression<?> operand) implements Expression<Integer> {
    @Override
    public SqlType<Integer> type() {
        return SqlTypes.INTEGER;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitExtraction(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(operand);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new Extraction(part, new Nodes(children).next());
    }

    @Override
    public Object shape() {
        return part;
    }
}
