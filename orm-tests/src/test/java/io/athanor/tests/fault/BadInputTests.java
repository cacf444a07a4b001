package io.athanor.tests.fault;

import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.dialect.DialectException;
import io.athanor.engine.error.ProgrammingException;
import io.athanor.engine.error.UrlException;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.tests.database.Database;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs, options, names and raw SQL that are wrong, or want more than they say. */
class BadInputTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x;INIT=CREATE ALIAS A AS 'canary'",
                "h2:///mem:x?init=canary",
                "jdbc:h2:mem:x;TRACE_LEVEL_FILE=canary",
                "sqlite:///x.db?enable_load_extension=canary",
                "jdbc:sqlite::resource:http://canary/x.db",
                "sqlite:///:resource:file:/etc/canary",
                "postgresql://u:canary@h/d?socketFactory=canary",
                "postgresql://u:canary@h/d?loggerFile=canary",
                "jdbc:postgresql://h/d?sslfactory=canary&password=canary",
                "postgresql://h/d?authenticationPluginClassName=canary",
                "mariadb://u:canary@h/d?allowLocalInfile=canary",
                "mariadb://h/d?allowMultiQueries=canary",
                "jdbc:mariadb://h/d?initSql=canary",
                "mariadb://h/d?autoDeserialize=canary",
                "mysql://h/d?allowLoadLocalInfile=canary"
            })
    void optionThatMayRunCodeIsRefusedUnlessAskedForByName(String url) {
        assertThatThrownBy(() -> Engine.create(url))
                .isInstanceOf(DialectException.class)
                .hasMessageContaining("is not on the allow-list")
                .hasMessageContaining("allowDriverOption(")
                .satisfies(refused -> assertThat(stackOf(refused)).doesNotContain("canary"));
    }

    private static String stackOf(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void brokenUrlsOfEachDialectTellWhereAndNoPassword() {
        Random dice = new Random(44);
        String canary = "c4nary-s3cret";
        String[] roots = {
            "h2", "sqlite", "postgresql", "mariadb", "mysql", "jdbc:postgresql", "jdbc:mariadb", "jdbc:h2:tcp"
        };
        String alphabet = ":/@?&=#%[]; \\\"'é\0\n<>{}|^`~+,.ab09";
        int refused = 0;
        long slowest = 0;
        for (int i = 0; i < 5000; i++) {
            StringBuilder url =
                    new StringBuilder(roots[dice.nextInt(roots.length)] + "://user:" + canary + "@host:1/db");
            for (int change = 0; change <= dice.nextInt(6); change++) {
                int position = dice.nextInt(url.length() + 1);
                if (!isWithin(url.indexOf(canary), canary.length(), position)) {
                    url.insert(position, alphabet.charAt(dice.nextInt(alphabet.length())));
                }
            }
            long start = System.nanoTime();
            try {
                Engine.create(url.toString()).close();
            } catch (UrlException broken) {
                refused++;
                assertThat(broken.position()).isBetween(-1, url.length());
                assertThat(stackOf(broken)).doesNotContain(canary);
            } catch (DialectException other) {
                assertThat(stackOf(other)).doesNotContain(canary);
            }
            slowest = i < 500 ? 0 : Math.max(slowest, System.nanoTime() - start);
        }
        assertThat(refused).isGreaterThan(500);
        assertThat(slowest / 5_000_000).as("units of 5 ms, of the slowest").isLessThan(100);
    }

    private static boolean isWithin(int begin, int length, int position) {
        return position > begin && position < begin + length;
    }

    @Test
    void wrongColumnIsAnErrorOnSqliteAndNeverAString() {
        MetaData metadata = new MetaData();
        Table table = Table.of(metadata, "Odd Table", t -> t.column("id", INTEGER, c -> c.primaryKey()));
        Table wrong = Table.of(
                new MetaData(),
                "Odd Table",
                t -> t.column("id", INTEGER, c -> c.primaryKey())
                        .column("Typo", STRING)
                        .column("typo", STRING));
        Column<String> odd = wrong.column("Typo", STRING);
        Column<String> plain = wrong.column("typo", STRING);
        try (Engine engine = Engine.create("sqlite:///:memory:")) {
            metadata.createAll(engine);
            engine.transaction(c -> c.execute(insert(table).set(table.column("id", INTEGER), 1)));
            for (Column<String> each : java.util.List.of(odd, plain)) {
                refused(engine, c -> c.execute(select(each)).all());
                refused(
                        engine,
                        c -> c.execute(select(wrong.column("id", INTEGER)).where(each.eq(each.name())))
                                .all());
                refused(
                        engine,
                        c -> c.execute(select(wrong.column("id", INTEGER)).orderBy(each))
                                .all());
                refused(
                        engine,
                        c -> c.execute(update(wrong)
                                .set(wrong.column("id", INTEGER), 2)
                                .where(each.eq(each.name()))));
                refused(engine, c -> c.execute(delete(wrong).where(each.eq(each.name()))));
                refused(engine, c -> c.execute(insert(wrong).set(each, "x")));
            }
            engine.transaction(c -> assertThat(c.execute(text("SELECT count(*), max(id) FROM \"Odd Table\""))
                            .all())
                    .hasToString("[Row[1, 1]]"));
        }
    }

    private static void refused(Engine engine, java.util.function.Consumer<Connection> work) {
        assertThatThrownBy(() -> engine.transaction(work::accept)).isInstanceOf(ProgrammingException.class);
    }

    /** What raw SQL may hold beside binds. */
    @Nested
    @ParameterizedClass
    @MethodSource("databases")
    class RawSql {
        private final Database database;

        RawSql(Database database) {
            this.database = database;
        }

        static java.util.List<Database> databases() {
            return Database.available();
        }

        private Object only(String sql, Object... binds) {
            String url = database == Database.H2 ? "jdbc:h2:mem:raw" : database.url();
            try (Engine engine = Engine.create(url)) {
                return engine.inTransaction(c -> {
                    io.athanor.sql.tree.Text statement = text(sql);
                    for (int i = 0; i < binds.length; i += 2) {
                        statement = statement.bind((String) binds[i], binds[i + 1]);
                    }
                    return c.execute(statement).all().get(0).get(0);
                });
            } finally {
                takeBack();
            }
        }

        private static void takeBack() {
            try {
                Database.takeBack();
            } catch (java.sql.SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Test
        void markOfAParameterWithinALiteralIsText() {
            assertThat(only("SELECT 'a?b' /* ? */ -- ? :none\n WHERE :x = 'x'", "x", "x"))
                    .isEqualTo("a?b");
        }

        @Test
        void colonWithinALiteralOrCommentIsNoBind() {
            assertThat(only("SELECT ':no' /* :no */ WHERE :yes = 1", "yes", 1)).isEqualTo(":no");
        }

        @Test
        void backslashMakesAColonOfItsOwn() {
            assertThat(only("SELECT 'a\\:b'")).isEqualTo("a:b");
        }

        @Test
        void castOfTwoColonsIsNoBind() {
            if (database == Database.POSTGRESQL || database == Database.H2) {
                assertThat(only("SELECT '12'::integer + :n", "n", 1)).hasToString("13");
            }
        }

        @Test
        void operatorOfQuestionMarksIsPassedOn() {
            if (database == Database.POSTGRESQL) {
                assertThat(only("SELECT '{\"a\": 1}'::jsonb ?? :key", "key", "a"))
                        .isEqualTo(true);
            }
        }

        @Test
        void bindWithoutAValueIsRefusedBeforeAnythingIsSent() {
            assertThatThrownBy(() -> only("SELECT :missing"))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("missing");
            assertThatThrownBy(() -> only("SELECT 1", "unknown", 1))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("unknown");
        }

        @Test
        void valueIsNeverPartOfTheSql() {
            String hostile = "x'; DROP TABLE t; -- \" ` \\ ? :y $1 /*";
            Object back = only(
                    "SELECT CAST(:v AS " + (database == Database.MARIADB ? "CHAR(99)" : "VARCHAR(99)") + ")",
                    "v",
                    hostile);
            assertThat(back).isEqualTo(hostile);
        }
    }
}
