package io.athanor.examples.tutorial;

import io.athanor.engine.Engine;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import java.util.List;

/**
 * The Object Relational Tutorial from connecting to rolling back: narrates each step, echoes its SQL and checks every value
 * that it shows. The property {@code tutorial.url} names another database than SQLite in memory.
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
        new TutorialMain(new Narrator(System.out), System.getProperty("tutorial.url", "sqlite:///:memory:")).run();
    }

    private void run() {
        narrator.section("Connecting");
        narrator.say("Create an engine. No connection is opened yet.");
        try (Engine engine = Engine.create(url, options -> options.echo(true))) {
            Registry registry = declareMapping();
            createSchema(engine, registry);
            createInstance();
            SessionFactory sessions = createSessionFactory(engine, registry);
            try (Session session = sessions.open()) {
                User ed = addAndUpdate(session);
                rollBack(session, ed);
            }
            narrator.end();
        }
    }

    private Registry declareMapping() {
        narrator.section("Declare a mapping");
        Registry registry = Registry.of(User.class);
        narrator.show(
                "registry.mapper(User.class).table().name()",
                registry.mapper(User.class).table().name(),
                "users");
        return registry;
    }

    private void createSchema(Engine engine, Registry registry) {
        narrator.section("Create a schema");
        narrator.say("createAll looks which tables exist and creates the missing ones.");
        registry.metadata().createAll(engine);
    }

    private void createInstance() {
        narrator.section("Create an instance of the mapped class");
        User ed = new User("ed", "Ed Jones", "edspassword");
        narrator.show("ed.getName()", ed.getName(), "ed");
        narrator.show("ed.getPassword()", ed.getPassword(), "edspassword");
        narrator.show("ed.getId()", ed.getId(), null);
    }

    private SessionFactory createSessionFactory(Engine engine, Registry registry) {
        narrator.section("Creating a session");
        narrator.say("A factory may be made before there is an engine, which configure(engine) then gives it.");
        return SessionFactory.of(registry).configure(engine);
    }

    private User addAndUpdate(Session session) {
        narrator.section("Adding and updating objects");
        User edUser = new User("ed", "Ed Jones", "edspassword");
        session.add(edUser);
        narrator.say("Ed is pending: no SQL yet. A query flushes first, then finds him.");
        User ourUser =
                session.query(User.class).filterBy(User_.name, "ed").first().orElseThrow();
        narrator.show("ourUser", ourUser.toString(), "<User(name='ed', fullname='Ed Jones', password='edspassword')>");
        narrator.show("edUser == ourUser", edUser == ourUser, true);

        narrator.say("Add three more, and change Ed's password. The session is paying attention.");
        session.addAll(List.of(
                new User("wendy", "Wendy Williams", "foobar"),
                new User("mary", "Mary Contrary", "xxg527"),
                new User("fred", "Fred Flinstone", "blah")));
        edUser.setPassword("f8s7ccs");
        narrator.show(
                "session.dirty()",
                session.dirty().toString(),
                "[<User(name='ed', fullname='Ed Jones', password='f8s7ccs')>]");
        narrator.show(
                "session.newObjects()",
                session.newObjects().toString(),
                "[<User(name='wendy', fullname='Wendy Williams', password='foobar')>, "
                        + "<User(name='mary', fullname='Mary Contrary', password='xxg527')>, "
                        + "<User(name='fred', fullname='Fred Flinstone', password='blah')>]");

        narrator.say("Commit: one UPDATE and the INSERTs.");
        session.commit();
        narrator.say(
                "The commit has expired Ed, so reading his id loads him in a new transaction; reading it again does not.");
        narrator.show("edUser.getId()", edUser.getId(), 1);
        narrator.show("edUser.getId()", edUser.getId(), 1);
        return edUser;
    }

    private void rollBack(Session session, User edUser) {
        narrator.section("Rolling back");
        edUser.setName("Edwardo");
        User fakeUser = new User("fakeuser", "Invalid", "12345");
        session.add(fakeUser);
        narrator.say("Both changes are flushed into the transaction by a query.");
        narrator.show(
                "names",
                names(session.query(User.class)
                        .filter(User_.name.in("Edwardo", "fakeuser"))
                        .all()),
                List.of("Edwardo", "fakeuser"));
        narrator.say("Roll back.");
        session.rollback();
        narrator.show("edUser.getName()", edUser.getName(), "ed");
        narrator.show("session.contains(fakeUser)", session.contains(fakeUser), false);
        narrator.show(
                "names",
                names(session.query(User.class)
                        .filter(User_.name.in("ed", "fakeuser"))
                        .all()),
                List.of("ed"));
    }

    private static List<String> names(List<User> users) {
        return users.stream().map(User::getName).toList();
    }
}
