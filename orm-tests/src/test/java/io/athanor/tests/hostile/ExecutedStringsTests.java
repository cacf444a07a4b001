package io.athanor.tests.hostile;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.inspect.Inspector;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.LikeEscape;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.EachDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Hostile strings as values of real databases: what is read is what was written, and the table is as before. */
class ExecutedStringsTests {
    private static final long SEED = Long.getLong("hostile.seed", 20_240_614L);
    private static final int COUNT = 500;
    private static final MetaData METADATA = new MetaData();
    private static final Table T = Table.of(
            METADATA,
            "hostile",
            t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("s", TEXT));
    private static final Column<Integer> ID = T.column("id", INTEGER);
    private static final Column<String> S = T.column("s", TEXT);

    @EachDatabase
    void valuesComeBackAsTheyWere(Database database) {
        List<String> strings = HostileStrings.of(SEED, COUNT).stream()
                .filter(s -> StandardCharsets.UTF_8.newEncoder().canEncode(s) && s.indexOf('\0') < 0)
                .toList();
        try (Engine engine = Engine.create(database.url())) {
            engine.createAll(METADATA);
            engine.transaction(connection -> {
                for (int i = 0; i < strings.size(); i++) {
                    connection.execute(insert(T).set(ID, i).set(S, strings.get(i)));
                }
                for (int i = 0; i < strings.size(); i++) {
                    find(connection, i, strings.get(i));
                }
                assertThat(connection.execute(select(S).orderBy(ID)).all()).isEqualTo(strings);
            });
        }
    }

    /** A table of each name is created, found, described and dropped, and nothing else happens. */
    @EachDatabase
    void namesAreFoundAsTheyWere(Database database) {
        List<String> names = HostileStrings.of(SEED, database.isServer() ? COUNT / 3 : COUNT).stream()
                .filter(s -> StandardCharsets.UTF_8.newEncoder().canEncode(s) && s.indexOf('\0') < 0)
                .filter(s -> !s.isBlank() && isName(database, s))
                .toList();
        try (Engine engine = Engine.create(database.url())) {
            engine.createAll(METADATA);
            for (String name : names) {
                MetaData metadata = new MetaData();
                Table table = Table.of(metadata, name, t -> t.column(name, INTEGER, c -> c.primaryKey()));
                engine.createAll(metadata);
                engine.transaction(connection -> {
                    assertThat(connection.hasTable(name)).as(name).isTrue();
                    assertThat(connection.hasTable(name + "'x")).isFalse();
                    Inspector inspector = Inspector.of(connection);
                    assertThat(inspector.columns(name)).hasSize(1);
                    assertThat(inspector.primaryKey(name).orElseThrow().columns())
                            .as("a name in capitals alone is the same name on H2")
                            .singleElement(STRING)
                            .isEqualToIgnoringCase(name);
                    connection.execute(insert(table).set(table.column(name, INTEGER), 1));
                    assertThat(connection
                                    .execute(select(table.column(name, INTEGER)))
                                    .all())
                            .containsExactly(1);
                });
                engine.dropAll(metadata);
            }
            engine.transaction(connection -> {
                assertThat(connection.hasTable("hostile")).isTrue();
                assertThat(Inspector.of(connection).tableNames()).containsExactly("hostile");
            });
        }
    }

    /** What a database takes as a name at all, however it is quoted. */
    private static boolean isName(Database database, String name) {
        return switch (database) {
            case SQLITE -> name.length() < 200 && !name.startsWith("sqlite_");
            case H2 -> name.length() < 200;
            case POSTGRESQL -> name.getBytes(StandardCharsets.UTF_8).length < 64;
            // A table is a file, in whose name each character but letters takes five.
            case MARIADB ->
                name.length() < 45
                        && name.equals(name.stripTrailing())
                        && name.codePoints().allMatch(c -> c < 0x10000);
        };
    }

    private static void find(Connection connection, int id, String text) {
        assertThat(connection
                        .execute(select(ID).where(S.eq(text), S.in(text, "plain"), ID.eq(id)))
                        .all())
                .containsExactly(id);
        assertThat(connection
                        .execute(select(ID)
                                .where(
                                        ID.eq(id),
                                        S.startsWith(text, LikeEscape.AUTO),
                                        S.contains(text, LikeEscape.auto('!')),
                                        S.endsWith(text, LikeEscape.AUTO)))
                        .all())
                .as("LIKE of [%s]", text)
                .containsExactly(id);
        assertThat(connection
                        .execute(select(func.coalesce(S, text).concat(text)).where(ID.eq(id)))
                        .all())
                .containsExactly(text + text);
    }
}
