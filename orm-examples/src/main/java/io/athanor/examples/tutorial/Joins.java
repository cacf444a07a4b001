package io.athanor.examples.tutorial;

import static io.athanor.sql.Sql.func;
import static java.util.Objects.requireNonNull;

import io.athanor.examples.blog.Address;
import io.athanor.examples.blog.Address_;
import io.athanor.examples.blog.User;
import io.athanor.examples.blog.User_;
import io.athanor.orm.session.Session;
import io.athanor.sql.tree.Row;
import java.util.List;

/** Joins, aliases and subqueries. */
final class Joins {
    private static final String JACK_GOOGLE = "jack jack@google.com";

    private final Session session;
    private final Narrator narrator;

    Joins(Session session, Narrator narrator) {
        this.session = session;
        this.narrator = narrator;
    }

    void run() {
        narrator.section("Querying with joins");
        implicit();
        joins();
        from();
        aliases();
        subqueries();
        entitiesFromSubqueries();
    }

    private static String told(Row row) {
        User user = requireNonNull(row.get(User_.entity()));
        Address address = requireNonNull(row.get(Address_.entity()));
        return user.getName() + " " + address.getEmail();
    }

    private void implicit() {
        narrator.say("Two classes and a condition.");
        Row row = session.query(User_.entity(), Address_.entity())
                .filter(User_.id.eq(Address_.userId))
                .filter(Address_.email.eq("jack@google.com"))
                .one();
        narrator.show("row", () -> told(row), JACK_GOOGLE);
    }

    private void joins() {
        narrator.say(
                "join takes a class, whose condition the only foreign key between the two gives; a class and a condition; or a relationship.");
        List<String> jack = List.of("jack");
        narrator.show(
                "join(Address_.entity())",
                () -> FirstObjects.names(session.query(User.class)
                        .join(Address_.entity())
                        .filter(Address_.email.eq("jack@google.com"))
                        .all()),
                jack);
        narrator.show(
                "join(Address_.entity(), condition)",
                () -> FirstObjects.names(session.query(User.class)
                        .join(Address_.entity(), User_.id.eq(Address_.userId))
                        .all()),
                jack);
        narrator.show(
                "join(User_.addresses)",
                () -> FirstObjects.names(
                        session.query(User.class).join(User_.addresses).all()),
                jack);
        narrator.show(
                "join(User_.addresses.on(condition))",
                () -> FirstObjects.names(session.query(User.class)
                        .join(User_.addresses.on(Address_.email.like("%@google.com")))
                        .all()),
                jack);
        narrator.say("outerJoin keeps those who have none; each user comes once, however many addresses there are.");
        narrator.show(
                "outerJoin(User_.addresses)",
                () -> FirstObjects.names(
                        session.query(User.class).outerJoin(User_.addresses).all()),
                List.of("ed", "wendy", "mary", "fred", "jack"));
    }

    private void from() {
        narrator.say("selectFrom says where to start.");
        List<String> rows = session
                .query(User_.entity(), Address_.entity())
                .selectFrom(Address_.entity())
                .join(User_.entity())
                .all()
                .stream()
                .map(Joins::told)
                .sorted()
                .toList();
        narrator.show("rows", () -> rows, List.of("jack j25@yahoo.com", JACK_GOOGLE));
    }

    private void aliases() {
        narrator.section("Using aliases");
        narrator.say("A table that is joined twice needs a name for each time.");
        var first = Address_.as();
        var second = Address_.as();
        Row row = session.query(User_.name, first.email, second.email)
                .join(User_.addresses.as(first))
                .join(User_.addresses.as(second))
                .filter(first.email.eq("jack@google.com"))
                .filter(second.email.eq("j25@yahoo.com"))
                .one();
        narrator.show(
                "row",
                () -> List.of(row.get(User_.name), row.get(first.email), row.get(second.email)),
                List.of("jack", "jack@google.com", "j25@yahoo.com"));
    }

    private void subqueries() {
        narrator.section("Using subqueries");
        narrator.say(
                "How many addresses each user has: a query becomes something to join, and its columns keep their types.");
        var count = func.count().label("address_count");
        var counts =
                session.query(Address_.userId, count).groupBy(Address_.userId).subquery();
        List<String> lines = session
                .query(User_.entity(), counts.column(count))
                .outerJoin(counts, User_.id.eq(counts.column(Address_.userId)))
                .orderBy(User_.id)
                .all()
                .stream()
                .map(row -> requireNonNull(row.get(User_.entity())).getName() + " " + row.get(counts.column(count)))
                .toList();
        narrator.show("rows", () -> lines, List.of("ed null", "wendy null", "mary null", "fred null", "jack 2"));
    }

    private void entitiesFromSubqueries() {
        narrator.section("Selecting entities from subqueries");
        var some = Address_.as(session.query(Address.class)
                .filter(Address_.email.ne("j25@yahoo.com"))
                .subquery());
        Row row = session.query(User_.entity(), some)
                .join(User_.addresses.as(some))
                .one();
        narrator.show(
                "row.get(some)", () -> String.valueOf(row.get(some)), "<Address(email_address='jack@google.com')>");
    }
}
