package io.athanor.dialect.postgresql;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.dialect.SchemaReader.Scope;
import io.athanor.engine.dialect.TypeReader;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import io.athanor.sql.type.StandardType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads columns and their types. */
final class PostgresqlColumnReader {
    /** How many numbers PostgreSQL keeps ready if nothing is stated. */
    static final long USUAL_CACHE = 1;

    private static final List<String> TEXTS = List.of(
            "HSTORE",
            "CITEXT",
            "TSVECTOR",
            "TSQUERY",
            "INET",
            "CIDR",
            "MACADDR",
            "MACADDR8",
            "REGCLASS",
            "REGCONFIG",
            "JSONPATH",
            "INT4RANGE",
            "INT8RANGE",
            "NUMRANGE",
            "DATERANGE",
            "TSRANGE",
            "TSTZRANGE",
            "INT4MULTIRANGE",
            "INT8MULTIRANGE",
            "NUMMULTIRANGE",
            "DATEMULTIRANGE",
            "TSMULTIRANGE",
            "TSTZMULTIRANGE");
    private static final Pattern INTERVAL = Pattern.compile("INTERVAL ([A-Z ]+?)\\s*(?:\\((\\d)\\))?");
    private static final Pattern FLOAT = Pattern.compile("FLOAT\\s*\\((\\d+)\\)");
    private static final int SINGLE_BITS = 24;
    private static final String SELECT = "a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),"
            + " pg_catalog.pg_get_expr(d.adbin, d.adrelid), a.attnotnull, pg_catalog.col_description(c.oid, a.attnum),"
            + " a.attidentity, a.attgenerated, e.typtype, e.typname, en.nspname, pg_catalog.pg_type_is_visible(e.oid),"
            + " pg_catalog.format_type(e.typbasetype, e.typtypmod), pg_catalog.array_to_string(ARRAY(SELECT l.enumlabel"
            + " FROM pg_catalog.pg_enum l WHERE l.enumtypid = e.oid ORDER BY l.enumsortorder), chr(31)), co.collname,"
            + " a.attndims, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcycle, s.seqcache,"
            + " pg_catalog.format_type(s.seqtypid, NULL)";
    private static final String JOINS = "JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid"
            + " JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
            + " JOIN pg_catalog.pg_type e ON e.oid ="
            + " CASE WHEN t.typelem <> 0 AND t.typlen = -1 THEN t.typelem ELSE t.oid END"
            + " JOIN pg_catalog.pg_namespace en ON en.oid = e.typnamespace"
            + " LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
            + " LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation AND a.attcollation <> t.typcollation"
            + " LEFT JOIN LATERAL (SELECT q.* FROM pg_catalog.pg_depend p"
            + " JOIN pg_catalog.pg_sequence q ON q.seqrelid = p.objid"
            + " WHERE p.classid = 'pg_catalog.pg_class'::regclass AND p.refclassid = 'pg_catalog.pg_class'::regclass"
            + " AND p.refobjid = c.oid AND p.refobjsubid = a.attnum AND p.deptype IN ('a', 'i') LIMIT 1) s ON TRUE";
    private static final String REST = "AND c.relkind IN ('r', 'p', 'f', 'v', 'm') AND a.attnum > 0"
            + " AND NOT a.attisdropped ORDER BY c.relname, a.attnum";

    private final TypeReader types = reader();

    private static TypeReader reader() {
        TypeReader reader = new TypeReader(new PostgresqlTypeNames())
                .synonym("CHARACTER VARYING", "VARCHAR")
                .synonym("CHARACTER", "CHAR")
                .synonym("DECIMAL", "NUMERIC")
                .synonym("FLOAT", "DOUBLE PRECISION")
                .name(SqlTypes.TIMESTAMP, "TIMESTAMP WITHOUT TIME ZONE")
                .name(SqlTypes.TIME, "TIME WITHOUT TIME ZONE")
                .name(SqlTypes.OFFSET_TIMESTAMP, "TIMESTAMP WITH TIME ZONE")
                .name(SqlTypes.OFFSET_TIME, "TIME WITH TIME ZONE")
                .name(SqlTypes.DURATION, "INTERVAL")
                .name(PostgresqlTypes.MONEY, "MONEY")
                .name(PostgresqlTypes.OID, "OID")
                .name(PostgresqlTypes.JSONB, "JSONB")
                .name(StandardType.of(SqlTypes.TEXT).withName("NAME"), "NAME")
                .name(StandardType.of(SqlTypes.STRING).withName("BIT"), "BIT")
                .name(StandardType.of(SqlTypes.STRING).withName("BIT VARYING"), "BIT VARYING");
        for (String name : TEXTS) {
            reader.name(StandardType.of(SqlTypes.TEXT).withName(name), name);
        }
        return reader;
    }

