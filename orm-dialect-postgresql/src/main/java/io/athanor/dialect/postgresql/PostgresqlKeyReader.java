package io.athanor.dialect.postgresql;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.dialect.SchemaReader.Scope;
import io.athanor.sql.schema.ForeignKey.Action;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads primary keys, foreign keys, unique constraints and checks. */
final class PostgresqlKeyReader {
    private static final String JOIN = "JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid";
    private static final String KEYS =
            "k.conname, " + PostgresqlQuery.namesOf("k.conkey", "k.conrelid") + ", k.condeferrable, k.condeferred";
    private static final String ORDER = " ORDER BY c.relname, k.conname COLLATE \"C\"";

    Map<String, Reflected.PrimaryKey> primaryKeys(QueryRunner runner, Scope scope) {
        return new PostgresqlQuery(KEYS, JOIN, scope, "AND k.contype = 'p'")
                .single(runner, row -> new Reflected.PrimaryKey(row.getString(2), PostgresqlQuery.names(row, 3)));
    }

    Map<String, List<Reflected.Unique>> uniques(QueryRunner runner, Scope scope) {
        // The column exists since PostgreSQL 15 only.
        String columns = KEYS + ", pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct'";
        String join = JOIN + " LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid";
        return new PostgresqlQuery(columns, join, scope, "AND k.contype = 'u'" + ORDER)
                .lists(
                        runner,
                        row -> new Reflected.Unique(
                                row.getString(2),
                                PostgresqlQuery.names(row, 3),
                                "true".equals(row.getString(6)),
                                row.getBoolean(4) ? true : null,
                                row.getBoolean(5) ? true : null));
    }

    Map<String, List<Reflected.Check>> checks(QueryRunner runner, Scope scope) {
        return new PostgresqlQuery(
                        "k.conname, pg_catalog.pg_get_expr(k.conbin, k.conrelid)",
                        JOIN,
                        scope,
                        "AND k.contype = 'c'" + ORDER)
                .lists(runner, row -> new Reflected.Check(row.getString(2), PostgresqlQuery.bare(row.getString(3))));
    }

    Map<String, List<Reflected.ForeignKey>> foreignKeys(QueryRunner runner, Scope scope) {
        String columns = KEYS + ", fn.nspname, f.relname, " + PostgresqlQuery.namesOf("k.confkey", "k.confrelid")
                + ", k.confdeltype, k.confupdtype, k.confmatchtype, pg_catalog.current_schema()";
        String join = JOIN + " JOIN pg_catalog.pg_class f ON f.oid = k.confrelid"
                + " JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace";
        return new PostgresqlQuery(columns, join, scope, "AND k.contype = 'f'" + ORDER)
                .lists(runner, PostgresqlKeyReader::foreignKey);
    }

    private static Reflected.ForeignKey foreignKey(ResultSet row) throws SQLException {
        String schema = row.getString(6);
        String match = row.getString(11);
        return new Reflected.ForeignKey(
                row.getString(2),
                PostgresqlQuery.names(row, 3),
                new Reflected.Referred(
                        schema.equals(row.getString(12)) ? null : schema,
                        row.getString(7),
                        PostgresqlQuery.names(row, 8)),
                new Reflected.KeyOptions(
                        action(row.getString(9)),
                        action(row.getString(10)),
                        match.equals("f") ? "FULL" : match.equals("p") ? "PARTIAL" : null,
                        row.getBoolean(4) ? true : null,
                        row.getBoolean(5) ? true : null));
    }

    private static @Nullable Action action(String code) {
        return switch (code) {
            case "r" -> Action.RESTRICT;
            case "c" -> Action.CASCADE;
            case "n" -> Action.SET_NULL;
            case "d" -> Action.SET_DEFAULT;
            default -> null;
        };
    }
}
