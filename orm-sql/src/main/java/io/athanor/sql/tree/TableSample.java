package io.athanor.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a table, taken at random. Equal only to itself.
 *
 * @since 0.1.0
 */
public final class TableSample extends SelectedTable {
    private final SqlNode method;
    private final @Nullable Expression<?> seed;

    private TableSample(SqlNode table, @Nullable String name, SqlNode method, @Nullable Expression<?> seed) {
        super(table, name);
        this.method = method;
        this.seed = seed;
    }

    /**
     * Take a sample.
     *
     * @param table the table
     * @param method the method with the share of the rows in hundredths, such as
     *     {@code func.call("bernoulli", DOUBLE, value(10.0))}
     * @return the sample, under a generated name
     */
    public static TableSample of(NamedTable table, FunctionCall<?> method) {
        return new TableSample(table, null, method, null);
    }

    /**
     * Take the same sample each time.
     *
     * @param number what the choice is made from
     * @return a new sample
     */
    public TableSample repeatable(Expression<? extends Number> number) {
        return new TableSample(element(), nameOrNull(), method, number);
    }

    /**
     * Return how the rows are chosen.
     *
     * @return the method
     */
    public SqlNode method() {
        return method;
    }

    /**
     * Return what the choice is made from.
     *
     * @return the number, or {@code null} if the choice differs each time
     */
    public @Nullable Expression<?> seed() {
        return seed;
    }

    @Override
    public TableSample as(String alias) {
        return new TableSample(element(), alias, method, seed);
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitTableSample(this);
    }

    @Override
    public List<SqlNode> children() {
        return seed == null ? List.of(element(), method) : List.of(element(), method, seed);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new TableSample(nodes.next(), nameOrNull(), nodes.next(), seed == null ? null : nodes.next());
    }
}
