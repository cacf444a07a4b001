package io.athanor.examples.core;

import static io.athanor.examples.core.Schema.ACCOUNT;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.STRING;

import io.athanor.engine.Engine;
import io.athanor.engine.error.ProgrammingException;
import io.athanor.examples.Checks;
import io.athanor.sql.tree.Expression;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Expressions and functions that the library does not know. */
final class Custom {
    private final Engine engine;
    private final Checks checks;

    Custom(Engine engine, Checks checks) {
        this.engine = engine;
        this.checks = checks;
    }

    /** Any function by its name, with its type. */
    private static Expression<String> soundex(Expression<String> s) {
        return func.call("soundex", STRING, s);
    }

    void run() {
        List<Instant> now =
                engine.inTransaction(c -> c.execute(select(new UtcNow())).all());
        Duration off = Duration.between(now.get(0), Instant.now()).abs();
        checks.show("off the clock by less than a day", off.compareTo(Duration.ofDays(1)) < 0, true);
        sounds();
    }

    /** Whether a database has a function it alone knows; that it has not is told by its own error. */
    private void sounds() {
        var sound = select(soundex(ACCOUNT.name)).where(ACCOUNT.name.eq("cyd"));
        try {
            checks.show(
                    "sound of Cyd", engine.inTransaction(c -> c.execute(sound).all()), List.of("C300"));
        } catch (ProgrammingException unknown) {
            checks.refused(
                    "soundex",
                    ProgrammingException.class,
                    () -> engine.inTransaction(c -> c.execute(sound).all()));
        }
    }
}
