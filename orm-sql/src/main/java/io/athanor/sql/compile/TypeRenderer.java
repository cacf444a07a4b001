package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.type.ArrayType;
import io.athanor.sql.type.ConvertedType;
import io.athanor.sql.type.CustomType;
import io.athanor.sql.type.DomainType;
import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.StandardType;
import org.jspecify.annotations.Nullable;

/**
 * Writes a type as DDL and CAST have it, under the names that SQLAlchemy gives without a dialect. A dialect overrides the
 * names that differ. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public class TypeRenderer {
    private static final IdentifierQuoter STANDARD = new IdentifierQuoter('"', IdentifierQuoter.STANDARD_RESERVED);

    private final IdentifierQuoter quoter;

    /** Create a renderer that quotes the names of collations and of made types as the standard has it. */
    public TypeRenderer() {
        this(STANDARD);
    }

    /**
     * Create a renderer.
     *
     * @param quoter writes the names of collations and of made types
     */
    public TypeRenderer(IdentifierQuoter quoter) {
        this.quoter = quoter;
    }

    /**
     * Write a type.
     *
     * @param type the type, already the one of this dialect
     * @return its SQL
     * @throws CompileException if the dialect has no such type
     */
    public final String render(SqlType<?> type) {
        if (type instanceof CustomType<?, ?> custom) {
            return custom.name();
        } else if (type instanceof ConvertedType<?, ?> converted) {
            return render(converted.stored());
        } else if (type instanceof EnumType<?> names) {
            return enumeration(names);
        } else if (type instanceof ArrayType<?> array) {
            return array(array);
        } else if (type instanceof DomainType<?> domain) {
            return qualified(domain.schema(), domain.name());
        }
        return type instanceof StandardType<?> standard ? withCollation(standard) : other(type);
    }

    private String withCollation(StandardType<?> type) {
        StringBuilder sql = new StringBuilder(type.name() == null ? standard(type) : named(type, type.name()));
        if (type.suffix() != null) {
            sql.append(' ').append(type.suffix());
        }
        if (type.collation() != null) {
            sql.append(" COLLATE ").append(quoter.identifier(type.collation()));
        }
        return sql.toString();
    }

    /**
     * Write a standard type that has no name of its own.
     *
     * @param type the type
     * @return its SQL, without suffix and collation
     * @throws CompileException if the dialect has no such type
     */
    protected String standard(StandardType<?> type) {
        return switch (type.kind()) {
            case SMALLINT, INTEGER, BIGINT, BOOLEAN, DATE, TIME, UUID ->
                type.kind().name();
            case TEXT -> sized("TEXT", type);
            case FLOAT -> "FLOAT";
            case DOUBLE -> type.precision() < 0 ? "DOUBLE" : floating(type);
            case NUMERIC -> numeric(type);
            case STRING -> string(type);
            case OFFSET_TIME -> "TIME";
            case TIMESTAMP, OFFSET_TIMESTAMP, INSTANT -> "DATETIME";
            case DURATION -> "BIGINT";
            case BYTES -> "BLOB";
            case JSON, ARRAY, ENUM, CONVERTED, OTHER -> other(type);
        };
    }

    /**
     * Write a type under its own name.
     *
     * @param type the type
     * @param name its name
     * @return its SQL, without suffix and collation
     */
    protected String named(StandardType<?> type, String name) {
        return sized(name, type);
    }

    /**
     * Write a name and the size behind it.
     *
     * @param name the name
     * @param type the type
     * @return its SQL
     */
    protected static String sized(String name, StandardType<?> type) {
        if (type.precision() < 0) {
            return name;
        }
        return name + "(" + type.precision() + (type.scale() < 0 ? "" : ", " + type.scale()) + ")";
    }

    /**
     * Write a character string type.
     *
     * @param type the type
     * @return its SQL
     */
    protected String string(StandardType<?> type) {
        return sized("VARCHAR", type);
    }

    /**
     * Write an exact decimal type.
     *
     * @param type the type
     * @return its SQL
     */
    protected String numeric(StandardType<?> type) {
        return sized("NUMERIC", type);
    }

    /**
     * Write a floating-point type of a stated precision.
     *
     * @param type the type
     * @return its SQL; without the precision, if the dialect cannot be told it
     */
    protected String floating(StandardType<?> type) {
        return "FLOAT";
    }

    /**
     * Write an enum: a string as long as the longest name.
     *
     * @param type the enum
     * @return its SQL
     */
    protected String enumeration(EnumType<?> type) {
        return "VARCHAR(" + type.length() + ")";
    }

    /**
     * Return whether an enum is a type of the database's own, so that no CHECK is needed.
     *
     * @param type the enum
     * @return whether it is
     */
    public boolean isNative(EnumType<?> type) {
        return false;
    }

    /**
     * Write an array.
     *
     * @param type the array
     * @return its SQL
     * @throws CompileException if the dialect has no arrays
     */
    protected String array(ArrayType<?> type) {
        return other(type);
    }

    /**
     * Write a name with that of its schema before it, quoted where needed.
     *
     * @param schema the schema, or {@code null} for none
     * @param name the name
     * @return its SQL
     */
    protected final String qualified(@Nullable String schema, String name) {
        return schema == null ? quoter.identifier(name) : quoter.identifier(schema) + "." + quoter.identifier(name);
    }

    /**
     * Write a type that the dialect has no name for.
     *
     * @param type the type
     * @return never
     * @throws CompileException always
     */
    protected String other(SqlType<?> type) {
        throw new CompileException(
                "Type [%s] has no name on this dialect; give it a variant of SqlTypes, or override the dialect's renderer"
                        .formatted(type));
    }
}
