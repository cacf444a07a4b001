package io.athanor.examples.tutorial;

import io.athanor.examples.blog.User;
import io.athanor.examples.blog.User_;
import io.athanor.orm.session.Session;
import java.util.Comparator;
import java.util.List;

/** Adding, updating and rolling back. */
final class FirstObjects {
    private final Session session;
    private final Narrator narrator;

    FirstObjects(Session session, Narrator narrator) {
        this.session = session;
        this.narrator = narrator;
    }

    void run() {
        User ed = add();
        update(ed);
        rollBack(ed);
    }

    /** The names in the order of the keys, whatever the order in which a database yields the rows. */
    static List<String> names(List<User> users) {
        return users.stream()
                .sorted(Comparator.comparing(User::getId))
                .map(User::getName)
                .toList();
    }

    private User add() {
        narrator.section("Adding and updating objects");
        User edUser = new User("ed", "Ed Jones", "edspassword");
        session.add(edUser);
        narrator.say("Ed is pending: no SQL yet. A query flushes first, then finds him.");
        User ourUser =
                session.query(User.class).filterBy(User_.name, "ed").first().orElseThrow();
        narrator.show(
                "ourUser", () -> ourUser.toString(), "<User(name='ed', fullname='Ed Jones', password='edspassword')>");
        narrator.say("It is the very object that was added: a session has one object for a row.");
        narrator.show("edUser == ourUser", () -> edUser == ourUser, true);
        return edUser;
    }

    private void update(User edUser) {
        narrator.say("Add three more, and change Ed's password. The session is paying attention.");
        session.addAll(List.of(
                new User("wendy", "Wendy Williams", "foobar"),
                new User("mary", "Mary Contrary", "xxg527"),
                new User("fred", "Fred Flinstone", "blah")));
        edUser.setPassword("f8s7ccs");
        narrator.show(
                "session.dirty()",
                () -> session.dirty().toString(),
                "[<User(name='ed', fullname='Ed Jones', password='f8s7ccs')>]");
        narrator.show(
                "session.newObjects()",
                () -> session.newObjects().stream().map(Object::toString).toList(),
                List.of(
                        "<User(name='wendy', fullname='Wendy Williams', password='foobar')>",
                        "<User(name='mary', fullname='Mary Contrary', password='xxg527')>",
                        "<User(name='fred', fullname='Fred Flinstone', password='blah')>"));

        narrator.say("Commit: one UPDATE and the INSERTs.");
        session.commit();
        narrator.say(
                "The commit has expired Ed, so reading his id loads him in a new transaction; reading it again does not.");
        narrator.show("edUser.getId()", () -> edUser.getId(), 1);
        narrator.show("edUser.getId()", () -> edUser.getId(), 1);
    }

    private void rollBack(User edUser) {
        narrator.section("Rolling back");
        edUser.setName("Edwardo");
        User fakeUser = new User("fakeuser", "Invalid", "12345");
        session.add(fakeUser);
        narrator.say("Both changes are flushed into the transaction by a query.");
        narrator.show(
                "names",
                () -> names(session.query(User.class)
                        .filter(User_.name.in("Edwardo", "fakeuser"))
                        .all()),
                List.of("Edwardo", "fakeuser"));
        narrator.say("Roll back: the database forgets, and so do the objects.");
        session.rollback();
        narrator.show("edUser.getName()", () -> edUser.getName(), "ed");
        narrator.show("session.contains(fakeUser)", () -> session.contains(fakeUser), false);
        narrator.show(
                "names",
                () -> names(session.query(User.class)
                        .filter(User_.name.in("ed", "fakeuser"))
                        .all()),
                List.of("ed"));
    }
}
