package io.athanor.sql.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * An INSERT, UPDATE or DELETE that yields the rows it changed: as they are now, or as they were if they are gone. Immutable
 * and thread-safe.
 *
 * @param <T> what each row yields
 * @since 0.1.0
 */
public final class Returning<T> implements RowStatement<T> {
    private final Statement change;
    private final List<? extends Selectable<?>> selected;
    private final RowShape<T> shape;

    private Returning(Statement change, List<? extends Selectable<?>> selected, RowShape<T> shape) {
        this.change = change;
        this.selected = selected;
        this.shape = shape;
    }

    Returning(Statement change, RowShape<T> shape) {
        this(change, shape.selected(), shape);
    }

    /**
     * Return what changes rows.
     *
     * @return an {@link Insert}, {@link Update} or {@link Delete}
     */
    public Statement change() {
        return change;
    }

    /**
     * Return what whoever executes the statement was told.
     *
     * @return the options of the change
     */
    public List<StatementOption> statementOptions() {
        ChangeOptions options = change instanceof Insert insert
                ? insert.options()
                : change instanceof Update update
                        ? update.options()
                        : change instanceof Delete delete ? delete.options() : ChangeOptions.NONE;
        return options.more();
    }

    /**
     * Return what the rows hold.
     *
     * @return the list behind RETURNING
     */
    public List<? extends Selectable<?>> selected() {
        return selected;
    }

    /**
     * Return other columns of the same rows; for layers that know what an entity's columns are.
     *
     * @param columns what takes the place of what is returned now
     * @return a new statement
     */
    public Returning<Row> withOnlyColumns(List<? extends Selectable<?>> columns) {
        return new Returning<>(change, RowShape.rows(columns));
    }

    /**
     * Yield the same of another change of the same table; for those who execute a change in portions.
     *
     * @param portion the change
     * @return a new statement
     */
    public Returning<T> of(Statement portion) {
        return new Returning<>(portion, selected, shape);
    }

    /**
     * Name these rows in WITH, for a statement that uses them.
     *
     * @param name the name
     * @return a table of the rows
     */
    public DerivedTable cte(String name) {
        return Cte.of(this, name);
    }

    @Override
    public RowShape<T> shapeOfRows() {
        return shape;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitReturning(this);
    }

    @Override
    public List<SqlNode> children() {
        List<SqlNode> children = new ArrayList<>();
        children.add(change);
        children.addAll(selected);
        return children;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new Returning<>(nodes.next(), nodes.next(selected.size()), shape);
    }
}
