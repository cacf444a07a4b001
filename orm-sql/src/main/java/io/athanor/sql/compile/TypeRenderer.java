package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.type.ConvertedType;
import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.StandardType;

/**
 * Writes a type as DDL and CAST have it. A dialect overrides the names that differ. Stateless and thread-safe.
 *
 * @since 0.1.0
 */
public class TypeRenderer {
    /** Create a renderer of the standard names. */
    public TypeRenderer() {}

    /**
     * Write a type.
     *
     * @param type the type, already the one of this dialect
     * @return its SQL
     * @throws CompileException if the dialect has no such type
     */
    public String render(SqlType<?> type) {
        if (type instanceof ConvertedType<?, ?> converted) {
            return render(converted.stored());
        }
        if (type instanceof EnumType<?> names) {
            return enumeration(names);
        }
        return type instanceof StandardType<?> standard ? standard(standard) : other(type);
    }

    /**
     * Write a standard type.
     *
     * @param type the type
     * @return its SQL
     */
    protected String standard(StandardType<?> type) {
        return switch (type.kind()) {
            case SMALLINT, INTEGER, BIGINT, FLOAT, BOOLEAN, DATE, TIME, TIMESTAMP, TEXT, UUID ->
                type.kind().name();
            case DOUBLE -> "DOUBLE PRECISION";
            case NUMERIC -> numeric(type);
            case STRING -> string(type);
            case OFFSET_TIMESTAMP, INSTANT -> "TIMESTAMP WITH TIME ZONE";
            case DURATION -> "BIGINT";
            case BYTES -> "BLOB";
            case ENUM, CONVERTED, OTHER -> other(type);
        };
    }

    /**
     * Write a character string type.
     *
     * @param type the type
     * @return its SQL
     */
    protected String string(StandardType<?> type) {
        return type.length() < 0 ? "VARCHAR" : "VARCHAR(" + type.length() + ")";
    }

    /**
     * Write an exact decimal type.
     *
     * @param type the type
     * @return its SQL
     */
    protected String numeric(StandardType<?> type) {
        return type.precision() < 0 ? "NUMERIC" : "NUMERIC(" + type.precision() + ", " + type.scale() + ")";
    }

    /**
     * Write the type that holds the names of an enum: a string as long as the longest.
     *
     * @param type the enum
     * @return its SQL
     */
    protected String enumeration(EnumType<?> type) {
        int longest = type.names().stream().mapToInt(String::length).max().orElse(1);
        return "VARCHAR(" + longest + ")";
    }

    /**
     * Write a type that has no name in SQL.
     *
     * @param type the type
     * @return never
     * @throws CompileException always
     */
    protected String other(SqlType<?> type) {
        throw new CompileException(
                "Type [%s] has no name in SQL; give a type of SqlTypes, or override the dialect's renderer"
                        .formatted(type));
    }
}
