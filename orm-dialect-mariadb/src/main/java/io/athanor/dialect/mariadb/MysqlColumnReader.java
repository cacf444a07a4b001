package io.athanor.dialect.mariadb;

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
final class MysqlColumnReader {
    private static final Pattern INTEGER =
            Pattern.compile("(TINYINT|SMALLINT|MEDIUMINT|INT|INTEGER|BIGINT)\\s*\\(\\d+\\)(.*)");
    private static final Pattern DECIMAL =
            Pattern.compile("(?:NUMERIC|DECIMAL|DEC|FIXED)\\b\\s*(?:\\((\\d+)(?:,\\s*(\\d+))?\\))?(.*)");
    private static final Pattern FLOAT = Pattern.compile("FLOAT\\s*\\((\\d+)\\)(.*)");
    private static final Pattern SIGN = Pattern.compile("(.+?)((?: UNSIGNED| ZEROFILL)+)");
    private static final int SINGLE_BITS = 24;
    private static final String SELECT = "SELECT C.TABLE_NAME, C.COLUMN_NAME, C.COLUMN_TYPE, C.COLUMN_DEFAULT,"
            + " C.IS_NULLABLE, C.EXTRA, C.COLUMN_COMMENT, C.GENERATION_EXPRESSION,"
            + " CASE WHEN C.COLLATION_NAME <> T.TABLE_COLLATION THEN C.COLLATION_NAME END, %s"
            + " FROM INFORMATION_SCHEMA.COLUMNS C JOIN INFORMATION_SCHEMA.TABLES T"
            + " ON T.TABLE_SCHEMA = C.TABLE_SCHEMA AND T.TABLE_NAME = C.TABLE_NAME";
    /** MariaDB has no type for JSON: the word stands for LONGTEXT with a check. */
    private static final String IS_JSON = "EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS K"
            + " WHERE K.CONSTRAINT_SCHEMA = C.TABLE_SCHEMA AND K.TABLE_NAME = C.TABLE_NAME"
            + " AND K.CHECK_CLAUSE = CONCAT('json_valid(`', REPLACE(C.COLUMN_NAME, '`', '``'), '`)'))";

    private final boolean isMariadb;
    private final TypeReader types;

    MysqlColumnReader(MysqlTypeNames names, boolean isMariadb) {
        this.isMariadb = isMariadb;
        this.types = new TypeReader(names)
                .name(SqlTypes.FLOAT, "FLOAT")
                .name(MysqlTypes.TINYINT, "TINYINT")
                .name(MysqlTypes.MEDIUMINT, "MEDIUMINT")
                .name(MysqlTypes.YEAR, "YEAR")
                .name(MysqlTypes.TINYTEXT, "TINYTEXT")
                .name(MysqlTypes.MEDIUMTEXT, "MEDIUMTEXT")
                .name(MysqlTypes.LONGTEXT, "LONGTEXT")
                .name(MysqlTypes.TINYBLOB, "TINYBLOB")
                .name(MysqlTypes.MEDIUMBLOB, "MEDIUMBLOB")
                .name(MysqlTypes.LONGBLOB, "LONGBLOB")
                .name(StandardType.of(SqlTypes.BYTES).withName("BIT"), "BIT")
                .synonym("INT", "INTEGER")
                .synonym("DECIMAL", "NUMERIC")
                .synonym("DOUBLE PRECISION", "DOUBLE")
                .synonym("REAL", "DOUBLE")
                .synonym("NATIONAL CHAR", "CHAR")
                .synonym("NATIONAL VARCHAR", "VARCHAR")
                .synonym("BOOLEAN", "BOOL");
    }

    /** A type as the catalogue or a CREATE TABLE has it. */
    SqlType<?> type(String sql) {
        String upper = sql.strip().toUpperCase(Locale.ROOT);
        if (upper.startsWith("ENUM")) {
            return types.read(sql.replace("\\\\", "\\"));
        } else if (upper.equals("TINYINT(1)")) {
            return SqlTypes.BOOLEAN;
        }
        Matcher sign = SIGN.matcher(upper);
        if (sign.matches() && type(sign.group(1)) instanceof StandardType<?> base) {
            return base.withSuffix(sign.group(2).strip());
        }
        Matcher integer = INTEGER.matcher(upper);
        if (integer.matches()) {
            return types.read(integer.group(1) + integer.group(2));
        }
        Matcher decimal = DECIMAL.matcher(upper);
        if (decimal.matches()) {
            String precision = decimal.group(1) == null ? "10" : decimal.group(1);
            boolean isWhole = decimal.group(2) == null || decimal.group(2).equals("0");
            return types.read("NUMERIC(" + precision + (isWhole ? ")" : ", " + decimal.group(2) + ")"));
        }
        Matcher floating = FLOAT.matcher(upper);
        if (floating.matches()) {
            return types.read(Integer.parseInt(floating.group(1)) <= SINGLE_BITS ? "FLOAT" : "DOUBLE");
        }
        return types.read(upper.startsWith("YEAR") ? "YEAR" : sql);
    }

    Map<String, List<Reflected.Column>> read(QueryRunner runner, Scope scope) {
        return new MysqlQuery(
                        SELECT.formatted(isMariadb ? IS_JSON : "FALSE"),
                        "C",
                        scope,
                        "ORDER BY C.TABLE_NAME, C.ORDINAL_POSITION")
                .lists(runner, this::column);
    }

    private Reflected.Column column(ResultSet row) throws SQLException {
        String databaseType = row.getBoolean(10) ? "json" : row.getString(3);
        String extra = row.getString(6).toUpperCase(Locale.ROOT);
        String generation = row.getString(8);
        boolean isComputed = generation != null && !generation.isEmpty();
        String comment = row.getString(7);
        SqlType<?> type = type(databaseType);
        Reflected.ColumnTraits traits = Reflected.ColumnTraits.NONE
                .nullable(row.getString(5).equals("YES"))
                .serverDefault(isComputed ? null : serverDefault(row.getString(4), extra, type))
                .autoincrement(extra.contains("AUTO_INCREMENT"))
                .comment(comment.isEmpty() ? null : comment)
                .computed(isComputed ? new Reflected.Computed(generation, extra.startsWith("STORED")) : null);
        String collation = row.getString(9);
        boolean isCollated = collation != null && type instanceof StandardType<?>;
        return new Reflected.Column(
                row.getString(2),
                isCollated && !databaseType.equals("json") ? ((StandardType<?>) type).withCollation(collation) : type,
                databaseType,
                traits);
    }

    /** MariaDB tells SQL; MySQL tells the value of a literal, and SQL only if it says so. */
    private @Nullable String serverDefault(@Nullable String text, String extra, SqlType<?> type) {
        String onUpdate = extra.contains("ON UPDATE") ? extra.substring(extra.indexOf("ON UPDATE")) : "";
        if (text == null || isMariadb && text.equals("NULL")) {
            return onUpdate.isEmpty() ? null : "NULL " + onUpdate;
        }
        boolean isSql =
                isMariadb || extra.contains("DEFAULT_GENERATED") || Number.class.isAssignableFrom(type.javaType());
        String sql = isSql ? text : MysqlDdl.quoted(text);
        return onUpdate.isEmpty() ? sql : sql + " " + onUpdate;
    }
}
