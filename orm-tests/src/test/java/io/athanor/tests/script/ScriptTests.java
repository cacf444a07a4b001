package io.athanor.tests.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Engine;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.SessionFactory;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.NeedsServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Runs random scripts in sessions, those of one seed so that a build can be repeated; {@code -Dmodel.seed=N} makes up others,
 * {@code -Dmodel.scripts=N} more or fewer. A script that fails is shown with as few steps as fail.
 */
class ScriptTests {
    private static final long SEED = Long.getLong("model.seed", 1);
    private static final int SCRIPTS = Integer.getInteger("model.scripts", 2_000);
    private static final int FEWER = 10;
    private static final int SHOWN = Integer.getInteger("model.shown", 3);

    @Test
    void sqliteDoesWhatTheModelSays() {
        check(Database.SQLITE, SCRIPTS);
    }

    @Test
    void h2DoesWhatTheModelSays() {
        check(Database.H2, SCRIPTS);
    }

    @Nested
    @NeedsServer(Database.POSTGRESQL)
    class OnPostgresql {
        @Test
        void postgresqlDoesWhatTheModelSays() {
            check(Database.POSTGRESQL, SCRIPTS / FEWER);
        }
    }

    @Nested
    @NeedsServer(Database.MARIADB)
    class OnMariadb {
        @Test
        void mariadbDoesWhatTheModelSays() {
            check(Database.MARIADB, SCRIPTS / FEWER);
        }
    }

    @AfterEach
    void giveBack() throws SQLException {
        Database.takeBack();
    }

    private static void check(Database database, int scripts) {
        Registry registry = Registry.of(Team.class, Player.class, Badge.class, Cup.class, Branch.class);
        try (Engine engine = Engine.create(database.url())) {
            registry.metadata().createAll(engine);
            ScriptRun run = new ScriptRun(engine, SessionFactory.of(engine, registry));
            List<String> failures = new ArrayList<>();
            int failed = 0;
            long steps = 0;
            for (int number = 0; number < scripts; number++) {
                List<Step> script = new ScriptWriter(SEED, number).write();
                steps += script.size();
                if (run.failure(script) != null) {
                    failed++;
                    if (failures.size() < SHOWN) {
                        failures.add(describe(run, script, number));
                    }
                }
            }
            System.out.printf(
                    "model: seed %d, %d scripts of %d steps on %s, %d differ%n",
                    SEED, scripts, steps, database, failed);
            assertThat(failures).as("scripts of seed %d, shortened", SEED).isEmpty();
        }
    }

    private static String describe(ScriptRun run, List<Step> script, int number) {
        List<Step> shortest = run.shortened(script);
        Throwable failure = run.failure(shortest);
        String lines = shortest.stream().map(Step::toString).collect(Collectors.joining("\n    "));
        return "%nscript %d:%n    %s%n  %s%n".formatted(number, lines, failure);
    }
}
