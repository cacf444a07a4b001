package io.athanor.sql.type;

import io.athanor.sql.error.ArgumentException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A type that databases have by themselves. Obtained from {@link SqlTypes}; immutable, equal by its parts. Its kind decides
 * how values travel; a name of its own, such as {@code CHAR}, only how the type is written.
 *
 * @param <T> the Java type of its values
 * @since 0.1.0
 */
public final class StandardType<T> implements SqlType<T> {
    /** Stands for a length, precision or scale that was not given. */
    public static final int UNSPECIFIED = -1;

    // What is written as it stands is made of words, so that no text can end the statement.
    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*( \\w+)*");
    private static final Pattern SUFFIX = Pattern.compile("\\w+( \\w+)*( ?\\(\\d+\\))?");
    private static final Facets PLAIN = new Facets(UNSPECIFIED, UNSPECIFIED, null, null, null, null);

    private final Class<T> javaType;
    private final StorageKind kind;
    private final Facets facets;
    /** A type is hashed with every statement that binds a value of it. */
    private final int hash;

    private record Facets(
            int size,
            int scale,
            @Nullable String name,
            @Nullable String suffix,
            @Nullable String collation,
            @Nullable String check) {}

    private StandardType(Class<T> javaType, StorageKind kind, Facets facets) {
        this.javaType = javaType;
        this.kind = kind;
        this.facets = facets;
        this.hash = Objects.hash(kind, facets);
    }

    StandardType(Class<T> javaType, StorageKind kind, int size, int scale) {
        this(javaType, kind, new Facets(size, scale, null, null, null, null));
    }

    StandardType(Class<T> javaType, StorageKind kind) {
        this(javaType, kind, PLAIN);
    }

    /**
     * Return a type as one that can be written in other ways.
     *
     * @param type a type of {@link SqlTypes}
     * @param <T> the Java type of its values
     * @return the type
     * @throws ArgumentException if the type is an enum, an array, a variant or a user's own
     */
    public static <T> StandardType<T> of(SqlType<T> type) {
        if (type instanceof StandardType<T> standard) {
            return standard;
        }
        throw new ArgumentException(
                "Type [%s] is not a standard one; give it this form before making a variant or conversion of it"
                        .formatted(type));
    }

    @Override
    public Class<T> javaType() {
        return javaType;
    }

    @Override
    public StorageKind kind() {
        return kind;
    }

    /**
     * Return this type under a name of SQL's own, such as {@code CHAR} or {@code REAL}.
     *
     * @param name letters, digits, {@code _} and blanks; written as it is on every dialect
     * @return a new type
     * @throws ArgumentException if the name holds anything else
     */
    public StandardType<T> withName(String name) {
        check(NAME, name, "name");
        return with(new Facets(facets.size, facets.scale, name, facets.suffix, facets.collation, facets.check));
    }

    /**
     * Return this type with a length or precision.
     *
     * @param size at least 0
     * @return a new type
     * @throws ArgumentException if the size is negative
     */
    public StandardType<T> withSize(int size) {
        if (size < 0) {
            throw new ArgumentException(
                    "Size [%d] of type [%s] is negative; give a positive one".formatted(size, this));
        }
        return with(new Facets(size, UNSPECIFIED, facets.name, facets.suffix, facets.collation, facets.check));
    }

    /**
     * Return this type with a precision and a scale.
     *
     * @param precision digits in all, at least 1
     * @param scale digits after the point, from 0 to the precision
     * @return a new type
     * @throws ArgumentException if precision or scale are out of range
     */
    public StandardType<T> withPrecision(int precision, int scale) {
        if (precision < 1 || scale < 0 || scale > precision) {
            throw new ArgumentException(
                    "Numeric precision [%d] and scale [%d] are out of range; the precision is at least 1, the scale from 0 to the precision"
                            .formatted(precision, scale));
        }
        return with(new Facets(precision, scale, facets.name, facets.suffix, facets.collation, facets.check));
    }

    /**
     * Return this type with more words behind its name and size, such as {@code UNSIGNED}.
     *
     * @param suffix words, and perhaps a number in parentheses; written as it is, behind what was added before
     * @return a new type
     * @throws ArgumentException if the suffix holds anything else
     */
    public StandardType<T> withSuffix(String suffix) {
        check(SUFFIX, suffix, "suffix");
        String all = facets.suffix == null ? suffix : facets.suffix + " " + suffix;
        return with(new Facets(facets.size, facets.scale, facets.name, all, facets.collation, facets.check));
    }

    /**
     * Return this type with a collation.
     *
     * @param collation its name, quoted where needed
     * @return a new type
     */
    public StandardType<T> withCollation(String collation) {
        return with(new Facets(facets.size, facets.scale, facets.name, facets.suffix, collation, facets.check));
    }

    /**
     * Return this boolean type with a CHECK of 0 and 1 on databases that have no boolean type.
     *
     * @param constraint the name of the constraint, empty for none
     * @return a new type
     * @throws ArgumentException if this is no boolean type
     */
    public StandardType<T> withCheck(String constraint) {
        if (kind != StorageKind.BOOLEAN) {
            throw new ArgumentException("Type [%s] is no boolean; state a check of the table".formatted(this));
        }
        return with(new Facets(facets.size, facets.scale, facets.name, facets.suffix, facets.collation, constraint));
    }

    private StandardType<T> with(Facets others) {
        return new StandardType<>(javaType, kind, others);
    }

    private void check(Pattern pattern, String text, String what) {
        if (!pattern.matcher(text).matches()) {
            throw new ArgumentException(
                    "The %s [%s] of a type is not made of words; use letters, digits and blanks".formatted(what, text));
        }
    }

    /**
     * Return the length of a string type.
     *
     * @return characters, or {@link #UNSPECIFIED}
     */
    public int length() {
        return facets.size;
    }

    /**
     * Return the precision of a numeric type.
     *
     * @return decimal digits, or {@link #UNSPECIFIED}
     */
    public int precision() {
        return facets.size;
    }

    /**
     * Return the scale of a numeric type.
     *
     * @return digits after the point, or {@link #UNSPECIFIED}
     */
    public int scale() {
        return facets.scale;
    }

    /**
     * Return the name that the type is written by.
     *
     * @return the name, or {@code null} if each dialect has its own
     */
    public @Nullable String name() {
        return facets.name;
    }

    /**
     * Return what is written behind name and size.
     *
     * @return the words, or {@code null} if there are none
     */
    public @Nullable String suffix() {
        return facets.suffix;
    }

    /**
     * Return the collation.
     *
     * @return its name, or {@code null} if none was given
     */
    public @Nullable String collation() {
        return facets.collation;
    }

    /**
     * Return the name of the constraint that stands in for a boolean type.
     *
     * @return the name, empty if it has none, or {@code null} if there is to be no constraint
     */
    public @Nullable String check() {
        return facets.check;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StandardType<?> type
                && type.kind == kind
                && type.javaType == javaType
                && type.facets.equals(facets);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        String name = facets.name == null ? kind.name() : facets.name;
        String size =
                facets.scale == UNSPECIFIED ? "(" + facets.size + ")" : "(" + facets.size + ", " + facets.scale + ")";
        return name + (facets.size == UNSPECIFIED ? "" : size) + (facets.suffix == null ? "" : " " + facets.suffix);
    }
}
