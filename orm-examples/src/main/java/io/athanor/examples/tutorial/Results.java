package io.athanor.examples.tutorial;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.text;

import io.athanor.engine.error.MultipleResultsFoundException;
import io.athanor.engine.error.NoResultFoundException;
import io.athanor.examples.blog.NameCount;
import io.athanor.examples.blog.NameCount_;
import io.athanor.examples.blog.User;
import io.athanor.examples.blog.User_;
import io.athanor.orm.query.Query;
import io.athanor.orm.session.Session;
import io.athanor.sql.tree.Row;
import java.util.List;

/** Lists and scalars, queries of raw SQL, and counting. */
final class Results {
    private final Session session;
    private final Narrator narrator;

    Results(Session session, Narrator narrator) {
        this.session = session;
        this.narrator = narrator;
    }

    void run() {
        listsAndScalars();
        rawSql();
        entitiesFromText();
        counting();
        grouping();
    }

    private void listsAndScalars() {
        narrator.section("Returning lists and scalars");
        Query<User> query =
                session.query(User.class).filter(User_.name.like("%ed")).orderBy(User_.id);
        narrator.show("query.all()", () -> FirstObjects.names(query.all()), List.of("ed", "fred"));
        narrator.show("query.first()", () -> query.first().map(User::getName).orElseThrow(), "ed");
        narrator.say("one() wants exactly one row: several are an error, and so is none; oneOrNone() allows none.");
        narrator.refused("query.one()", MultipleResultsFoundException.class, query::one);
        Query<User> nobody = query.filter(User_.id.eq(99));
        narrator.refused("query.filter(User_.id.eq(99)).one()", NoResultFoundException.class, nobody::one);
        narrator.show(
                "query.filter(User_.id.eq(99)).oneOrNone()",
                () -> nobody.oneOrNone().isPresent(),
                false);
        narrator.say("scalar() is the only value of the only row.");
        narrator.show(
                "scalar()",
                () -> session.query(User_.id)
                        .filter(User_.name.eq("ed"))
                        .orderBy(User_.id)
                        .scalar(),
                1);
    }

    private void rawSql() {
        narrator.section("Using textual SQL");
        narrator.say("Raw SQL enters through text(…) alone; its values are bound by name.");
        narrator.show(
                "filter(text(\"id<224\"))",
                () -> FirstObjects.names(session.query(User.class)
                        .filter(text("id<224"))
                        .orderBy(text("id"))
                        .all()),
                List.of("ed", "wendy", "mary", "fred"));
        narrator.show(
                "filter(text(\"id<:value and name=:name\"))",
                () -> session.query(User.class)
                        .filter(text("id<:value and name=:name"))
                        .params("value", 224)
                        .params("name", "fred")
                        .orderBy(User_.id)
                        .one()
                        .getFullname(),
                "Fred Flinstone");
    }

    private void entitiesFromText() {
        narrator.say(
                "A whole statement may be raw SQL: its columns are found by name, or as columns(…) says, by position.");
        narrator.show(
                "fromStatement(text(\"SELECT * …\"))",
                () -> FirstObjects.names(session.query(User.class)
                        .fromStatement(text("SELECT * FROM users where name=:name"))
                        .params("name", "ed")
                        .all()),
                List.of("ed"));
        narrator.show(
                "fromStatement(text(…).columns(…))",
                () -> FirstObjects.names(session.query(User.class)
                        .fromStatement(text("SELECT name, id, fullname, password FROM users where name=:name")
                                .columns(User_.name, User_.id, User_.fullname, User_.password))
                        .params("name", "ed")
                        .all()),
                List.of("ed"));
        Row row = session.query(User_.id, User_.name)
                .fromStatement(
                        text("SELECT name, id FROM users where name=:name").columns(User_.name, User_.id))
                .params("name", "ed")
                .one();
        narrator.show("row.get(User_.id)", () -> row.get(User_.id), 1);
    }

    private void counting() {
        narrator.section("Counting");
        narrator.show(
                "query.count()",
                () -> session.query(User.class).filter(User_.name.like("%ed")).count(),
                2L);
        narrator.show(
                "query(func.count())",
                () -> session.query(func.count()).selectFrom(User_.entity()).scalar(),
                4L);
        narrator.show(
                "query(func.count(User_.id))",
                () -> session.query(func.count(User_.id)).scalar(),
                4L);
    }

    private void grouping() {
        narrator.say("How many users have each name: as rows, or as records of one's own.");
        var count = func.count(User_.name);
        List<String> lines = session.query(count, User_.name).groupBy(User_.name).orderBy(User_.name).all().stream()
                .map(row -> row.get(count) + " " + row.get(User_.name))
                .toList();
        narrator.show("rows", () -> lines, List.of("1 ed", "1 fred", "1 mary", "1 wendy"));
        List<NameCount> counts = session.query(NameCount_.of(User_.name, count))
                .groupBy(User_.name)
                .orderBy(User_.name)
                .all();
        narrator.show("records", () -> counts.get(0), new NameCount("ed", 1));
        List<NameCount> byName = session.query(User_.name, count.label("count"))
                .groupBy(User_.name)
                .orderBy(User_.name)
                .into(NameCount.class)
                .all();
        narrator.show("into(NameCount.class)", () -> byName.equals(counts), true);
    }
}
