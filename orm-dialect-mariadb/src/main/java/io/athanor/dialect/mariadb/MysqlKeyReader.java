package io.athanor.dialect.mariadb;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.dialect.SchemaReader.Scope;
import io.athanor.sql.schema.ForeignKey.Action;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads primary keys, foreign keys and checks. */
final class MysqlKeyReader {
    private static final Pattern JSON = Pattern.compile("json_valid\\(`(?:[^`]|``)+`\\)");
    private static final String KEYS = "SELECT K.TABLE_NAME, K.COLUMN_NAME FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE K";
    private static final String REFERENCES = "SELECT K.TABLE_NAME, K.CONSTRAINT_NAME, K.COLUMN_NAME,"
            + " CASE WHEN K.REFERENCED_TABLE_SCHEMA <> DATABASE() THEN K.REFERENCED_TABLE_SCHEMA END,"
            + " K.REFERENCED_TABLE_NAME, K.REFERENCED_COLUMN_NAME, R.DELETE_RULE, R.UPDATE_RULE"
            + " FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE K JOIN INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS R"
            + " ON R.CONSTRAINT_SCHEMA = K.CONSTRAINT_SCHEMA AND R.CONSTRAINT_NAME = K.CONSTRAINT_NAME"
            + " AND R.TABLE_NAME = K.TABLE_NAME";
    private static final String MARIADB_CHECKS = "SELECT C.TABLE_NAME,"
            + " CASE WHEN C.LEVEL = 'Column' THEN NULL ELSE C.CONSTRAINT_NAME END, C.CHECK_CLAUSE"
            + " FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS C";
    private static final String MYSQL_CHECKS = "SELECT C.TABLE_NAME, C.CONSTRAINT_NAME, K.CHECK_CLAUSE"
            + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS K"
            + " ON K.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND K.CONSTRAINT_NAME = C.CONSTRAINT_NAME";

    private final boolean isMariadb;

    MysqlKeyReader(boolean isMariadb) {
        this.isMariadb = isMariadb;
    }

    /** A column of a foreign key. */
    private record Reference(
            String key,
            String column,
            @Nullable String schema,
            String table,
            String referred,
            Reflected.KeyOptions options) {}

    /** Every primary key is called PRIMARY, whatever it was named. */
    Map<String, Reflected.PrimaryKey> primaryKeys(QueryRunner runner, Scope scope) {
        Map<String, Reflected.PrimaryKey> keys = new LinkedHashMap<>();
        new MysqlQuery(KEYS, "K", scope, "AND K.CONSTRAINT_NAME = 'PRIMARY' ORDER BY K.TABLE_NAME, K.ORDINAL_POSITION")
                .lists(runner, row -> row.getString(2))
                .forEach((table, columns) -> keys.put(table, new Reflected.PrimaryKey(null, columns)));
        return keys;
    }

    Map<String, List<Reflected.ForeignKey>> foreignKeys(QueryRunner runner, Scope scope) {
        return MysqlQuery.grouped(
                new MysqlQuery(
                                REFERENCES,
                                "K",
                                scope,
                                "AND K.REFERENCED_TABLE_NAME IS NOT NULL"
                                        + " ORDER BY K.TABLE_NAME, K.CONSTRAINT_NAME, K.ORDINAL_POSITION")
                        .lists(runner, MysqlKeyReader::reference),
                Reference::key,
                MysqlKeyReader::foreignKey);
    }

    private static Reference reference(ResultSet row) throws SQLException {
        return new Reference(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                new Reflected.KeyOptions(action(row.getString(7)), action(row.getString(8)), null, null, null));
    }

    /** RESTRICT and NO ACTION are one and the same here, and what is done by itself. */
    private static @Nullable Action action(String rule) {
        return switch (rule) {
            case "CASCADE" -> Action.CASCADE;
            case "SET NULL" -> Action.SET_NULL;
            case "SET DEFAULT" -> Action.SET_DEFAULT;
            default -> null;
        };
    }

    private static Reflected.ForeignKey foreignKey(List<Reference> same) {
        Reference first = same.get(0);
        return new Reflected.ForeignKey(
                first.key,
                same.stream().map(Reference::column).toList(),
                new Reflected.Referred(
                        first.schema,
                        first.table,
                        same.stream().map(Reference::referred).toList()),
                first.options);
    }

    /** What makes a column hold JSON on MariaDB belongs to its type. */
    Map<String, List<Reflected.Check>> checks(QueryRunner runner, Scope scope) {
        String schema = isMariadb ? "CONSTRAINT_SCHEMA" : "TABLE_SCHEMA";
        Map<String, List<Reflected.Check>> checks = new MysqlQuery(
                        isMariadb ? MARIADB_CHECKS : MYSQL_CHECKS,
                        "C",
                        schema,
                        scope,
                        "ORDER BY C.TABLE_NAME, C.CONSTRAINT_NAME")
                .lists(runner, row -> new Reflected.Check(row.getString(2), row.getString(3)));
        checks.values()
                .forEach(list -> list.removeIf(
                        check -> isMariadb && JSON.matcher(check.sql()).matches()));
        return checks;
    }
}
