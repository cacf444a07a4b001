package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.SelectClauses.Clause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Statements combined by UNION, INTERSECT or EXCEPT. Immutable and thread-safe: every clause returns a new statement. Its
 * columns are called as those of the first member.
 *
 * @param <T> what each row yields
 * @since 0.1.0
 */
public final class SetOperation<T> implements SelectStatement<T> {
    private final SetOperator operator;
    private final SelectClauses clauses;
    private final RowShape<T> shape;
    private final FetchMode fetchMode;

    private SetOperation(SetOperator operator, SelectClauses clauses, RowShape<T> shape, FetchMode fetchMode) {
        this.operator = operator;
        this.clauses = clauses;
        this.shape = shape;
        this.fetchMode = fetchMode;
    }

    /**
     * Combine statements side by side: {@code a UNION b UNION c}. A member that is combined, sorted or limited itself
     * stands in parentheses, which not every database allows.
     *
     * @param operator how they are combined
     * @param members at least one statement
     * @param <T> what each row yields
     * @return the combination
     * @throws ArgumentException if there is none, or they select different numbers of columns
     */
    public static <T> SetOperation<T> of(SetOperator operator, List<? extends SelectSource<? extends T>> members) {
        List<SelectStatement<? extends T>> statements = new ArrayList<>();
        members.forEach(member -> statements.add(member.toSelect()));
        if (statements.isEmpty()) {
            throw new ArgumentException("[%s] was given no statement; give two".formatted(operator.keyword()));
        }
        checkColumns(statements);
        return new SetOperation<>(
                operator, SelectClauses.EMPTY.with(Clause.MEMBERS, statements), shapeOf(statements), FetchMode.ROWS);
    }

    /** What a row becomes is decided by the first member; the others yield the same. */
    @SuppressWarnings("unchecked")
    private static <T> RowShape<T> shapeOf(List<SelectStatement<? extends T>> statements) {
        return (RowShape<T>) statements.get(0).shapeOfRows();
    }

    /**
     * Combine two statements; {@code a.union(b).union(c)} is {@code a UNION b UNION c}.
     *
     * @param operator how they are combined
     * @param left the first statement
     * @param right the second statement
     * @param <T> what each row yields
     * @return the combination
     * @throws ArgumentException if they select different numbers of columns
     */
    static <T> SetOperation<T> of(SetOperator operator, SelectStatement<T> left, SelectSource<? extends T> right) {
        if (left instanceof SetOperation<T> same && same.operator == operator && same.isPlain()) {
            List<SelectSource<? extends T>> members =
                    new ArrayList<>(same.clauses.<SelectStatement<T>>get(Clause.MEMBERS));
            members.add(right);
            return of(operator, members);
        }
        return of(operator, List.of(left, right));
    }

    private boolean isPlain() {
        return clauses.sizes().stream().mapToInt(Integer::intValue).sum()
                == clauses.get(Clause.MEMBERS).size();
    }

    /** An entity stands for columns that only a registry knows, so it is left to the compiler. */
    private static void checkColumns(List<? extends SelectStatement<?>> statements) {
        List<? extends Selectable<?>> first = statements.get(0).selected();
        for (int i = 1; i < statements.size(); i++) {
            List<? extends Selectable<?>> other = statements.get(i).selected();
            if (other.size() != first.size() && isKnown(first) && isKnown(other)) {
                throw new ArgumentException(
                        "Statement [1] of a set operation selects [%d] columns, statement [%d] selects [%d]; select as many in each"
                                .formatted(first.size(), i + 1, other.size()));
            }
        }
    }

    private static boolean isKnown(List<? extends Selectable<?>> selected) {
        return selected.stream().allMatch(Expression.class::isInstance);
    }

    private SetOperation<T> with(SelectClauses changed) {
        return new SetOperation<>(operator, changed, shape, fetchMode);
    }

    /**
     * Sort, after what is sorted by already. A column is named by its name alone, as the first member has it.
     *
     * @param order what to sort by
     * @return a new statement
     */
    public SetOperation<T> orderBy(Orderable... order) {
        return with(clauses.plus(Clause.ORDER_BY, List.of(order)));
    }

    /**
     * Sort by a label or column of the first member.
     *
     * @param label its name; never SQL
     * @return a new statement, refused when compiled if nothing has the name
     */
    public SetOperation<T> orderBy(String label) {
        return orderBy(new LabelReference(label));
    }

    /**
     * Group, where a database allows it.
     *
     * @param by what rows of one group have in common
     * @return a new statement
     */
    public SetOperation<T> groupBy(Expression<?>... by) {
        return with(clauses.plus(Clause.GROUP_BY, List.of(by)));
    }

    /**
     * Return at most so many rows.
     *
     * @param n the number, 0 or more
     * @return a new statement
     */
    public SetOperation<T> limit(long n) {
        return limit(RowCounts.count("limit", n));
    }

    /**
     * Return at most so many rows.
     *
     * @param n the number
     * @return a new statement
     */
    public SetOperation<T> limit(Expression<? extends Number> n) {
        return with(clauses.with(Clause.LIMIT, List.of(n)).with(Clause.FETCH, List.of()));
    }

    /**
     * Leave out the first rows.
     *
     * @param n the number, 0 or more
     * @return a new statement
     */
    public SetOperation<T> offset(long n) {
        return offset(RowCounts.count("offset", n));
    }

    /**
     * Leave out the first rows.
     *
     * @param n the number
     * @return a new statement
     */
    public SetOperation<T> offset(Expression<? extends Number> n) {
        return with(clauses.with(Clause.OFFSET, List.of(n)));
    }

    /**
     * Return at most so many rows, by {@code FETCH FIRST}.
     *
     * @param n the number, 0 or more
     * @param mode what is counted
     * @return a new statement
     */
    public SetOperation<T> fetch(long n, FetchMode mode) {
        SelectClauses changed =
                clauses.with(Clause.FETCH, List.of(RowCounts.count("fetch", n))).with(Clause.LIMIT, List.of());
        return new SetOperation<>(operator, changed, shape, mode);
    }

    /**
     * Return how the members are combined.
     *
     * @return the operator
     */
    public SetOperator operator() {
        return operator;
    }

    /**
     * Return what is combined.
     *
     * @return the statements in order
     */
    public List<SelectStatement<?>> members() {
        return clauses.get(Clause.MEMBERS);
    }

    /**
     * Return what is grouped by.
     *
     * @return GROUP BY
     */
    public List<SqlNode> groupings() {
        return clauses.get(Clause.GROUP_BY);
    }

    /**
     * Return what is sorted by.
     *
     * @return ORDER BY
     */
    public List<Orderable> orderings() {
        return clauses.get(Clause.ORDER_BY);
    }

    /**
     * Return which rows are returned.
     *
     * @return the limit and the offset
     */
    public RowLimit rowLimit() {
        return clauses.rowLimit(fetchMode);
    }

    @Override
    public List<? extends Selectable<?>> selected() {
        return members().get(0).selected();
    }

    @Override
    public RowShape<T> shapeOfRows() {
        return shape;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitSetOperation(this);
    }

    @Override
    public List<SqlNode> children() {
        return clauses.children();
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return with(clauses.withChildren(children));
    }

    @Override
    public Object shape() {
        return Arrays.asList(operator, fetchMode, clauses.sizes());
    }
}
