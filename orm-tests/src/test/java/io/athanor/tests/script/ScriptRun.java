package io.athanor.tests.script;

import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.tree.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs scripts on one database, and compares it and the objects with the model. */
final class ScriptRun {
    private static final List<String> TABLES = List.of("team_cup", "player", "badge", "cup", "team");

    private final Engine engine;
    private final SessionFactory sessions;

    ScriptRun(Engine engine, SessionFactory sessions) {
        this.engine = engine;
        this.sessions = sessions;
    }

    /** What went wrong, or null. */
    Throwable failure(List<Step> script) {
        clear();
        Model model = new Model();
        try (Session session = sessions.open()) {
            World world = new World(session, model);
            for (Step step : script) {
                if (step.fits().test(model)) {
                    run(step, world, model);
                }
            }
            return null;
        } catch (RuntimeException | AssertionError failed) {
            return failed;
        }
    }

    private void run(Step step, World world, Model model) {
        step.run().accept(world);
        step.expected().accept(model);
        switch (step.end()) {
            case TRANSACTION -> checkEnd(world, model);
            case SAVEPOINT -> world.checkObjects(model.memory());
            case NONE -> {}
        }
    }

    private void checkEnd(World world, Model model) {
        assertThat(world.session.isInTransaction())
                .as("a transaction after its end")
                .isFalse();
        world.savepoints.clear();
        checkTables(world, model.committed());
        world.checkObjects(model.committed());
        for (Kind kind : Kind.values()) {
            world.checkQuery(kind, model.committed());
        }
    }

    private void clear() {
        engine.transaction(connection -> {
            TABLES.forEach(table -> connection.run(text("DELETE FROM " + table)));
            connection.run(text("UPDATE branch SET parent_id = NULL"));
            connection.run(text("DELETE FROM branch"));
        });
    }

    /**
     * In plain SQL: each row as it must be, and no other. The session gives its connection back before, for a database in
     * memory has no other one.
     */
    private void checkTables(World world, Rows expected) {
        Map<Kind, List<List<Object>>> rows = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            rows.put(kind, new ArrayList<>());
        }
        expected.byHandle()
                .forEach((handle, row) ->
                        rows.get(Kind.of(handle)).add(values(world.id(handle), row.name(), world.id(row.parent()))));
        List<List<Object>> links = new ArrayList<>();
        expected.links().forEach(link -> links.add(values(world.id(link.team()), world.id(link.cup()))));
        if (world.session.isInTransaction()) {
            world.session.rollback();
        }
        try (Connection connection = engine.connect()) {
            rows.forEach((kind, wanted) -> {
                String parent = kind.isChild() ? "parent_id" : "NULL";
                String sql = "SELECT id, name, " + parent + " FROM " + kind.prefix();
                assertThat(sorted(found(connection, sql, 3)))
                        .as("table %s", kind.prefix())
                        .isEqualTo(sorted(wanted));
            });
            assertThat(sorted(found(connection, "SELECT team_id, cup_id FROM team_cup", 2)))
                    .as("table team_cup")
                    .isEqualTo(sorted(links));
        }
    }

    private static List<List<Object>> found(Connection connection, String sql, int width) {
        List<List<Object>> found = new ArrayList<>();
        for (Row row : connection.execute(text(sql)).all()) {
            Object[] values = new Object[width];
            for (int i = 0; i < width; i++) {
                values[i] = row.get(i);
            }
            found.add(values(values));
        }
        return found;
    }

    private static List<Object> values(Object... values) {
        List<Object> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(Objects.toString(value));
        }
        return texts;
    }

    private static List<List<Object>> sorted(List<List<Object>> rows) {
        rows.sort(Comparator.comparing(Object::toString));
        return rows;
    }

    // -- shortening --------------------------------------------------------------------------------------------------

    /** Drop steps, from the end to the beginning, as long as the script fails without them. */
    List<Step> shortened(List<Step> script) {
        List<Step> shortest = new ArrayList<>(script);
        boolean isShorter = true;
        while (isShorter) {
            isShorter = false;
            for (int i = shortest.size() - 1; i >= 0; i--) {
                List<Step> without = new ArrayList<>(shortest);
                without.remove(i);
                if (failure(without) != null) {
                    shortest = without;
                    isShorter = true;
                }
            }
        }
        return shortest;
    }
}
