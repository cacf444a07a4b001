package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Several selected things made into one value, such as a record. Used by generated code.
 *
 * @param <T> the value
 * @since 0.1.0
 */
public final class Projection<T> implements Selectable<T> {
    private final List<? extends Selectable<?>> parts;
    private final Function<? super Row, ? extends T> make;

    private Projection(List<? extends Selectable<?>> parts, Function<? super Row, ? extends T> make) {
        this.parts = parts;
        this.make = make;
    }

    /**
     * Create a projection.
     *
     * @param make makes the value of a row
     * @param parts what it reads from the row
     * @param <T> the value
     * @return the projection
     */
    public static <T> Projection<T> of(Function<? super Row, ? extends T> make, Selectable<?>... parts) {
        return new Projection<>(List.of(parts), make);
    }

    /**
     * Require a value for a primitive component; called by generated code.
     *
     * @param value the value
     * @param component what it is for, in messages
     * @param <V> its Java type
     * @return the value
     * @throws ArgumentException if it is {@code null}
     */
    public static <V> V notNull(@Nullable V value, String component) {
        if (value == null) {
            throw new ArgumentException(
                    "Component [%s] is primitive, but the row holds NULL; use the wrapper class".formatted(component));
        }
        return value;
    }

    /**
     * Return what is selected.
     *
     * @return the parts in order
     */
    public List<? extends Selectable<?>> parts() {
        return parts;
    }

    /**
     * Make the value.
     *
     * @param row a row that holds the parts
     * @return the value
     */
    public T read(Row row) {
        return make.apply(row);
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitProjection(this);
    }

    @Override
    public List<? extends SqlNode> children() {
        return parts;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new Projection<>(new Nodes(children).<Selectable<?>>next(children.size()), make);
    }
}
