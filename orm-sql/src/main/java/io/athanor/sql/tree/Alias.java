package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table, a subquery or a common table expression under a name of its own. Equal only to itself: two aliases of one table
 * are two FROM elements.
 *
 * @since 0.1.0
 */
public final class Alias extends SelectedTable {
    private final boolean isLateral;

    /**
     * Create an alias.
     *
     * @param element a table, a {@link SelectStatement} or a {@link Cte}
     * @param name the name, or {@code null} to generate one when a statement is compiled
     */
    public Alias(SqlNode element, @Nullable String name) {
        this(element, name, false);
    }

    private Alias(SqlNode element, @Nullable String name, boolean isLateral) {
        super(element, name);
        if (!(element instanceof NamedTable) && !(element instanceof SelectStatement<?>) && !(element instanceof Cte)) {
            throw new ArgumentException("An alias was given [%s]; it takes a table or a subquery"
                    .formatted(element.getClass().getSimpleName()));
        }
        this.isLateral = isLateral;
    }

    /**
     * Create a subquery that sees the elements before it in FROM.
     *
     * @param select the subquery
     * @param name the name, or {@code null} to generate one when a statement is compiled
     * @return the subquery as an element of FROM
     */
    public static Alias lateral(SelectStatement<?> select, @Nullable String name) {
        return new Alias(select, name, true);
    }

    /**
     * Return whether the subquery sees the elements before it in FROM.
     *
     * @return whether it is {@code LATERAL}
     */
    public boolean isLateral() {
        return isLateral;
    }

    @Override
    public DerivedTable as(String alias) {
        return new Alias(element(), alias, isLateral);
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitAlias(this);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new Alias(children.get(0), nameOrNull(), isLateral);
    }

    @Override
    public Object shape() {
        return List.of(name(), isLateral);
    }
}
