package io.athanor.engine.dialect;

import io.athanor.sql.compile.TypeRenderer;
import io.athanor.sql.error.OrmException;
import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import io.athanor.sql.type.StandardType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the {@link SqlType} of a type that is written in SQL: the opposite of the dialect's {@link TypeRenderer}, which it
 * asks so that what was read is written as it was. A dialect gives the names that it knows. Thread-safe once it is built.
 *
 * @since 0.1.0
 */
public final class TypeReader {
    private static final Logger LOG = LoggerFactory.getLogger(TypeReader.class);

    private final TypeRenderer renderer;
    private final Map<String, SqlType<?>> types = new HashMap<>();
    private final Map<String, String> synonyms = new HashMap<>();
    private Function<String, @Nullable SqlType<?>> others = name -> null;

    /**
     * Create a reader that knows the names of the standard.
     *
     * @param renderer writes the dialect's types
     */
    public TypeReader(TypeRenderer renderer) {
        this.renderer = renderer;
        name(SqlTypes.SMALLINT, "SMALLINT");
        name(SqlTypes.INTEGER, "INTEGER", "INT");
        name(SqlTypes.BIGINT, "BIGINT");
        name(SqlTypes.BOOLEAN, "BOOLEAN", "BOOL");
        name(SqlTypes.NUMERIC, "NUMERIC", "DECIMAL");
        name(SqlTypes.FLOAT, "REAL");
        name(SqlTypes.DOUBLE, "DOUBLE PRECISION", "DOUBLE", "FLOAT");
        name(SqlTypes.STRING, "VARCHAR", "CHAR", "NVARCHAR", "NCHAR");
        name(SqlTypes.TEXT, "TEXT", "CLOB", "NCLOB");
        name(SqlTypes.BYTES, "BLOB", "BINARY", "VARBINARY", "BYTEA");
        name(SqlTypes.DATE, "DATE");
        name(SqlTypes.TIME, "TIME");
        name(SqlTypes.TIMESTAMP, "TIMESTAMP", "DATETIME");
        name(SqlTypes.UUID, "UUID");
        name(SqlTypes.JSON, "JSON");
    }

    /**
     * Make names known.
     *
     * @param type what is read by one of them
     * @param names names without size, in upper case
     * @return this
     */
    public TypeReader name(SqlType<?> type, String... names) {
        for (String name : names) {
            types.put(name, type);
        }
        return this;
    }

    /**
     * Read one name as another.
     *
     * @param name the name without size, in upper case, as the catalogue has it
     * @param usual the name that the dialect writes
     * @return this
     */
    public TypeReader synonym(String name, String usual) {
        synonyms.put(name, usual);
        return this;
    }

    /**
     * Find what names that are not known stand for.
     *
     * @param rule finds a type by a name without size, in upper case; the type that is read keeps the name
     * @return this
     */
    public TypeReader otherwise(Function<String, @Nullable SqlType<?>> rule) {
        others = rule;
        return this;
    }

    /**
     * Read a type.
     *
     * @param sql the type
     * @return the type; one of kind {@code OTHER} that keeps the name, with a warning, if the name is not known
     */
    public SqlType<?> read(String sql) {
        WrittenType written = WrittenType.parse(sql);
        if (written.base().equals("ENUM") && !written.arguments().isEmpty()) {
            return enumOf(written);
        }
        if (written.isArray()) {
            return SqlTypes.arrayOf(read(written.elementType()));
        }
        SqlType<?> known = find(written);
        return known == null ? unknown(written) : collated(known, written);
    }

    private static EnumType<String> enumOf(WrittenType written) {
        return SqlTypes.enumOf(written.arguments().toArray(String[]::new));
    }

    private @Nullable SqlType<?> find(WrittenType written) {
        String whole = written.fullName();
        String usual = synonyms.get(whole);
        SqlType<?> type = types.get(usual == null ? whole : usual);
        if (type != null) {
            return shaped(StandardType.of(type), usual == null ? written : written.named(usual, ""));
        }
        // The words behind the name, such as UNSIGNED, may belong to no name that is known as a whole.
        String name = synonyms.getOrDefault(written.base(), written.base());
        SqlType<?> base = types.get(name);
        if (base != null) {
            return shaped(StandardType.of(base), written.named(name, written.suffix()));
        }
        SqlType<?> other = isPlain(whole) ? others.apply(whole) : null;
        return other == null ? null : shaped(StandardType.of(other), written);
    }

    /** The plain type if the dialect writes it so, else the type under the very name that was read. */
    private SqlType<?> shaped(StandardType<?> type, WrittenType written) {
        StandardType<?> sized = sized(type, written);
        if (isWritten(type, written)) {
            return type;
        } else if (isWritten(sized, written)) {
            return sized;
        }
        StandardType<?> named = type.name() == null ? sized.withName(written.base()) : sized;
        return written.suffix().isEmpty() ? named : named.withSuffix(written.suffix());
    }

    private static StandardType<?> sized(StandardType<?> type, WrittenType written) {
        List<Integer> sizes = written.sizes();
        if (sizes.size() == 2) {
            return sizes.get(0) > 0 && sizes.get(1) <= sizes.get(0) && sizes.get(1) >= 0
                    ? type.withPrecision(sizes.get(0), sizes.get(1))
                    : type;
        }
        return sizes.isEmpty() ? type : type.withSize(sizes.get(0));
    }

    private boolean isWritten(StandardType<?> type, WrittenType written) {
        try {
            WrittenType own = WrittenType.parse(renderer.render(type));
            String name = synonyms.getOrDefault(own.fullName(), own.fullName());
            return name.equals(written.fullName()) && own.arguments().equals(written.arguments());
        } catch (OrmException refused) {
            return false;
        }
    }

    private static SqlType<?> collated(SqlType<?> type, WrittenType written) {
        String collation = written.collation();
        return collation == null || !(type instanceof StandardType<?> standard)
                ? type
                : standard.withCollation(collation);
    }

    private static SqlType<?> unknown(WrittenType written) {
        LOG.warn(
                "Type [{}] is unknown, so its values are read as the driver gives them; give the column a type of its own",
                written.text());
        if (!isPlain(written.fullName())
                || written.arguments().size() != written.sizes().size()) {
            return SqlTypes.domain(written.text(), SqlTypes.OTHER);
        }
        return sized(StandardType.of(SqlTypes.OTHER).withName(written.fullName()), written);
    }

    /** Whether a name is made of words, so that it can be written as it stands. */
    private static boolean isPlain(String name) {
        return List.of(name.split(" ")).stream().allMatch(word -> word.matches("[A-Za-z]\\w*"));
    }
}
