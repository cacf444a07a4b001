package io.athanor.sql.type;

import io.athanor.sql.error.ArgumentException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Some values, stored by their names: the constants of an enum, or strings. A native enum where the database has such types,
 * else a string with a CHECK. Immutable, equal by its parts. Obtained from {@link SqlTypes#enumOf}.
 *
 * @param <E> the enum's class, or {@code String}
 * @since 0.1.0
 */
public final class EnumType<E> implements SqlType<E> {
    private final Class<E> javaType;
    private final Map<String, E> constants;
    private final Form form;

    /** How the type is declared. */
    private record Form(
            @Nullable String schema, @Nullable String name, boolean isNative, boolean isChecked, int length) {}

    private EnumType(Class<E> javaType, Map<String, E> constants, Form form) {
        this.javaType = javaType;
        this.constants = constants;
        this.form = form;
    }

    static <E extends Enum<E>> EnumType<E> of(Class<E> type) {
        Map<String, E> constants = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            constants.put(constant.name(), constant);
        }
        String name = type.getSimpleName().toLowerCase(Locale.ROOT);
        return new EnumType<>(type, constants, new Form(null, name, true, true, 0));
    }

    static EnumType<String> of(@Nullable String name, List<String> values) {
        Map<String, String> constants = new LinkedHashMap<>();
        values.forEach(value -> constants.put(value, value));
        if (values.isEmpty() || constants.size() < values.size()) {
            throw new ArgumentException(
                    "Enum [%s] has values %s; give at least one, and each once".formatted(name, values));
        }
        return new EnumType<>(String.class, constants, new Form(null, name, true, true, 0));
    }

    /**
     * Return this type under another name, for databases whose enum types have names.
     *
     * @param name the name
     * @return a new type
     */
    public EnumType<E> named(String name) {
        return new EnumType<>(
                javaType, constants, new Form(form.schema, name, form.isNative, form.isChecked, form.length));
    }

    /**
     * Return this type in a schema.
     *
     * @param schema the schema's name
     * @return a new type
     */
    public EnumType<E> inSchema(String schema) {
        return new EnumType<>(
                javaType, constants, new Form(schema, form.name, form.isNative, form.isChecked, form.length));
    }

    /**
     * Return this type as a string on every database.
     *
     * @return a new type
     */
    public EnumType<E> asString() {
        return new EnumType<>(
                javaType, constants, new Form(form.schema, form.name, false, form.isChecked, form.length));
    }

    /**
     * Return this type as a string of a length on every database, so that longer names can be added later.
     *
     * @param length characters
     * @return a new type
     * @throws ArgumentException if a name is longer
     */
    public EnumType<E> asString(int length) {
        if (length < longest()) {
            throw new ArgumentException("Length [%d] is less than the [%d] of the longest of %s; give more"
                    .formatted(length, longest(), names()));
        }
        return new EnumType<>(javaType, constants, new Form(form.schema, form.name, false, form.isChecked, length));
    }

    /**
     * Return this type without a CHECK where it is stored as a string.
     *
     * @return a new type
     */
    public EnumType<E> unchecked() {
        return new EnumType<>(javaType, constants, new Form(form.schema, form.name, form.isNative, false, form.length));
    }

    @Override
    public Class<E> javaType() {
        return javaType;
    }

    @Override
    public StorageKind kind() {
        return StorageKind.ENUM;
    }

    /**
     * Return the type's name.
     *
     * @return the name, or {@code null} if it was given none
     */
    public @Nullable String name() {
        return form.name;
    }

    /**
     * Return the type's schema.
     *
     * @return the schema's name, or {@code null} for the connection's own
     */
    public @Nullable String schema() {
        return form.schema;
    }

    /**
     * Return whether an enum type of the database's own may be used.
     *
     * @return whether it may
     */
    public boolean isNative() {
        return form.isNative;
    }

    /**
     * Return whether a CHECK stands in for an enum type of the database's own.
     *
     * @return whether it does
     */
    public boolean isChecked() {
        return form.isChecked;
    }

    /**
     * Return the length of the string that holds a name.
     *
     * @return characters, at least those of the longest name
     */
    public int length() {
        return Math.max(form.length, longest());
    }

    private int longest() {
        return constants.keySet().stream().mapToInt(String::length).max().orElse(1);
    }

    /**
     * Return the names that may be stored.
     *
     * @return the names in their order, never {@code null}
     */
    public List<String> names() {
        return List.copyOf(constants.keySet());
    }

    /**
     * Return the name that a value is stored by.
     *
     * @param value the value
     * @return its name, never {@code null}
     * @throws ArgumentException if the value is not one of the type's
     */
    public String nameOf(E value) {
        String name = value instanceof Enum<?> constant ? constant.name() : value.toString();
        constant(name);
        return name;
    }

    /**
     * Return the value of a stored name.
     *
     * @param name what the database holds
     * @return the value, never {@code null}
     * @throws ArgumentException if there is none of this name
     */
    public E constant(String name) {
        E constant = constants.get(name);
        if (constant == null) {
            throw new ArgumentException(
                    "Enum [%s] has no constant [%s]; it has %s".formatted(javaType.getName(), name, names()));
        }
        return constant;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnumType<?> type
                && type.javaType == javaType
                && type.names().equals(names())
                && type.form.equals(form);
    }

    @Override
    public int hashCode() {
        return Objects.hash(javaType, form);
    }

    @Override
    public String toString() {
        return "ENUM(" + (javaType == String.class ? names() : javaType.getSimpleName()) + ")";
    }
}
