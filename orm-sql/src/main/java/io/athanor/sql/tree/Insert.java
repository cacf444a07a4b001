package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT of one row or several, or of what a SELECT yields. Immutable and thread-safe: every clause returns a new
 * statement. Columns are written in the order of the table; those that are not set take their client-side default if they
 * have one, else the database's.
 *
 * @since 0.1.0
 */
public final class Insert implements Statement {
    private final FromClause table;
    private final InsertSource source;
    private final @Nullable ConflictClause conflict;
    private final ChangeOptions options;

    private Insert(FromClause table, InsertSource source, @Nullable ConflictClause conflict, ChangeOptions options) {
        this.table = table;
        this.source = source;
        this.conflict = conflict;
        this.options = options;
    }

    /**
     * Insert into a table.
     *
     * @param table a table or an entity
     */
    public Insert(FromClause table) {
        this(table, InsertSource.NONE, null, ChangeOptions.NONE);
    }

    private List<Assignment> onlyRow() {
        if (source.rows().size() > 1 || !source.columns().isEmpty()) {
            throw new ArgumentException("Insert into [%s] has %s already; set their columns there"
                    .formatted(
                            name(),
                            source.columns().isEmpty()
                                    ? "[" + source.rows().size() + "] rows"
                                    : "the columns of a SELECT"));
        }
        return source.rows().isEmpty() ? List.of() : source.rows().get(0);
    }

    private Insert with(AssignmentList changed) {
        return with(InsertSource.of(List.of(changed.toList())));
    }

    private Insert with(InsertSource changed) {
        return new Insert(table, changed, conflict, options);
    }

    private Insert with(ChangeOptions changed) {
        return new Insert(table, source, conflict, changed);
    }

    Insert with(ConflictClause changed) {
        return new Insert(table, source, changed, options);
    }

    /**
     * Set a column to a value.
     *
     * @param column the column
     * @param value the value, bound; a {@code null} variable gives NULL
     * @param <T> the Java type
     * @return a new statement
     */
    public <T> Insert set(NamedColumn<T> column, @Nullable T value) {
        return with(new AssignmentList(onlyRow()).set(column, value));
    }

    /**
     * Set a column to an expression.
     *
     * @param column the column
     * @param value the expression
     * @param <T> the Java type
     * @return a new statement
     */
    public <T> Insert set(NamedColumn<T> column, Expression<? extends T> value) {
        return with(new AssignmentList(onlyRow()).set(column, value));
    }

    /**
     * Set a column to NULL.
     *
     * @param column the column
     * @return a new statement
     */
    public Insert setNull(NamedColumn<?> column) {
        return with(new AssignmentList(onlyRow()).setNull(column));
    }

    /**
     * Insert a row for each element. All rows must set the same columns.
     *
     * @param elements the elements, at least one
     * @param each sets the columns of an element's row
     * @param <S> the elements' class
     * @return a new statement
     */
    public <S> Insert rows(Iterable<? extends S> elements, BiConsumer<Assignments, ? super S> each) {
        if (!source.columns().isEmpty()) {
            onlyRow();
        }
        List<List<Assignment>> all = new ArrayList<>(source.rows());
        for (S element : elements) {
            AssignmentList row = new AssignmentList(List.of());
            each.accept(row, element);
            all.add(inOrderOf(all, row.toList()));
        }
        if (all.isEmpty()) {
            throw new ArgumentException("Insert into [%s] was given no rows; give at least one".formatted(name()));
        }
        return with(InsertSource.of(List.copyOf(all)));
    }

    private static List<Assignment> inOrderOf(List<List<Assignment>> before, List<Assignment> row) {
        if (before.isEmpty()) {
            return row;
        }
        List<Assignment> first = before.get(0);
        List<Assignment> ordered = new ArrayList<>(row.size());
        for (int i = 0; i < first.size(); i++) {
            NamedColumn<?> column = first.get(i).column();
            boolean isInPlace = i < row.size() && row.get(i).column().equals(column);
            if (isInPlace) {
                ordered.add(row.get(i));
            } else {
                row.stream().filter(a -> a.column().equals(column)).forEach(ordered::add);
            }
        }
        if (ordered.size() != row.size() || row.size() != first.size()) {
            throw new ArgumentException(
                    "Row [%d] sets columns %s, but the first row sets %s; set the same columns in each row"
                            .formatted(before.size() + 1, names(row), names(first)));
        }
        return List.copyOf(ordered);
    }

    private static List<String> names(List<Assignment> row) {
        return row.stream().map(a -> a.column().name()).toList();
    }

    private String name() {
        return table instanceof NamedTable named ? named.name() : table.toString();
    }

