package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A common table expression: a statement that stands under a name in WITH and is used by that name wherever it is in FROM.
 * Equal only to itself and to its own use inside a recursion.
 *
 * @since 0.1.0
 */
public final class Cte extends SelectedTable {
    /** Whether the database computes it once. */
    public enum Materialization {
        /** As the database thinks best. */
        DEFAULT,
        /** Once, {@code MATERIALIZED}. */
        MATERIALIZED,
        /** As part of the statement, {@code NOT MATERIALIZED}. */
        NOT_MATERIALIZED
    }

    /** What a common table expression is besides its statement. */
    private record Options(boolean isRecursive, boolean isNesting, Materialization materialization) {}

    private final Options options;
    private final boolean isInside;
    private final Object origin;

    private Cte(SqlNode element, @Nullable String name, Options options, boolean isInside, @Nullable Object origin) {
        super(element, name);
        this.options = options;
        this.isInside = isInside;
        this.origin = origin == null ? this : origin;
    }

    /**
     * Create a common table expression.
     *
     * @param element a {@link RowStatement} that knows its columns, or {@link Values}
     * @param name the name, or {@code null} to generate one when a statement is compiled
     * @return the common table expression
     */
    public static Cte of(SqlNode element, @Nullable String name) {
        if (!(element instanceof RowStatement<?>) && !(element instanceof Values)) {
            throw new ArgumentException(
                    "A common table expression was given [%s]; it takes a statement that yields rows"
                            .formatted(element.getClass().getSimpleName()));
        }
        return new Cte(element, name, new Options(false, false, Materialization.DEFAULT), false, null);
    }

    /**
     * Create a common table expression that uses itself.
     *
     * @param base the statement that yields the first rows
     * @param name the name
     * @param operator {@code UNION ALL}, or {@code UNION} to drop rows that are there already
     * @param step makes of the rows so far the statement that yields further ones
     * @param <T> what each row yields
     * @return the common table expression
     */
    public static <T> Cte recursive(
            SelectStatement<T> base,
            @Nullable String name,
            SetOperator operator,
            Function<? super DerivedTable, ? extends SelectSource<? extends T>> step) {
        Options recursive = new Options(true, false, Materialization.DEFAULT);
        Cte inside = new Cte(base, name, recursive, true, null);
        SelectStatement<T> all = SetOperation.of(operator, List.of(base, step.apply(inside)));
        return new Cte(all, name, recursive, false, inside.origin);
    }

    /**
     * Have the database compute it once; where there is no such hint, nothing is said.
     *
     * @return a common table expression of its own
     */
    public Cte materialized() {
        return with(new Options(options.isRecursive, options.isNesting, Materialization.MATERIALIZED));
    }

    /**
     * Have the database compute it as part of the statement; where there is no such hint, nothing is said.
     *
     * @return a common table expression of its own
     */
    public Cte notMaterialized() {
        return with(new Options(options.isRecursive, options.isNesting, Materialization.NOT_MATERIALIZED));
    }

    /**
     * Put WITH into the subquery that uses it, rather than in front of the whole statement.
     *
     * @return a common table expression of its own
     */
    public Cte nesting() {
        return with(new Options(options.isRecursive, true, options.materialization));
    }

    /** What a recursion uses inside it stays the same, so a copy keeps its origin. */
    private Cte with(Options changed) {
        return new Cte(element(), nameOrNull(), changed, isInside, options.isRecursive ? origin : null);
    }

    /**
     * Return whether it uses itself.
     *
     * @return whether it is recursive
     */
    public boolean isRecursive() {
        return options.isRecursive;
    }

    /**
     * Return whether this is the use of a recursion inside itself.
     *
     * @return whether it is
     */
    public boolean isInside() {
        return isInside;
    }

    /**
     * Return whether WITH stands in the subquery that uses it.
     *
     * @return whether it does
     */
    public boolean isNesting() {
        return options.isNesting;
    }

    /**
     * Return whether the database computes it once.
     *
     * @return what is said about it
     */
    public Materialization materialization() {
        return options.materialization;
    }

    @Override
    public Object nodeIdentity() {
        return origin;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cte cte && cte.origin == origin;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(origin);
    }

    @Override
    public DerivedTable as(String alias) {
        return new Alias(this, alias);
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitCte(this);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new Cte(children.get(0), nameOrNull(), options, isInside, origin);
    }

    @Override
    public Object shape() {
        return Arrays.asList(name(), options, isInside);
    }
}
