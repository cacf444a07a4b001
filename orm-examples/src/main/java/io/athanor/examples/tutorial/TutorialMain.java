package io.athanor.examples.tutorial;

import io.athanor.engine.Engine;
import io.athanor.examples.blog.Address;
import io.athanor.examples.blog.BlogPost;
import io.athanor.examples.blog.Keyword;
import io.athanor.examples.blog.User;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import java.io.PrintStream;

/**
 * The whole Object Relational Tutorial, chapter by chapter: narrates each step, echoes its SQL and checks every value that it
 * shows. The property {@code tutorial.url} names another database than SQLite in memory; it must be empty.
 */
public final class TutorialMain {
    private final Narrator narrator;
    private final String url;

    private TutorialMain(Narrator narrator, String url) {
        this.narrator = narrator;
        this.url = url;
    }

    /**
     * Run the tutorial.
     *
     * @param args none
     */
    public static void main(String[] args) {
        run(System.getProperty("tutorial.url", "sqlite:///:memory:"), System.out);
    }

    /** Run the tutorial; return how many values were shown, all of them as expected. */
    static int run(String url, PrintStream out) {
        return new TutorialMain(new Narrator(out), url).run();
    }

    private int run() {
        narrator.section("Connecting");
        narrator.say("Create an engine. No connection is opened yet.");
        try (Engine engine = Engine.create(url, options -> options.echo(true))) {
            Registry registry = declareMapping();
            createSchema(engine, registry);
            createInstance();
            SessionFactory sessions = createSessionFactory(engine, registry);
            try (Session session = sessions.open()) {
                new FirstObjects(session, narrator).run();
                new Queries(session, narrator).run();
                new Operators(session, narrator).run();
                new Results(session, narrator).run();
                new RelatedObjects(session, narrator).run();
                new Joins(session, narrator).run();
                new Conditions(session, narrator).run();
                new EagerLoading(session, narrator).run();
            }
            new Deleting(sessions, narrator).run();
            new ManyToMany(sessions, narrator).run();
            return narrator.end();
        }
    }

    private Registry declareMapping() {
        narrator.section("Declare a mapping");
        narrator.say(
                "Each class says by annotations which table it is stored in; nothing is scanned for them at run time.");
        Registry registry = Registry.of(User.class, Address.class, BlogPost.class, Keyword.class);
        narrator.show(
                "registry.mapper(User.class).table().name()",
                () -> registry.mapper(User.class).table().name(),
                "users");
        return registry;
    }

    private void createSchema(Engine engine, Registry registry) {
        narrator.section("Create a schema");
        narrator.say(
                "createAll looks which tables exist and creates the missing ones, each after those that it refers to.");
        registry.metadata().createAll(engine);
        narrator.say("Now that they exist, there is nothing to create.");
        registry.metadata().createAll(engine);
    }

    private void createInstance() {
        narrator.section("Create an instance of the mapped class");
        User ed = new User("ed", "Ed Jones", "edspassword");
        narrator.show("ed.getName()", () -> ed.getName(), "ed");
        narrator.show("ed.getPassword()", () -> ed.getPassword(), "edspassword");
        narrator.show("ed.getId()", () -> ed.getId(), null);
    }

    private SessionFactory createSessionFactory(Engine engine, Registry registry) {
        narrator.section("Creating a session");
        narrator.say("A factory may be made before there is an engine, which configure(engine) then gives it.");
        return SessionFactory.of(registry).configure(engine);
    }
}
