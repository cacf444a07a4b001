package io.athanor.examples.tutorial;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;

import io.athanor.examples.blog.Address;
import io.athanor.examples.blog.Address_;
import io.athanor.examples.blog.BlogPost;
import io.athanor.examples.blog.Keyword;
import io.athanor.examples.blog.User;
import io.athanor.examples.blog.User_;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.query.DynamicCollection;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import java.util.List;

/** Deleting an object, without and with the cascade that deletes what belongs to it. */
final class Deleting {
    private final SessionFactory sessions;
    private final Narrator narrator;

    Deleting(SessionFactory sessions, Narrator narrator) {
        this.sessions = sessions;
        this.narrator = narrator;
    }

    void run() {
        withoutCascade();
        withCascade();
    }

    /** The classical mapping: the same class and table, without the cascade that the annotation states. */
    private static Registry plain() {
        MetaData metadata = new MetaData();
        Table users = Table.of(
                metadata,
                "users",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("name", STRING, name -> {})
                        .column("fullname", STRING, name -> {})
                        .column("password", STRING, password -> {}));
        Mapping<User> mapping = Mapping.of(User.class, users)
                .property("id", users.column("id", INTEGER))
                .property("name", users.column("name", STRING))
                .property("fullname", users.column("fullname", STRING))
                .property("password", users.column("password", STRING))
                .relationship(
                        "addresses",
                        List.class,
                        Address.class,
                        spec -> spec.backPopulates("user").orderBy("id"))
                .relationship(
                        "posts",
                        DynamicCollection.class,
                        BlogPost.class,
                        spec -> spec.backPopulates("author").collection(List.class, DynamicCollection.shown()));
        return Registry.of(metadata).with(mapping).with(Address.class, BlogPost.class, Keyword.class);
    }

    private static User jack(Session session) {
        return session.query(User.class).filterBy(User_.name, "jack").one();
    }

    private void counts(Session session, long users, long addresses) {
        narrator.show(
                "users named jack",
                () -> session.query(User.class).filterBy(User_.name, "jack").count(),
                users);
        narrator.show(
                "addresses of Jack",
                () -> session.query(Address.class)
                        .filter(Address_.email.in("jack@google.com", "j25@yahoo.com"))
                        .count(),
                addresses);
    }

    private void withoutCascade() {
        narrator.section("Deleting");
        narrator.say(
                "The classes are mapped here by the program, not as their annotations say, and without a cascade.");
        SessionFactory plain = SessionFactory.of(sessions.engine(), plain());
        try (Session session = plain.open()) {
            session.delete(jack(session));
            narrator.say("The addresses lose their user, and stay.");
            counts(session, 0, 2);
            narrator.say("Closing the session rolls back.");
        }
    }

    private void withCascade() {
        narrator.section("Configuring delete/delete-orphan cascade");
        try (Session session = sessions.open()) {
            User jack = jack(session);
            narrator.say("An address that is taken from its user belongs to nobody, and is deleted.");
            jack.getAddresses().remove(1);
            counts(session, 1, 1);
            narrator.say("Deleting Jack deletes what he has left.");
            session.delete(jack);
            counts(session, 0, 0);
            session.commit();
        }
    }
}
