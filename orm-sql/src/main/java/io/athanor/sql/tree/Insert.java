package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT of one row or several. Immutable and thread-safe: every clause returns a new statement. Columns that are not
 * set take their client-side default if they have one, else the database's.
 *
 * @since 0.1.0
 */
public final class Insert implements Statement {
    private final FromClause table;
    private final List<List<Assignment>> rows;

    private Insert(FromClause table, List<List<Assignment>> rows) {
        this.table = table;
        this.rows = rows;
    }

    /**
     * Insert into a table.
     *
     * @param table a table or an entity
     */
    public Insert(FromClause table) {
        this(table, List.of());
    }

    private List<Assignment> onlyRow() {
        if (rows.size() > 1) {
            throw new ArgumentException(
                    "Insert has [%d] rows already; set their columns in rows(…)".formatted(rows.size()));
        }
        return rows.isEmpty() ? List.of() : rows.get(0);
    }

    private Insert with(AssignmentList changed) {
        return new Insert(table, List.of(changed.toList()));
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
     * @param source the elements, at least one
     * @param each sets the columns of an element's row
     * @param <S> the elements' class
     * @return a new statement
     */
    public <S> Insert rows(Iterable<? extends S> source, BiConsumer<Assignments, ? super S> each) {
        List<List<Assignment>> all = new ArrayList<>(rows);
        for (S element : source) {
            AssignmentList row = new AssignmentList(List.of());
            each.accept(row, element);
            all.add(inOrderOf(all, row.toList()));
        }
        if (all.isEmpty()) {
            throw new ArgumentException("Insert into [%s] was given no rows; give at least one"
                    .formatted(table instanceof NamedTable named ? named.name() : table));
        }
        return new Insert(table, List.copyOf(all));
    }

    private static List<Assignment> inOrderOf(List<List<Assignment>> before, List<Assignment> row) {
        if (before.isEmpty()) {
            return row;
        }
        List<Assignment> ordered = new ArrayList<>();
        for (Assignment first : before.get(0)) {
            row.stream().filter(a -> a.column().equals(first.column())).forEach(ordered::add);
        }
        if (ordered.size() != row.size() || row.size() != before.get(0).size()) {
            throw new ArgumentException(
                    "Row [%d] sets columns %s, but the first row sets %s; set the same columns in each row"
                            .formatted(before.size() + 1, names(row), names(before.get(0))));
        }
        return List.copyOf(ordered);
    }

    private static List<String> names(List<Assignment> row) {
        return row.stream().map(a -> a.column().name()).toList();
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
     * @return one list of assignments per row; none for a row of defaults only
     */
    public List<List<Assignment>> rows() {
        return rows;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitInsert(this);
    }

    @Override
    public List<SqlNode> children() {
        List<SqlNode> children = new ArrayList<>();
        children.add(table);
        rows.forEach(children::addAll);
        return children;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        FromClause newTable = nodes.next();
        List<List<Assignment>> newRows = new ArrayList<>();
        for (List<Assignment> row : rows) {
            newRows.add(nodes.next(row.size()));
        }
        return new Insert(newTable, List.copyOf(newRows));
    }

    @Override
    public Object shape() {
        return rows.size();
    }
}
