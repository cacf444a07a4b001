package io.athanor.tests.kit.run;

import io.athanor.engine.dialect.Capability;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How each capability is tried out in plain SQL, on a table {@code probed (id, a, b, s)} of three rows. Where databases say
 * a thing in several ways, each is tried.
 */
final class Probes {
    private static final Map<Capability, List<Probe>> ALL = new EnumMap<>(Capability.class);

    private static final String INSERT = "INSERT INTO probed (id, a, b, s) VALUES ";

    static {
        changes();
        selects();
        tables();
        constraints();
        types();
        sessions();
        changesByOthers();
        aggregates();
        limits();
        sources();
        conditions();
        texts();
        locks();
        views();
        structures();
    }

    private static final Set<Capability> PROMISES = Set.of(
            Capability.RETURNING_IN_ORDER,
            Capability.REFLECTION,
            Capability.TEMPORARY_REFLECTION,
            Capability.NATIVE_ENUMS);

    private Probes() {}

    /** Whether the capability is a promise rather than an ability, of the dialect, so that the database may well do it. */
    static boolean isPromise(Capability capability) {
        return PROMISES.contains(capability);
    }

    static List<Probe> of(Capability capability) {
        return ALL.getOrDefault(capability, List.of());
    }

    private static void add(Capability capability, Probe... probes) {
        ALL.put(capability, List.of(probes));
    }

    private static void changes() {
        add(
                Capability.INSERT_RETURNING,
                Probe.sql(INSERT + "(9, 1, 1, 'x') RETURNING id"),
                Probe.sql("SELECT id FROM FINAL TABLE (" + INSERT + "(8, 1, 1, 'x'))"));
        add(
                Capability.UPDATE_RETURNING,
                Probe.sql("UPDATE probed SET a = 1 RETURNING id"),
                Probe.sql("SELECT id FROM FINAL TABLE (UPDATE probed SET a = 1)"));
        add(
                Capability.DELETE_RETURNING,
                Probe.sql("DELETE FROM probed RETURNING id"),
                Probe.sql("SELECT id FROM OLD TABLE (DELETE FROM probed)"));
        add(Capability.MULTI_ROW_INSERT, Probe.sql(INSERT + "(7, 1, 1, 'x'), (6, 1, 1, 'x')"));
        add(
                Capability.MULTI_ROW_INSERT_RETURNING,
                Probe.sql(INSERT + "(7, 1, 1, 'x'), (6, 1, 1, 'x') RETURNING id"),
                Probe.sql("SELECT id FROM FINAL TABLE (" + INSERT + "(7, 1, 1, 'x'), (6, 1, 1, 'x'))"));
        add(Capability.BATCH_GENERATED_KEYS, Probe.check("keys of a batch", Probes::batchTellsKeys));
        add(
                Capability.EMPTY_INSERTS,
                Probe.sql("CREATE TABLE p_empty (a INTEGER DEFAULT 5)", "INSERT INTO p_empty DEFAULT VALUES")
                        .undo("DROP TABLE p_empty"),
                Probe.sql("CREATE TABLE p_empty (a INTEGER DEFAULT 5)", "INSERT INTO p_empty () VALUES ()")
                        .undo("DROP TABLE p_empty"));
    }

