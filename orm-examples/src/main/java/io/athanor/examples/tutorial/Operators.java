package io.athanor.examples.tutorial;

import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.or;

import io.athanor.examples.blog.User;
import io.athanor.examples.blog.User_;
import io.athanor.orm.query.Query;
import io.athanor.orm.session.Session;
import io.athanor.sql.tree.Expression;
import java.util.List;

/** The common operators of conditions. */
final class Operators {
    private static final List<String> ALL = List.of("ed", "wendy", "mary", "fred");

    private final Session session;
    private final Narrator narrator;

    Operators(Session session, Narrator narrator) {
        this.session = session;
        this.narrator = narrator;
    }

    void run() {
        narrator.section("Common filter operators");
        comparisons();
        lists();
        nulls();
        conjunctions();
        match();
    }

    private void where(String text, Expression<Boolean> condition, String... expected) {
        narrator.show(
                text,
                () -> FirstObjects.names(
                        session.query(User.class).filter(condition).all()),
                List.of(expected));
    }

    private void comparisons() {
        narrator.say("equals, not equals, LIKE, and LIKE whatever the case");
        where("User_.name.eq(\"ed\")", User_.name.eq("ed"), "ed");
        where("User_.name.ne(\"ed\")", User_.name.ne("ed"), "wendy", "mary", "fred");
        where("User_.name.like(\"%ed%\")", User_.name.like("%ed%"), "ed", "fred");
        where("User_.name.ilike(\"%ED%\")", User_.name.ilike("%ED%"), "ed", "fred");
        where("User_.name.startsWith(\"w\")", User_.name.startsWith("w"), "wendy");
        where("User_.id.between(2, 3)", User_.id.between(2, 3), "wendy", "mary");
    }

    private void lists() {
        narrator.say("IN takes values, or a query; NOT IN is its negation. An empty list is no error.");
        where("User_.name.in(\"ed\", \"wendy\", \"jack\")", User_.name.in("ed", "wendy", "jack"), "ed", "wendy");
        Query<String> eds = session.query(User_.name).filter(User_.name.like("%ed%"));
        where("User_.name.in(query)", User_.name.in(eds), "ed", "fred");
        where(
                "not(User_.name.in(\"ed\", \"wendy\", \"jack\"))",
                not(User_.name.in("ed", "wendy", "jack")),
                "mary",
                "fred");
        where("User_.name.in(List.of())", User_.name.in(List.of()));
        where("User_.name.notIn(List.of())", User_.name.notIn(List.of()), ALL.toArray(String[]::new));
    }

    private void nulls() {
        narrator.say("IS NULL is isNull(), and also what eq makes of a variable that is null.");
        String nobody = null;
        where("User_.name.isNull()", User_.name.isNull());
        where("User_.name.eq(nobody)", User_.name.eq(nobody));
        where("User_.name.isNotNull()", User_.name.isNotNull(), ALL.toArray(String[]::new));
    }

    private void conjunctions() {
        narrator.say("AND is and(…), several conditions of one filter, or several filters; OR is or(…).");
        where("and(…)", and(User_.name.eq("ed"), User_.fullname.eq("Ed Jones")), "ed");
        narrator.show(
                "filter(a, b)",
                () -> FirstObjects.names(session.query(User.class)
                        .filter(User_.name.eq("ed"), User_.fullname.eq("Ed Jones"))
                        .all()),
                List.of("ed"));
        where("or(…)", or(User_.name.eq("ed"), User_.name.eq("wendy")), "ed", "wendy");
        where("a.or(b).and(c)", User_.name.eq("ed").or(User_.name.eq("wendy")).and(User_.id.gt(1)), "wendy");
    }

    private void match() {
        narrator.say("MATCH searches text as the database does it; some cannot, or not without an index of their own.");
        narrator.attempt(
                "User_.name.match(\"wendy\")",
                () -> FirstObjects.names(session.query(User.class)
                        .filter(User_.name.match("wendy"))
                        .all()),
                List.of("wendy"));
    }
}
