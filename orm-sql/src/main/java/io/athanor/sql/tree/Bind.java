package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bound value: a {@code ?} in the SQL. Either a value, or a supplier that is asked at each execution, or a name whose
 * value is given at execution. Equal only to itself, so that a compiled statement can tell which value goes where.
 *
 * @param <T> the Java type of the value
 * @since 0.1.0
 */
public final class Bind<T> implements Expression<T> {
    private final String name;
    private final @Nullable T value;
    private final @Nullable Supplier<? extends T> supplier;
    private final boolean isNamed;
    private final SqlType<T> type;
    private final Object origin;

    private Bind(Bind<?> origin, @Nullable T value, @Nullable Supplier<? extends T> supplier, SqlType<T> type) {
        this.name = origin.name;
        this.value = value;
        this.supplier = supplier;
        this.isNamed = origin.isNamed;
        this.type = type;
        this.origin = origin.origin;
    }

    private Bind(
            String name,
            @Nullable T value,
            @Nullable Supplier<? extends T> supplier,
            boolean isNamed,
            SqlType<T> type) {
        this.name = name;
        this.value = value;
        this.supplier = supplier;
        this.isNamed = isNamed;
        this.type = type;
        this.origin = this;
    }

    /**
     * Create a bind of a value.
     *
     * @param name what the value is called in messages, such as the column that it is compared with
     * @param value the value, or {@code null} for NULL
     * @param type the type that it is bound as
     */
    public Bind(String name, @Nullable T value, SqlType<T> type) {
        this(name, value, null, false, type);
    }

    /**
     * Create a bind whose value is made at each execution.
     *
     * @param name what the value is called in messages
     * @param supplier makes the value
     * @param type the type that it is bound as
     * @param <T> the Java type
     * @return the bind
     */
    public static <T> Bind<T> supplied(String name, Supplier<? extends T> supplier, SqlType<T> type) {
        return new Bind<>(name, null, supplier, false, type);
    }

    /**
     * Create a bind whose value is given by name at execution.
     *
     * @param name the name
     * @param type the type that it is bound as
     * @param <T> the Java type
     * @return the bind
     */
    public static <T> Bind<T> named(String name, SqlType<T> type) {
        return new Bind<>(name, null, null, true, type);
    }

    /**
     * Return this bind with another type, as the same place in the statement.
     *
     * @param other the type to bind as
     * @param <U> its Java type, which must hold the value
     * @return a bind of the same origin
     */
    @SuppressWarnings("unchecked") // the caller replaces an unresolved type by the one that it stands for
    public <U> Bind<U> withType(SqlType<U> other) {
        return new Bind<>(this, (U) value, (Supplier<? extends U>) supplier, other);
    }

    /**
     * Return the name.
     *
     * @return the name by which the value is given, or what it is called in messages
     */
    public String name() {
        return name;
    }

    /**
     * Return the value, asking the supplier if there is one.
     *
     * @return the value, or {@code null}
     */
    public @Nullable T value() {
        return supplier == null ? value : supplier.get();
    }

    /**
     * Return whether the value is given by name at execution.
     *
     * @return whether it is
     */
    public boolean isNamed() {
        return isNamed;
    }

    /**
     * Return what stays the same when a bind is replaced by one of another type.
     *
     * @return an object compared by identity
     */
    public Object origin() {
        return origin;
    }

    @Override
    public SqlType<T> type() {
        return type;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitBind(this);
    }

    @Override
    public Object identity() {
        return origin;
    }

    @Override
    public Object shape() {
        return isNamed ? java.util.List.of(type, name) : type;
    }

    @Override
    public String toString() {
        return ":" + name;
    }
}