    private static void changesByOthers() {
        add(
                Capability.UPSERT,
                Probe.sql(INSERT + "(1, 1, 1, 'x') ON CONFLICT (id) DO UPDATE SET a = 5"),
                Probe.sql(INSERT + "(1, 1, 1, 'x') ON DUPLICATE KEY UPDATE a = 5"),
                Probe.sql("MERGE INTO probed USING (SELECT 1 AS k FROM probed WHERE id = 1) v ON probed.id = v.k"
                        + " WHEN MATCHED THEN UPDATE SET a = 5"
                        + " WHEN NOT MATCHED THEN INSERT (id, a) VALUES (v.k, 1)"));
        add(
                Capability.CONDITIONAL_UPSERT,
                Probe.sql(INSERT + "(1, 1, 1, 'x') ON CONFLICT (id) DO UPDATE SET a = 5 WHERE probed.a > 0"),
                Probe.sql("MERGE INTO probed USING (SELECT 1 AS k FROM probed WHERE id = 1) v ON probed.id = v.k"
                        + " WHEN MATCHED AND probed.a > 0 THEN UPDATE SET a = 5"
                        + " WHEN NOT MATCHED THEN INSERT (id, a) VALUES (v.k, 1)"));
        add(
                Capability.UPDATE_FROM,
                Probe.sql("UPDATE probed SET a = o.b FROM probed o WHERE o.id = probed.id"),
                Probe.sql("UPDATE probed, probed o SET probed.a = o.b WHERE o.id = probed.id"),
                Probe.sql("MERGE INTO probed USING (SELECT id, b FROM probed) o ON o.id = probed.id"
                        + " WHEN MATCHED THEN UPDATE SET a = o.b"));
        add(
                Capability.DELETE_USING,
                Probe.sql("DELETE FROM probed USING probed o WHERE o.id = probed.id"),
                Probe.sql("DELETE probed FROM probed, probed o WHERE o.id = probed.id"),
                Probe.sql("MERGE INTO probed USING (SELECT id FROM probed) o ON o.id = probed.id"
                        + " WHEN MATCHED THEN DELETE"));
        add(
                Capability.LIMITED_CHANGES,
                Probe.sql("UPDATE probed SET a = 1 LIMIT 1", "DELETE FROM probed LIMIT 1"),
                Probe.sql(
                        "UPDATE probed SET a = 1 FETCH FIRST 1 ROWS ONLY",
                        "DELETE FROM probed FETCH FIRST 1 ROWS ONLY"));
    }

    private static void selects() {
        add(Capability.CTES, Probe.sql("WITH c AS (SELECT id FROM probed) SELECT id FROM c"));
        add(
                Capability.RECURSIVE_CTES,
                Probe.yields(
                        "3",
                        "WITH RECURSIVE c (n) AS (SELECT id FROM probed WHERE id = 1 UNION ALL"
                                + " SELECT n + 1 FROM c WHERE n < 3) SELECT max(n) FROM c"));
        add(
                Capability.RECURSIVE_DISTINCT_CTES,
                Probe.yields(
                        "3",
                        "WITH RECURSIVE c (n) AS (SELECT id FROM probed WHERE id < 3 UNION"
                                + " SELECT n + 1 FROM c WHERE n < 3) SELECT count(*) FROM c"));
        add(
                Capability.CTES_OF_CHANGES,
                Probe.sql(
                        "WITH c AS (SELECT id FROM probed) UPDATE probed SET a = 1 WHERE id IN (SELECT id FROM c)",
                        "WITH c AS (SELECT id FROM probed) DELETE FROM probed WHERE id IN (SELECT id FROM c)"));
        add(Capability.CHANGES_IN_WITH, Probe.sql("WITH d AS (DELETE FROM probed RETURNING id) SELECT id FROM d"));
    }

    private static void aggregates() {
        add(Capability.WITHIN_GROUP, Probe.sql("SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY a) FROM probed"));
        add(Capability.TABLE_SAMPLES, Probe.sql("SELECT id FROM probed TABLESAMPLE BERNOULLI (50)"));
        add(Capability.WINDOWS, Probe.sql("SELECT row_number() OVER (PARTITION BY a ORDER BY id) FROM probed"));
        add(Capability.RANGE_FRAMES, over("RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING"));
        add(Capability.GROUPS_FRAMES, over("GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW"));
        add(
                Capability.FRAME_EXCLUSION,
                over("ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW"));
    }

    private static void limits() {
        add(Capability.DISTINCT_ON, Probe.sql("SELECT DISTINCT ON (a) id FROM probed ORDER BY a, id"));
        add(Capability.FETCH_WITH_TIES, Probe.sql("SELECT id FROM probed ORDER BY a FETCH FIRST 1 ROWS WITH TIES"));
        add(Capability.FETCH_PERCENT, Probe.sql("SELECT id FROM probed ORDER BY a FETCH FIRST 50 PERCENT ROWS ONLY"));
        add(
                Capability.ZERO_LIMITS,
                Probe.yields("", "SELECT id FROM probed LIMIT 0"),
                Probe.yields("", "SELECT id FROM probed FETCH FIRST 0 ROWS ONLY"));
        add(
                Capability.COMPUTED_LIMITS,
                Probe.sql("SELECT id FROM probed LIMIT (1 + 1) OFFSET (1 + 0)"),
                Probe.sql("SELECT id FROM probed OFFSET (1 + 0) ROWS FETCH FIRST (1 + 1) ROWS ONLY"));
    }

