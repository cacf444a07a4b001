package io.athanor.examples.tutorial;

import static io.athanor.orm.Orm.select;
import static io.athanor.orm.Orm.withParent;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.select;

import io.athanor.examples.blog.Address;
import io.athanor.examples.blog.Address_;
import io.athanor.examples.blog.User;
import io.athanor.examples.blog.User_;
import io.athanor.orm.query.Query;
import io.athanor.orm.session.Session;
import io.athanor.sql.tree.Condition;
import java.util.List;

/** EXISTS, and the operators of relationships. */
final class Conditions {
    private final Session session;
    private final Narrator narrator;

    Conditions(Session session, Narrator narrator) {
        this.session = session;
        this.narrator = narrator;
    }

    void run() {
        exists();
        toOne();
        toMany();
        parents();
    }

    private void exists() {
        narrator.section("Using EXISTS");
        narrator.say("A subquery correlates by itself to the query around it.");
        names(
                "select(Address.class).where(…).exists()",
                select(Address.class).where(Address_.userId.eq(User_.id)).exists());
        narrator.say("any() of a relationship to many, and has() of one to a single object, make the same of less.");
        names("User_.addresses.any()", User_.addresses.any());
        names("User_.addresses.any(condition)", User_.addresses.any(Address_.email.like("%google%")));
        emails(
                "Address_.user.has(condition).not()",
                Address_.user.has(User_.name.eq("jack")).not());
    }

    private void names(String text, Condition condition) {
        narrator.show(text, () -> session.query(User_.name).filter(condition).all(), List.of("jack"));
    }

    private void emails(String text, Condition condition, String... expected) {
        Query<Address> query = session.query(Address.class).filter(condition);
        narrator.show(
                text, () -> RelatedObjects.emails(query.orderBy(Address_.id).all()), List.of(expected));
    }

    private User jack() {
        return session.query(User.class).filterBy(User_.name, "jack").one();
    }

    private void toOne() {
        narrator.section("Common relationship operators");
        User jack = jack();
        narrator.say("A relationship to one object is compared with an object, or with none.");
        emails("Address_.user.eq(jack)", Address_.user.eq(jack), "jack@google.com", "j25@yahoo.com");
        emails("Address_.user.ne(jack)", Address_.user.ne(jack));
        emails("Address_.user.isNull()", Address_.user.isNull());
        emails("Address_.user.has(condition)", Address_.user.has(User_.name.eq("ed")));
    }

    private void toMany() {
        Address first = jack().getAddresses().get(0);
        narrator.say("A relationship to many contains an object, or any for which a condition holds.");
        narrator.show(
                "User_.addresses.contains(first)",
                () -> FirstObjects.names(session.query(User.class)
                        .filter(User_.addresses.contains(first))
                        .all()),
                List.of("jack"));
        narrator.show(
                "not(User_.addresses.contains(first))",
                () -> FirstObjects.names(session.query(User.class)
                        .filter(not(User_.addresses.contains(first)))
                        .all()),
                List.of("ed", "wendy", "mary", "fred"));
        narrator.show(
                "User_.addresses.any(Address_.email.eq(\"bar\"))",
                () -> FirstObjects.names(session.query(User.class)
                        .filter(User_.addresses.any(Address_.email.eq("bar")))
                        .all()),
                List.of());
    }

    private void parents() {
        narrator.say("withParent asks for what an object is related to.");
        User jack = jack();
        narrator.show(
                "withParent(jack, User_.addresses)",
                () -> session.query(Address.class)
                        .withParent(jack, User_.addresses)
                        .count(),
                2L);
        narrator.show(
                "select(Address_.email).where(withParent(…))",
                () -> session.execute(select(Address_.email)
                                .where(withParent(jack, User_.addresses))
                                .orderBy(Address_.id))
                        .all(),
                List.of("jack@google.com", "j25@yahoo.com"));
    }
}
