package io.athanor.dialect.postgresql;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.dialect.Reflected.Kind;
import io.athanor.engine.dialect.SchemaReader;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the catalogue, for what a statement would find on the search path unless a schema is named. */
final class PostgresqlSchemaReader implements SchemaReader {
    private static final String BY_NAME = "SELECT c.relname FROM pg_catalog.pg_class c"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND c.relname = ? AND ";

    private final PostgresqlColumnReader columns = new PostgresqlColumnReader();
    private final PostgresqlKeyReader keys = new PostgresqlKeyReader();

    @Override
    public boolean hasTable(QueryRunner runner, @Nullable String schema, String table) {
        return schema == null
                ? runner.query(BY_NAME + "pg_catalog.pg_table_is_visible(c.oid)", List.of(table), ResultSet::next)
                : runner.query(BY_NAME + "n.nspname = ?", List.of(table, schema), ResultSet::next);
    }

    @Override
    public SqlType<?> type(String sql) {
        return columns.type(sql);
    }

    @Override
    public List<String> schemas(QueryRunner runner) {
        return runner.list(
                "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'"
                        + " ORDER BY nspname COLLATE \"C\"",
                List.of(),
                row -> row.getString(1));
    }

    @Override
    public String defaultSchema(QueryRunner runner) {
        return runner.query("SELECT pg_catalog.current_schema()", List.of(), rows -> {
            rows.next();
            return rows.getString(1);
        });
    }

    @Override
    public List<Reflected.Relation> relations(QueryRunner runner, @Nullable String schema) {
        List<Reflected.Relation> all = new ArrayList<>();
        new PostgresqlQuery(
                        "c.relkind, c.relpersistence",
                        "",
                        new Scope(schema, null),
                        "AND c.relkind IN ('r', 'p', 'v', 'm')")
                .lists(runner, PostgresqlSchemaReader::relation)
                .values()
                .forEach(all::addAll);
        all.sort(Comparator.comparing(Reflected.Relation::name));
        return all;
    }

    private static Reflected.Relation relation(ResultSet row) throws SQLException {
        Kind kind = switch (row.getString(2)) {
            case "v" -> Kind.VIEW;
            case "m" -> Kind.MATERIALIZED_VIEW;
            default -> Kind.TABLE;
        };
        return new Reflected.Relation(row.getString(1), kind, row.getString(3).equals("t"), false);
    }

    @Override
    public List<Reflected.Sequence> sequences(QueryRunner runner, @Nullable String schema) {
        String unowned = "AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend p WHERE p.objid = c.oid"
                + " AND p.classid = 'pg_catalog.pg_class'::regclass AND p.deptype IN ('a', 'i') AND p.refobjsubid > 0)";
        List<Reflected.Sequence> all = new ArrayList<>();
        new PostgresqlQuery(
                        "s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcycle, s.seqcache,"
                                + " pg_catalog.format_type(s.seqtypid, NULL)",
                        "JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid",
                        new Scope(schema, null),
                        unowned)
                .lists(runner, PostgresqlSchemaReader::sequence)
                .values()
                .forEach(all::addAll);
        all.sort(Comparator.comparing(Reflected.Sequence::name));
        return all;
    }

    private static Reflected.Sequence sequence(ResultSet row) throws SQLException {
        Reflected.Counting counting = new Reflected.Counting(
                row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getBoolean(6), row.getLong(7));
        int bits = PostgresqlColumnReader.bits(row.getString(8));
        SqlType<?> type = bits == Long.SIZE ? null : bits == Integer.SIZE ? SqlTypes.INTEGER : SqlTypes.SMALLINT;
        return new Reflected.Sequence(
                row.getString(1), counting.stated(type, bits, PostgresqlColumnReader.USUAL_CACHE));
    }

    @Override
    public Map<String, List<Reflected.Column>> columns(QueryRunner runner, Scope scope) {
        return columns.read(runner, scope);
    }

    @Override
    public Map<String, Reflected.PrimaryKey> primaryKeys(QueryRunner runner, Scope scope) {
        return keys.primaryKeys(runner, scope);
    }

    @Override
    public Map<String, List<Reflected.ForeignKey>> foreignKeys(QueryRunner runner, Scope scope) {
        return keys.foreignKeys(runner, scope);
    }

    @Override
    public Map<String, List<Reflected.Unique>> uniques(QueryRunner runner, Scope scope) {
        return keys.uniques(runner, scope);
    }

    @Override
    public Map<String, List<Reflected.Check>> checks(QueryRunner runner, Scope scope) {
        return keys.checks(runner, scope);
    }

    @Override
    public Map<String, List<Reflected.Index>> indexes(QueryRunner runner, Scope scope) {
        return new PostgresqlIndexReader().read(runner, scope);
    }

    @Override
    public Map<String, String> comments(QueryRunner runner, Scope scope) {
        String comment = "pg_catalog.obj_description(c.oid, 'pg_class')";
        return new PostgresqlQuery(comment, "", scope, "AND " + comment + " IS NOT NULL")
                .single(runner, row -> row.getString(2));
    }

    @Override
    public Map<String, String> viewDefinitions(QueryRunner runner, Scope scope) {
        return new PostgresqlQuery("pg_catalog.pg_get_viewdef(c.oid)", "", scope, "AND c.relkind IN ('v', 'm')")
                .single(runner, row -> row.getString(2));
    }
}