    private static void sources() {
        add(
                Capability.LATERAL,
                Probe.sql("SELECT p.id, l.n FROM probed p, LATERAL (SELECT count(*) AS n FROM probed o"
                        + " WHERE o.a = p.a) l"),
                Probe.sql("SELECT p.id, l.n FROM probed p CROSS APPLY (SELECT count(*) AS n FROM probed o"
                        + " WHERE o.a = p.a) l"));
        add(
                Capability.INTERSECT_AND_EXCEPT,
                Probe.sql(
                        "SELECT a FROM probed INTERSECT SELECT b FROM probed",
                        "SELECT a FROM probed EXCEPT SELECT b FROM probed"));
        add(
                Capability.INTERSECT_ALL,
                Probe.sql(
                        "SELECT a FROM probed INTERSECT ALL SELECT b FROM probed",
                        "SELECT a FROM probed EXCEPT ALL SELECT b FROM probed"));
        add(
                Capability.LIMITED_MEMBERS,
                Probe.sql("(SELECT id FROM probed ORDER BY id LIMIT 1) UNION ALL"
                        + " (SELECT id FROM probed ORDER BY id LIMIT 1)"),
                Probe.sql("(SELECT id FROM probed ORDER BY id FETCH FIRST 1 ROWS ONLY) UNION ALL"
                        + " (SELECT id FROM probed ORDER BY id FETCH FIRST 1 ROWS ONLY)"));
        add(Capability.FULL_JOIN, Probe.sql("SELECT p.id, o.id FROM probed p FULL OUTER JOIN probed o ON p.id = o.a"));
        add(
                Capability.VALUES_IN_FROM,
                Probe.sql("SELECT v.n FROM (VALUES (1), (2)) AS v (n)"),
                Probe.sql("SELECT v.n FROM (VALUES ROW(1), ROW(2)) AS v (n)"));
    }

    private static void conditions() {
        add(
                Capability.TUPLE_IN,
                Probe.sql("SELECT id FROM probed WHERE (a, b) IN ((1, 2), (2, 3))"),
                Probe.sql("SELECT id FROM probed WHERE (a, b) IN (VALUES (1, 2), (2, 3))"));
        add(Capability.QUANTIFIED_COMPARISONS, Probe.sql("SELECT id FROM probed WHERE a > ANY (SELECT a FROM probed)"));
        add(Capability.NULLS_ORDER, Probe.sql("SELECT id FROM probed ORDER BY a NULLS LAST, b DESC NULLS FIRST"));
        add(Capability.AGGREGATE_FILTER, Probe.sql("SELECT count(*) FILTER (WHERE a > 1) FROM probed"));
    }

    private static void texts() {
        add(
                Capability.ORDERED_AGGREGATES,
                Probe.sql("SELECT string_agg(s, ',' ORDER BY id) FROM probed"),
                Probe.sql("SELECT group_concat(s, ',' ORDER BY id) FROM probed"),
                Probe.sql("SELECT group_concat(s ORDER BY id SEPARATOR ',') FROM probed"),
                Probe.sql("SELECT listagg(s, ',') WITHIN GROUP (ORDER BY id) FROM probed"));
        add(
                Capability.COLLATIONS,
                Probe.sql("SELECT s FROM probed ORDER BY s COLLATE \"C\""),
                Probe.sql("SELECT s FROM probed ORDER BY s COLLATE BINARY"),
                Probe.sql("SELECT s FROM probed ORDER BY s COLLATE utf8mb4_bin"),
                Probe.sql("SELECT s FROM probed ORDER BY s COLLATE \"English\""),
                Probe.sql("SELECT s FROM probed ORDER BY s COLLATE SQL_TEXT"));
        add(
                Capability.REGULAR_EXPRESSIONS,
                Probe.sql("SELECT id FROM probed WHERE s REGEXP 'a.c'"),
                Probe.sql("SELECT id FROM probed WHERE s ~ 'a.c'"),
                Probe.sql("SELECT id FROM probed WHERE regexp_like(s, 'a.c')"),
                Probe.sql("SELECT id FROM probed WHERE regexp_matches(s, 'a.c')"));
        add(Capability.REGEXP_REPLACE, Probe.sql("SELECT regexp_replace(s, 'a.c', 'x') FROM probed"));
    }

