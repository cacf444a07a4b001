package io.athanor.dialect.h2;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.dialect.SchemaReader.Scope;
import io.athanor.engine.dialect.TypeReader;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads columns and their types. */
final class H2ColumnReader {
    /** How many numbers H2 keeps ready if nothing is stated. */
    static final long USUAL_CACHE = 32;

    private static final String SELECT = "SELECT C.TABLE_NAME AS folded, C.COLUMN_NAME,"
            + " DATA_TYPE_SQL(C.TABLE_SCHEMA, C.TABLE_NAME, 'TABLE', C.DTD_IDENTIFIER), C.COLUMN_DEFAULT, C.IS_NULLABLE,"
            + " C.REMARKS, C.IS_IDENTITY, C.IDENTITY_GENERATION, C.IDENTITY_START, C.IDENTITY_INCREMENT,"
            + " C.IDENTITY_MINIMUM, C.IDENTITY_MAXIMUM, C.IDENTITY_CYCLE, C.IDENTITY_CACHE, C.IS_GENERATED,"
            + " C.GENERATION_EXPRESSION, C.DOMAIN_SCHEMA, C.DOMAIN_NAME, C.DATA_TYPE, SCHEMA()"
            + " FROM INFORMATION_SCHEMA.COLUMNS C";

    private final TypeReader types = new TypeReader(new H2Types())
            .name(SqlTypes.SMALLINT, "TINYINT")
            .name(SqlTypes.NUMERIC, "DECFLOAT")
            .name(SqlTypes.STRING, "VARCHAR_IGNORECASE")
            .name(SqlTypes.OFFSET_TIME, "TIME WITH TIME ZONE")
            .name(SqlTypes.OFFSET_TIMESTAMP, "TIMESTAMP WITH TIME ZONE")
            .synonym("CHARACTER VARYING", "VARCHAR")
            .synonym("CHARACTER", "CHAR")
            .synonym("CHARACTER LARGE OBJECT", "CLOB")
            .synonym("BINARY LARGE OBJECT", "BLOB")
            .synonym("BINARY VARYING", "VARBINARY")
            .synonym("INT", "INTEGER");

    SqlType<?> type(String sql) {
        return types.read(sql);
    }

    /** The integer type of a sequence's numbers. */
    static @Nullable SqlType<?> integer(String dataType) {
        return switch (dataType) {
            case "SMALLINT" -> SqlTypes.SMALLINT;
            case "INTEGER" -> SqlTypes.INTEGER;
            case "BIGINT" -> SqlTypes.BIGINT;
            default -> null;
        };
    }

    Map<String, List<Reflected.Column>> read(QueryRunner runner, Scope scope) {
        return new H2Query(SELECT, "C", scope, "ORDER BY C.TABLE_NAME, C.ORDINAL_POSITION").lists(runner, this::column);
    }

    private Reflected.Column column(ResultSet row, H2Names names) throws SQLException {
        String stored = row.getString(2);
        String databaseType = row.getString(3);
        boolean isComputed = row.getString(15).equals("ALWAYS");
        Reflected.ColumnTraits traits = Reflected.ColumnTraits.NONE
                .nullable(row.getString(5).equals("YES"))
                .serverDefault(isComputed ? null : row.getString(4))
                .comment(row.getString(6))
                .identity(row.getString(7).equals("YES") ? identity(row) : null)
                .computed(isComputed ? new Reflected.Computed(row.getString(16), null) : null)
                .quoted(names.isQuoted(stored));
        return new Reflected.Column(names.declared(stored), type(row, databaseType, names), databaseType, traits);
    }

    private SqlType<?> type(ResultSet row, String databaseType, H2Names names) throws SQLException {
        SqlType<?> type = types.read(databaseType);
        String domain = row.getString(18);
        if (domain == null) {
            return type;
        }
        String schema = row.getString(17);
        return schema.equals(row.getString(20))
                ? SqlTypes.domain(names.declared(domain), type)
                : SqlTypes.domain(names.declared(schema), names.declared(domain), type);
    }

    private static Reflected.Identity identity(ResultSet row) throws SQLException {
        Reflected.Counting counting = new Reflected.Counting(
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                row.getString(13).equals("YES"),
                row.getLong(14));
        int bits = switch (row.getString(19)) {
            case "TINYINT" -> Byte.SIZE;
            case "SMALLINT" -> Short.SIZE;
            case "INTEGER" -> Integer.SIZE;
            default -> Long.SIZE;
        };
        return new Reflected.Identity(row.getString(8).equals("ALWAYS"), counting.stated(null, bits, USUAL_CACHE));
    }
}
