package io.athanor.tests.cases;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.dialect.Capability;
import io.athanor.sql.Sql;
import io.athanor.tests.database.Database;
import io.athanor.tests.jdbc.RecordingDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the text of a case about schemas on an empty database, or one that holds what the text speaks of. */
final class CaseDdl {
    private static final Pattern SCHEMA =
            Pattern.compile("(?:TABLE|ON|SEQUENCE|REFERENCES) (\"?\\w+\"?)\\.\\w+(?! IS)");
    private static final String PARENT =
            "(id INTEGER NOT NULL PRIMARY KEY, id2 INTEGER, UNIQUE (id, id2), UNIQUE (id2))";

    /** What is made for a text that names it, in this order. */
    private static final List<Map.Entry<Pattern, String>> NEEDED = List.of(
            needed("REFERENCES p |ALTER TABLE c |ON c ", "CREATE TABLE p " + PARENT),
            needed("REFERENCES s\\.p ", "CREATE TABLE s.p " + PARENT),
            needed("ALTER TABLE c ADD|ON c ", "CREATE TABLE c (p_id INTEGER, x INTEGER)"),
            needed(
                    "ALTER TABLE c DROP",
                    "CREATE TABLE c (p_id INTEGER, CONSTRAINT fk_x FOREIGN KEY (p_id) REFERENCES p (id))"),
            needed(" s\\.t ", "CREATE TABLE s.t (a INTEGER)"),
            needed(
                    "ON t[ .]|ON TABLE t |ON COLUMN t\\.|ALTER TABLE t (ADD|COMMENT|MODIFY|CHANGE)|DROP TABLE t$",
                    "CREATE TABLE t (a INTEGER, b VARCHAR(20))"),
            needed("ALTER TABLE t DROP", "CREATE TABLE t (a INTEGER, CONSTRAINT uq UNIQUE (a))"),
            needed("DROP INDEX (IF EXISTS )?ix", "CREATE TABLE t (a INTEGER)"),
            needed("DROP INDEX ", "CREATE INDEX ix ON t (a)"),
            needed("FROM account", "CREATE TABLE account (id INTEGER, name VARCHAR(20), age INTEGER)"),
            needed("nextval\\(|NEXT VALUE FOR s1", "CREATE SEQUENCE s1"),
            needed("HSTORE", "CREATE EXTENSION hstore"),
            needed("CITEXT", "CREATE EXTENSION citext"),
            needed("c e1\\b", "CREATE TYPE e1 AS ENUM ('a', 'bbb')"),
            needed("c color\\b", "CREATE TYPE color AS ENUM ('red', 'green')"),
            needed("c s\\.m\\b", "CREATE SCHEMA s"),
            needed("c s\\.m\\b", "CREATE TYPE s.m AS ENUM ('a', 'b')"),
            needed("c d\\b", "CREATE DOMAIN d AS INTEGER"));

    private final Database database;

    CaseDdl(Database database) {
        this.database = database;
    }

    private static Map.Entry<Pattern, String> needed(String text, String statement) {
        return Map.entry(Pattern.compile(text), statement);
    }

    /** Whether a case writes no statement of the tree, and no query either. */
    static boolean isMeant(String key) {
        return key.startsWith("ddl/") || key.startsWith("types/");
    }

    /** Run it; that it runs is all that it shows. */
    List<String> run(String key, Function<Vocabulary, Object> written) throws SQLException {
        Cases.Ddl ddl = (Cases.Ddl) written.apply(new Vocabulary(Renaming.none()));
        try (RecordingDataSource source = database.open();
                Engine engine = Engine.of(source, options -> options.dialect(database.dialect()))) {
            String text = ddl.write(CaseDialect.of(engine.dialect()));
            String statement = key.startsWith("types/") ? "CREATE TABLE typed (c " + text + ")" : text.strip();
            List<String> schemas =
                    engine.dialect().capabilities().has(Capability.SCHEMAS) ? schemas(statement) : List.of();
            try {
                engine.transaction(connection -> {
                    prepare(connection, statement, schemas);
                    connection.run(Sql.text(statement));
                });
            } finally {
                forget(engine, schemas);
            }
        }
        return List.of();
    }

    private static List<String> schemas(String statement) {
        Matcher schema = SCHEMA.matcher(statement);
        return schema.find() ? List.of(schema.group(1)) : List.of();
    }

    /** A schema that is a database of its own does not go with the one that was lent. */
    private void forget(Engine engine, List<String> schemas) {
        if (database == Database.MARIADB) {
            engine.transaction(connection -> {
                connection.run(Sql.text("SET foreign_key_checks = 0"));
                connection.run(Sql.text("DROP SCHEMA IF EXISTS `my schema`"));
                schemas.forEach(name -> connection.run(Sql.text("DROP SCHEMA " + name)));
            });
        }
    }

    private static void prepare(Connection connection, String statement, List<String> schemas) {
        List<String> before = new ArrayList<>();
        schemas.forEach(name -> before.add("CREATE SCHEMA " + name));
        for (Map.Entry<Pattern, String> needed : NEEDED) {
            if (needed.getKey().matcher(statement).find()) {
                before.add(needed.getValue());
            }
        }
        before.forEach(sql -> connection.run(Sql.text(sql)));
    }
}