    private static void locks() {
        add(Capability.ROW_LOCKS, Probe.sql("SELECT id FROM probed FOR UPDATE"));
        add(Capability.LOCK_NOWAIT, Probe.sql("SELECT id FROM probed FOR UPDATE NOWAIT"));
        add(Capability.SKIP_LOCKED, Probe.sql("SELECT id FROM probed FOR UPDATE SKIP LOCKED"));
    }

    private static Probe over(String frame) {
        return Probe.sql("SELECT sum(a) OVER (ORDER BY id " + frame + ") FROM probed");
    }

    private static void tables() {
        add(
                Capability.IDENTITY_COLUMNS,
                Probe.sql("CREATE TABLE p_identity (id INTEGER GENERATED BY DEFAULT AS IDENTITY, a INTEGER)")
                        .undo("DROP TABLE p_identity"));
        add(Capability.SEQUENCES, Probe.sql("CREATE SEQUENCE p_sequence").undo("DROP SEQUENCE p_sequence"));
        add(
                Capability.SCHEMAS,
                Probe.sql("CREATE SCHEMA p_schema", "CREATE TABLE p_schema.t (a INTEGER)", "DROP TABLE p_schema.t")
                        .undo("DROP SCHEMA p_schema"));
        add(
                Capability.STORED_COMPUTED_COLUMNS,
                computed("GENERATED ALWAYS AS (a * 2) STORED"),
                computed("GENERATED ALWAYS AS (a * 2) PERSISTENT"),
                computed("GENERATED ALWAYS AS (a * 2)"));
        add(
                Capability.COMPUTED_DEFAULTS,
                Probe.sql("CREATE TABLE p_default (a INTEGER DEFAULT (1 + 2))").undo("DROP TABLE p_default"),
                Probe.sql("CREATE TABLE p_default (a INTEGER DEFAULT 1 + 2)").undo("DROP TABLE p_default"));
        add(Capability.VIRTUAL_COMPUTED_COLUMNS, computed("GENERATED ALWAYS AS (a * 2) VIRTUAL"));
        add(
                Capability.COMMENTS,
                Probe.sql("COMMENT ON TABLE probed IS 'words'"),
                Probe.sql("ALTER TABLE probed COMMENT 'words'"));
    }

    private static void views() {
        add(
                Capability.TEMPORARY_TABLES,
                temporary("CREATE TEMPORARY TABLE p_temp (a INTEGER)"),
                temporary("CREATE LOCAL TEMPORARY TABLE p_temp (a INTEGER)"),
                temporary("DECLARE LOCAL TEMPORARY TABLE p_temp (a INTEGER)"),
                temporary("CREATE GLOBAL TEMPORARY TABLE p_temp (a INTEGER)"));
        add(
                Capability.TEMPORARY_VIEWS,
                Probe.sql("CREATE TEMPORARY VIEW p_view AS SELECT id FROM probed")
                        .undo("DROP VIEW p_view"));
        add(
                Capability.OR_REPLACE_VIEW,
                Probe.sql("CREATE OR REPLACE VIEW p_view AS SELECT id FROM probed")
                        .undo("DROP VIEW p_view"));
        add(
                Capability.MATERIALIZED_VIEWS,
                Probe.sql("CREATE MATERIALIZED VIEW p_view AS SELECT id FROM probed")
                        .undo("DROP MATERIALIZED VIEW p_view"));
        add(
                Capability.CREATE_TABLE_AS,
                Probe.sql("CREATE TABLE p_as AS SELECT id FROM probed").undo("DROP TABLE p_as"),
                Probe.sql("CREATE TABLE p_as AS (SELECT id FROM probed) WITH DATA")
                        .undo("DROP TABLE p_as"));
        add(Capability.TRANSACTIONAL_DDL, Probe.check("rollback of CREATE TABLE", Probes::rollsBackTables));
    }

    private static Probe temporary(String create) {
        return Probe.sql(create, "INSERT INTO p_temp VALUES (1)", "DROP TABLE p_temp")
                .undo("DROP TABLE p_temp");
    }