    /** A type as the catalogue or a CREATE TABLE has it. */
    SqlType<?> type(String sql) {
        String upper = sql.strip().toUpperCase(Locale.ROOT);
        Matcher interval = INTERVAL.matcher(upper);
        if (interval.matches()) {
            return interval.group(2) == null
                    ? PostgresqlTypes.interval(interval.group(1))
                    : PostgresqlTypes.interval(interval.group(1), Integer.parseInt(interval.group(2)));
        }
        Matcher floating = FLOAT.matcher(upper);
        if (floating.matches()) {
            return types.read(Integer.parseInt(floating.group(1)) <= SINGLE_BITS ? "REAL" : "DOUBLE PRECISION");
        }
        boolean isDecimal = upper.startsWith("NUMERIC") || upper.startsWith("DECIMAL");
        return types.read(isDecimal ? sql.replaceFirst("\\((\\d+),\\s*0\\)", "($1)") : sql);
    }

    Map<String, List<Reflected.Column>> read(QueryRunner runner, Scope scope) {
        return new PostgresqlQuery(SELECT, JOINS, scope, REST).lists(runner, this::column);
    }

    private Reflected.Column column(ResultSet row) throws SQLException {
        String databaseType = row.getString(3);
        String sql = row.getString(4);
        String generated = row.getString(8);
        String identity = row.getString(7);
        boolean isComputed = !generated.isEmpty();
        boolean isIdentity = !identity.isEmpty();
        boolean isNumbered = !isIdentity && row.getObject(17) != null && sql != null && sql.startsWith("nextval(");
        Reflected.ColumnTraits traits = Reflected.ColumnTraits.NONE
                .nullable(!row.getBoolean(5))
                .comment(row.getString(6))
                .serverDefault(isComputed ? null : sql)
                .autoincrement(isNumbered)
                .identity(isIdentity ? identity(row, identity.equals("a")) : null)
                .computed(
                        isComputed && sql != null
                                ? new Reflected.Computed(PostgresqlQuery.bare(sql), generated.equals("s"))
                                : null);
        return new Reflected.Column(row.getString(2), type(row, databaseType), databaseType, traits);
    }

    private static Reflected.Identity identity(ResultSet row, boolean isAlways) throws SQLException {
        Reflected.Counting counting = new Reflected.Counting(
                row.getLong(17),
                row.getLong(18),
                row.getLong(19),
                row.getLong(20),
                row.getBoolean(21),
                row.getLong(22));
        return new Reflected.Identity(isAlways, counting.stated(null, bits(row.getString(23)), USUAL_CACHE));
    }

    static int bits(@Nullable String type) {
        return "smallint".equals(type) ? Short.SIZE : "integer".equals(type) ? Integer.SIZE : Long.SIZE;
    }

    private SqlType<?> type(ResultSet row, String databaseType) throws SQLException {
        int dimensions = databaseType.endsWith("[]") ? Math.max(1, row.getInt(16)) : 0;
        SqlType<?> type = element(row, databaseType.replace("[]", ""));
        for (int i = 0; i < dimensions; i++) {
            type = SqlTypes.arrayOf(type);
        }
        String collation = row.getString(15);
        return collation != null && type instanceof StandardType<?> standard ? standard.withCollation(collation) : type;
    }

    private SqlType<?> element(ResultSet row, String databaseType) throws SQLException {
        String kind = row.getString(9);
        String name = row.getString(10);
        boolean isVisible = row.getBoolean(12);
        if (kind.equals("e")) {
            var names = SqlTypes.enumOf(PostgresqlQuery.names(row, 14).toArray(String[]::new))
                    .named(name);
            return isVisible ? names : names.inSchema(row.getString(11));
        } else if (kind.equals("d")) {
            SqlType<?> base = type(row.getString(13));
            return isVisible ? SqlTypes.domain(name, base) : SqlTypes.domain(row.getString(11), name, base);
        }
        return type(databaseType);
    }
}
