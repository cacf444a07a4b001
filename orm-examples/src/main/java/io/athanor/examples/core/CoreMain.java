package io.athanor.examples.core;

import io.athanor.engine.Engine;
import io.athanor.examples.Checks;
import java.io.PrintStream;
import java.util.List;

/**
 * The SQL expression language, on SQLite and on H2 in memory or on other databases: changes, queries and results without the mapper. Each value
 * that is shown is checked; another one ends the program. Stateless.
 *
 * @since 0.1.0
 */
public final class CoreMain {
    static final List<String> URLS = List.of("sqlite:///:memory:", "jdbc:h2:mem:core");

    private CoreMain() {}

    /**
     * Run the example.
     *
     * @param args the URLs of empty databases; none for those in memory
     */
    public static void main(String[] args) {
        for (String url : args.length == 0 ? URLS : List.of(args)) {
            System.out.println("== " + url);
            System.out.println(run(url, System.out) + " values shown, all as expected");
        }
    }

    static int run(String url, PrintStream out) {
        try (Engine engine = Engine.create(url, options -> options.rules(UtcNow.RULES))) {
            Checks checks = new Checks(engine, out);
            engine.createAll(Schema.META);
            engine.transaction(connection -> {
                new Changes(connection, checks)
                        .run(List.of(new Person("ann", 10), new Person("bob", 40), new Person("cyd", 70)));
                new Queries(connection, checks).run();
                new Results(connection, checks).run();
            });
            new Custom(engine, checks).run();
            engine.dropAll(Schema.META);
            return checks.shown();
        }
    }
}