    private static Probe computed(String clause) {
        return Probe.yields(
                        "6",
                        "SELECT b FROM p_computed",
                        "CREATE TABLE p_computed (a INTEGER, b INTEGER " + clause + ")",
                        "INSERT INTO p_computed (a) VALUES (3)")
                .undo("DROP TABLE p_computed");
    }

    private static void constraints() {
        add(
                Capability.ALTER_CONSTRAINTS,
                Probe.sql(
                                "CREATE TABLE p_alter (a INTEGER NOT NULL)",
                                "ALTER TABLE p_alter ADD CONSTRAINT uq_alter UNIQUE (a)")
                        .undo("DROP TABLE p_alter"));
        add(
                Capability.DEFERRED_CONSTRAINTS,
                Probe.check("insert of a child before its parent", Probes::defersForeignKeys)
                        .undo("DROP TABLE p_child", "DROP TABLE p_parent"));
        add(
                Capability.UPDATE_CASCADE,
                Probe.yields(
                                "7",
                                "SELECT k FROM p_child",
                                "CREATE TABLE p_parent (id INTEGER NOT NULL PRIMARY KEY)",
                                "CREATE TABLE p_child (k INTEGER, FOREIGN KEY (k) REFERENCES p_parent (id)"
                                        + " ON UPDATE CASCADE)",
                                "INSERT INTO p_parent VALUES (1)",
                                "INSERT INTO p_child VALUES (1)",
                                "UPDATE p_parent SET id = 7")
                        .undo("DROP TABLE p_child", "DROP TABLE p_parent"));
        add(
                Capability.PARTIAL_INDEXES,
                Probe.sql("CREATE INDEX p_partial ON probed (a) WHERE b > 1").undo("DROP INDEX p_partial"));
        add(
                Capability.FUNCTIONAL_INDEXES,
                Probe.sql("CREATE INDEX p_lower ON probed (lower(s))").undo("DROP INDEX p_lower"),
                Probe.sql("CREATE INDEX p_lower ON probed ((lower(s)))")
                        .undo("DROP INDEX p_lower", "DROP INDEX p_lower ON probed"));
    }

    private static void types() {
        // SQLite takes any word for a type and BOOLEAN for a number; a type of its own has words and a name.
        add(
                Capability.NATIVE_BOOLEAN,
                Probe.check("a column of BOOLEAN that holds objects of Java's", TypeProbe::hasBoolean));
        add(Capability.NATIVE_UUID, Probe.check("a column of UUID that refuses other texts", TypeProbe::hasUuid));
        add(
                Capability.EXACT_DECIMALS,
                Probe.yields(
                                "123456789012345678901234.123456",
                                "SELECT n FROM p_decimal",
                                "CREATE TABLE p_decimal (n DECIMAL(30, 6))",
                                "INSERT INTO p_decimal VALUES (123456789012345678901234.123456)")
                        .undo("DROP TABLE p_decimal"));
        add(
                Capability.NANOSECONDS,
                Probe.yields(
                                "2024-01-02 03:04:05.123456789",
                                "SELECT t FROM p_nanos",
                                "CREATE TABLE p_nanos (t TIMESTAMP(9))",
                                "INSERT INTO p_nanos VALUES (TIMESTAMP '2024-01-02 03:04:05.123456789')")
                        .undo("DROP TABLE p_nanos"));
        add(
                Capability.MOMENT_COMPARISON,
                Probe.yields(
                        "3",
                        "SELECT count(*) FROM probed WHERE TIMESTAMP WITH TIME ZONE '2024-01-01 12:00:00+02:00'"
                                + " = TIMESTAMP WITH TIME ZONE '2024-01-01 10:00:00+00:00'"));
        add(Capability.OFFSET_TIMESTAMPS, Probe.check("a timestamp with an offset", TypeProbe::keepsOffsets));
    }

