package io.athanor.sql.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A DELETE. Immutable and thread-safe: every clause returns a new statement. Other tables that conditions name are found as
 * a SELECT finds its FROM.
 *
 * @since 0.1.0
 */
public final class Delete implements Statement {
    private final FromClause table;
    private final List<FromClause> others;
    private final List<Expression<Boolean>> conditions;
    private final ChangeOptions options;

    private Delete(
            FromClause table, List<FromClause> others, List<Expression<Boolean>> conditions, ChangeOptions options) {
        this.table = table;
        this.others = others;
        this.conditions = conditions;
        this.options = options;
    }

    /**
     * Delete from a table.
     *
     * @param table a table, an alias of one, or an entity
     */
    public Delete(FromClause table) {
        this(table, List.of(), List.of(), ChangeOptions.NONE);
    }

    private Delete with(ChangeOptions changed) {
        return new Delete(table, others, conditions, changed);
    }

    /**
     * Name other tables whose columns conditions use. Those that conditions name are found without.
     *
     * @param more tables, aliases, subqueries or joins
     * @return a new statement
     */
    public Delete using(FromClause... more) {
        List<FromClause> all = new ArrayList<>(others);
        all.addAll(List.of(more));
        return new Delete(table, List.copyOf(all), conditions, options);
    }

    /**
     * Add conditions; all must hold. Without any, every row is meant.
     *
     * @param more the conditions
     * @return a new statement
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, into a list of the same element type
    public final Delete where(Expression<Boolean>... more) {
        List<Expression<Boolean>> all = new ArrayList<>(conditions);
        all.addAll(List.of(more));
        return new Delete(table, others, List.copyOf(all), options);
    }

    /**
     * Change so many rows at most, of the databases that can.
     *
     * @param rows the number
     * @return a new statement
     */
    public Delete limit(int rows) {
        return with(options.withLimit(rows));
    }

    /**
     * Give keywords, such as {@code OR REPLACE}, or an optimizer hint, where the dialect is one that takes them.
     *
     * @param hint the hint
     * @return a new statement
     * @throws io.athanor.sql.error.ArgumentException if the hint belongs elsewhere
     */
    public Delete hint(Hint hint) {
        return with(options.withHint(hint));
    }

    /**
     * Tell whoever executes the statement how; a floor above reads it, such as how a session is brought up to date.
     *
     * @param first an option
     * @param more further options
     * @return a new statement
     */
    public Delete options(StatementOption first, StatementOption... more) {
        List<StatementOption> all = new ArrayList<>();
        all.add(first);
        all.addAll(List.of(more));
        return with(options.with(all));
    }

    /**
     * Yield one value of each changed row.
     *
     * @param one what is yielded
     * @param <T> what each row yields
     * @return a statement that yields rows
     */
    public <T> Returning<T> returning(Selectable<T> one) {
        return new Returning<>(this, RowShape.only(one));
    }

    /**
     * Yield values of each changed row.
     *
     * @param many what is yielded
     * @return a statement that yields rows
     */
    public Returning<Row> returning(Selectable<?>... many) {
        return new Returning<>(this, RowShape.rows(List.of(many)));
    }

    /**
     * Return what is deleted from.
     *
     * @return the table
     */
    public FromClause table() {
        return table;
    }

    /**
     * Return the other tables that were named.
     *
     * @return the tables in order
     */
    public List<FromClause> others() {
        return others;
    }

    /**
     * Return the conditions.
     *
     * @return all of WHERE
     */
    public List<Expression<Boolean>> conditions() {
        return conditions;
    }

    /**
     * Return what is said beside rows and conditions.
     *
     * @return the options
     */
    public ChangeOptions options() {
        return options;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitDelete(this);
    }

    @Override
    public List<SqlNode> children() {
        List<SqlNode> children = new ArrayList<>();
        children.add(table);
        children.addAll(others);
        children.addAll(conditions);
        return children;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new Delete(nodes.next(), nodes.next(others.size()), nodes.next(conditions.size()), options);
    }

    @Override
    public Object shape() {
        return List.of(others.size(), options);
    }
}
