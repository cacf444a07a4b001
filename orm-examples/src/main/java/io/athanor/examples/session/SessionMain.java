package io.athanor.examples.session;

import io.athanor.engine.Engine;
import io.athanor.examples.Checks;
import io.athanor.examples.blog.Address;
import io.athanor.examples.blog.BlogPost;
import io.athanor.examples.blog.Keyword;
import io.athanor.examples.blog.User;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.SessionFactory;
import java.io.PrintStream;
import java.util.List;

/**
 * The patterns of using sessions, on SQLite in memory or on another database: transactions, savepoints, changes of many rows,
 * loading, events. Each value that is shown is checked. Stateless.
 *
 * @since 0.1.0
 */
public final class SessionMain {
    private SessionMain() {}

    /**
     * Run the example.
     *
     * @param args the URLs of empty databases; none for SQLite in memory
     */
    public static void main(String[] args) {
        for (String url : args.length == 0 ? List.of("sqlite:///:memory:") : List.of(args)) {
            System.out.println(run(url, System.out) + " values shown, all as expected");
        }
    }

    static int run(String url, PrintStream out) {
        try (Engine engine = Engine.create(url)) {
            Checks checks = new Checks(engine, out);
            Registry registry = Registry.of(User.class, Address.class, BlogPost.class, Keyword.class);
            registry.metadata().createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, registry);
            new Transactions(sessions, checks).run();
            sessions.transaction(session -> new Changes(session, checks).run());
            sessions.transaction(session -> new Loading(session, checks).run());
            new Events(sessions, checks).run();
            registry.metadata().dropAll(engine);
            return checks.shown();
        }
    }
}