    private static void structures() {
        add(Capability.INFINITE_FLOATS, Probe.check("an infinite double", TypeProbe::keepsInfinity));
        add(
                Capability.UNBOUNDED_STRINGS,
                Probe.sql("CREATE TABLE p_string (s VARCHAR)", "INSERT INTO p_string VALUES ('abc')")
                        .undo("DROP TABLE p_string"));
        add(Capability.SIGNIFICANT_BLANKS, Probe.yields("0", "SELECT count(*) FROM probed WHERE s = 'abc   '"));
        add(
                Capability.JSON_ITEMS,
                Probe.yields("x", "SELECT json_extract('{\"a\": \"x\"}', '$.a') FROM probed"),
                Probe.yields("x", "SELECT CAST('{\"a\": \"x\"}' AS JSON) ->> 'a' FROM probed"),
                Probe.yields("x", "SELECT CAST((JSON '{\"a\": \"x\"}').\"a\" AS VARCHAR(9)) FROM probed"),
                Probe.yields("x", "SELECT json_value('{\"a\": \"x\"}', '$.a') FROM probed"));
        add(
                Capability.ARRAYS,
                Probe.sql("CREATE TABLE p_array (a INTEGER ARRAY)", "INSERT INTO p_array VALUES (ARRAY[1, 2])")
                        .undo("DROP TABLE p_array"),
                Probe.sql("CREATE TABLE p_array (a INTEGER[])", "INSERT INTO p_array VALUES (ARRAY[1, 2])")
                        .undo("DROP TABLE p_array"));
    }

    private static void sessions() {
        add(Capability.SAVEPOINTS, Probe.check("rollback to a savepoint", Probes::rollsBackToSavepoints));
        add(
                Capability.TWO_PHASE_COMMIT,
                Probe.sql("BEGIN", "DELETE FROM probed", "PREPARE TRANSACTION 'p_two'", "ROLLBACK PREPARED 'p_two'"),
                Probe.sql(
                        "XA START 'p_two'",
                        "DELETE FROM probed",
                        "XA END 'p_two'",
                        "XA PREPARE 'p_two'",
                        "XA ROLLBACK 'p_two'"));
    }

    private static boolean batchTellsKeys(Connection connection) throws SQLException {
        createNumbered(connection);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO p_keys (a) VALUES (?)", new String[] {"id"})) {
            for (int i = 0; i < 3; i++) {
                insert.setInt(1, i);
                insert.addBatch();
            }
            insert.executeBatch();
            int keys = 0;
            try (ResultSet generated = insert.getGeneratedKeys()) {
                while (generated.next()) {
                    keys++;
                }
            }
            return keys == 3;
        } finally {
            Probe.run(connection, "DROP TABLE p_keys");
        }
    }

    private static void createNumbered(Connection connection) throws SQLException {
        String[] keys = {
            "INTEGER GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY",
            "INTEGER AUTO_INCREMENT PRIMARY KEY",
            "INTEGER PRIMARY KEY AUTOINCREMENT"
        };
        SQLException last = new SQLException("no way to number rows is known");
        for (String key : keys) {
            try {
                Probe.run(connection, "CREATE TABLE p_keys (id " + key + ", a INTEGER)");
                return;
            } catch (SQLException refused) {
                last = refused;
            }
        }
        throw last;
    }

    private static boolean rollsBackTables(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        Probe.run(connection, "CREATE TABLE p_ddl (a INTEGER)");
        connection.rollback();
        connection.setAutoCommit(true);
        try {
            Probe.run(connection, "DROP TABLE p_ddl");
            return false;
        } catch (SQLException gone) {
            return true;
        }
    }

    private static boolean defersForeignKeys(Connection connection) throws SQLException {
        Probe.run(connection, "CREATE TABLE p_parent (id INTEGER NOT NULL PRIMARY KEY)");
        Probe.run(
                connection,
                "CREATE TABLE p_child (k INTEGER, FOREIGN KEY (k) REFERENCES p_parent (id)"
                        + " DEFERRABLE INITIALLY DEFERRED)");
        connection.setAutoCommit(false);
        Probe.run(connection, "INSERT INTO p_child VALUES (1)");
        Probe.run(connection, "INSERT INTO p_parent VALUES (1)");
        connection.commit();
        return true;
    }

    private static boolean rollsBackToSavepoints(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        Savepoint savepoint = connection.setSavepoint("p_here");
        Probe.run(connection, "DELETE FROM probed");
        connection.rollback(savepoint);
        boolean isBack = Probe.first(connection, "SELECT count(*) FROM probed").equals("3");
        connection.rollback();
        return isBack;
    }
}
