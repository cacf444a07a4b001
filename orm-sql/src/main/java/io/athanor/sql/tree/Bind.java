package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bound value: a {@code ?} in the SQL. Either a value, or a supplier that is asked at each execution, or a name whose
 * value is given at execution. Equal only to itself, so that a compiled statement can tell which value goes where.
 *
 * @param <T> the Java type of the value
 * @since 0.1.0
 */
public final class Bind<T> implements Expression<T>, StatesType {
    /** The name of a value that has none of its own. */
    static final String ANONYMOUS = "param";

    private final String name;
    private final @Nullable T value;
    private final @Nullable DefaultValue<? extends T> supplier;
    private final Naming naming;
    private final SqlType<T> type;
    private final Object origin;

    /** Who gives the name and the value. */
    private enum Naming {
        /** The name says what the value is compared with; SQL that shows names numbers it. */
        GENERATED,
        /** The user gives the name and here a value, which may be replaced at execution. */
        STATED,
        /** The user gives the name here and the value at execution. */
        REQUIRED
    }

    private Bind(
            String name,
            @Nullable T value,
            @Nullable DefaultValue<? extends T> supplier,
            Naming naming,
            SqlType<T> type) {
        this.name = name;
        this.value = value;
        this.supplier = supplier;
        this.naming = naming;
        this.type = type;
        this.origin = this;
    }

    private Bind(
            Bind<?> like,
            String name,
            @Nullable T value,
            @Nullable DefaultValue<? extends T> supplier,
            SqlType<T> type) {
        this.name = name;
        this.value = value;
        this.supplier = supplier;
        this.naming = like.naming;
        this.type = type;
        this.origin = like.origin;
    }

    /**
     * Create a bind of a value.
     *
     * @param name what the value is called in messages, such as the column that it is compared with
     * @param value the value, or {@code null} for NULL
     * @param type the type that it is bound as
     */
    public Bind(String name, @Nullable T value, SqlType<T> type) {
        this(name, value, null, Naming.GENERATED, type);
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
        return defaulted(name, row -> supplier.get(), type);
    }

    /**
     * Make the default of a column, whose value is made at each execution.
     *
     * @param name what it is called in SQL that shows names
     * @param value makes the value
     * @param type its type
     * @param <T> its Java type
     * @return the bind
     */
    public static <T> Bind<T> defaulted(String name, DefaultValue<? extends T> value, SqlType<T> type) {
        return new Bind<>(name, null, value, Naming.GENERATED, type);
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
        return new Bind<>(name, null, null, Naming.REQUIRED, type);
    }

    /**
     * Create a bind that has a name and a value, which another one may replace at execution.
     *
     * @param name the name
     * @param value the value, or {@code null} for NULL
     * @param type the type that it is bound as
     * @param <T> the Java type
     * @return the bind
     */
    public static <T> Bind<T> named(String name, @Nullable T value, SqlType<T> type) {
        return new Bind<>(name, value, null, Naming.STATED, type);
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
        return new Bind<>(this, name, (U) value, (DefaultValue<? extends U>) supplier, other);
    }

    /** A value without a name of its own takes that of what it stands beside. */
    Bind<T> besides(String neighbour) {
        boolean isUnnamed = naming == Naming.GENERATED && name.equals(ANONYMOUS);
        return isUnnamed ? new Bind<>(this, neighbour, value, supplier, type) : this;
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
        return value(CurrentParameters.NONE);
    }

    /**
     * Return the value, made for a row if it is a default.
     *
     * @param row what is known of the row
     * @return the value, or {@code null} for NULL or if it comes at execution
     */
    public @Nullable T value(CurrentParameters row) {
        return supplier == null ? value : supplier.of(row);
    }

    /**
     * Return whether the value is made at each execution.
     *
     * @return whether there is a supplier of it
     */
    public boolean isSupplied() {
        return supplier != null;
    }

    /**
     * Return whether the value must be given by name at execution.
     *
     * @return whether it must
     */
    public boolean isNamed() {
        return naming == Naming.REQUIRED;
    }

    /**
     * Return whether the name is the user's own, so that a value may be given by it at execution.
     *
     * @return whether it is; else it is numbered in SQL that shows names
     */
    public boolean hasOwnName() {
        return naming != Naming.GENERATED;
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
    public SqlType<?> statedType() {
        return type;
    }

    @Override
    public SqlNode withStatedType(SqlType<?> other) {
        return withType(other);
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitBind(this);
    }

    @Override
    public Object nodeIdentity() {
        return origin;
    }

    @Override
    public Object shape() {
        return List.of(type, name, naming);
    }

    @Override
    public String toString() {
        return ":" + name;
    }
}