    /**
     * Name the columns that a SELECT fills; state it by {@link #from}.
     *
     * @param columns the columns in the order of the SELECT, at least one
     * @return a new statement
     */
    public Insert columns(NamedColumn<?>... columns) {
        if (!source.rows().isEmpty()) {
            throw new ArgumentException("Insert into [%s] sets columns [%s] by value already; drop set(…) or columns(…)"
                    .formatted(name(), String.join(", ", names(source.rows().get(0)))));
        }
        return with(new InsertSource(List.of(), List.of(columns), source.select()));
    }

    /**
     * Insert what a SELECT yields into the columns that {@link #columns} names.
     *
     * @param select the SELECT, with a value for each column
     * @return a new statement
     */
    public Insert from(SelectSource<?> select) {
        if (source.columns().isEmpty()) {
            throw new ArgumentException(
                    "Insert into [%s] has no columns for the SELECT; call columns(…) before from(…)".formatted(name()));
        }
        SelectStatement<?> statement = select.toSelect();
        boolean isCounted = statement.selected().stream().allMatch(Expression.class::isInstance);
        if (isCounted && statement.selected().size() != source.columns().size()) {
            throw new ArgumentException(
                    "Insert into [%s] names [%d] columns, but the SELECT yields [%d]; make them equal"
                            .formatted(
                                    name(),
                                    source.columns().size(),
                                    statement.selected().size()));
        }
        return with(new InsertSource(List.of(), source.columns(), statement));
    }

    /**
     * Leave columns that are not set to the database, even those with a client-side default.
     *
     * @return a new statement
     */
    public Insert withoutDefaults() {
        return with(options.withoutDefaults());
    }

    /**
     * Do not ask for the generated key, on databases whose INSERT says it unasked.
     *
     * @return a new statement
     */
    public Insert inline() {
        return with(options.inline());
    }

    /**
     * State what is done about a row that has the same key already.
     *
     * @param target the columns of the key, a primary key or a unique one; none for any key
     * @return what to say it to
     */
    public OnConflict onConflict(NamedColumn<?>... target) {
        return new ConflictTarget(this, List.of(target), null);
    }

    /**
     * State what is done about a row that violates a constraint; for databases that know it by name, such as PostgreSQL.
     *
     * @param name the constraint's name
     * @return what to say it to
     */
    public OnConflict onConflictOf(String name) {
        return new ConflictTarget(this, List.of(), name);
    }

    /**
     * Give keywords, such as {@code OR REPLACE}, or an optimizer hint, where the dialect is one that takes them.
     *
     * @param hint the hint
     * @return a new statement
     * @throws io.athanor.sql.error.ArgumentException if the hint belongs elsewhere
     */
    public Insert hint(Hint hint) {
        return with(options.withHint(hint));
    }

    /**
     * Tell whoever executes the statement how; a floor above reads it, such as how a session takes the rows that it yields.
     *
     * @param first an option
     * @param more further options
     * @return a new statement
     */
    public Insert options(StatementOption first, StatementOption... more) {
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
     * Return what is inserted into.
     *
     * @return the table
     */
    public FromClause table() {
        return table;
    }

    /**
     * Return the rows.
     *
     * @return one list of assignments per row; none for a row of defaults only, or if a SELECT gives them
     */
    public List<List<Assignment>> rows() {
        return source.rows();
    }

    /**
     * Insert only some of the rows; for those who execute an INSERT of many rows in portions.
     *
     * @param from the first row, counted from 0
     * @param to the row behind the last one
     * @return a new statement
     * @throws IndexOutOfBoundsException if there are no such rows
     */
    public Insert slice(int from, int to) {
        return with(InsertSource.of(List.copyOf(source.rows().subList(from, to))));
    }

    /**
     * Return the columns that a SELECT fills.
     *
     * @return the columns; none if there is no SELECT
     */
    public List<NamedColumn<?>> columns() {
        return source.columns();
    }

    /**
     * Return the SELECT that gives the rows.
     *
     * @return the statement, or {@code null} if there is none
     */
    public @Nullable SelectStatement<?> select() {
        return source.select();
    }

    /**
     * Return what is done about a row that has the same key already.
     *
     * @return the clause, or {@code null} if nothing is said
     */
    public @Nullable ConflictClause conflict() {
        return conflict;
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
        visitor.visitInsert(this);
    }

    @Override
    public List<SqlNode> children() {
        List<SqlNode> children = new ArrayList<>();
        children.add(table);
        children.addAll(source.children());
        if (conflict != null) {
            children.add(conflict);
        }
        return children;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        FromClause newTable = nodes.next();
        InsertSource newSource = source.withChildren(nodes);
        return new Insert(newTable, newSource, conflict == null ? null : nodes.next(), options);
    }

    @Override
    public Object shape() {
        return Arrays.asList(source.shape(), conflict != null, options);
    }
}
