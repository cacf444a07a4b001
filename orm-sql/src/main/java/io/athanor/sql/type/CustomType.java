package io.athanor.sql.type;

import io.athanor.sql.error.ArgumentException;
import java.util.regex.Pattern;

/**
 * A type of a database that the library does not know, under its own name in DDL and casts; SQLAlchemy's
 * {@code UserDefinedType}. Values travel as those of a type that the driver takes for it, mostly text. For a database that names
 * it otherwise or has it not, {@link #variant} states another type. Thread-safe if the two conversions are.
 *
 * @param <T> the Java type of its values
 * @param <S> the Java type that they travel as
 * @since 0.1.0
 */
public abstract class CustomType<T, S> extends ConvertedType<T, S> {
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)?( \\w+)*( ?\\(\\w+( ?, ?\\w+)*\\))?( \\w+)*(\\[\\])*");

    private final String name;

    /**
     * Create a type.
     *
     * @param javaType the class of its values
     * @param travels the type that its values travel as
     * @param name how the database calls it, such as {@code geometry(point, 4326)}: words, and a list in parentheses
     * @throws ArgumentException if the name is something else
     */
    protected CustomType(Class<T> javaType, SqlType<S> travels, String name) {
        super(javaType, travels);
        if (!NAME.matcher(name).matches()) {
            throw new ArgumentException(
                    "[%s] is no name of a type; use words, and a list of words or numbers in parentheses"
                            .formatted(name));
        }
        this.name = name;
    }

    /**
     * Return how the database calls the type.
     *
     * @return the name, as it is written in DDL and casts
     */
    public final String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
