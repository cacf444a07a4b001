package io.athanor.examples.tutorial;

import io.athanor.examples.blog.User;
import io.athanor.examples.blog.User_;
import io.athanor.orm.session.Session;
import io.athanor.sql.tree.Row;
import java.util.ArrayList;
import java.util.List;

/** What a query can select, and how rows are told apart. */
final class Queries {
    private static final String ED = "<User(name='ed', fullname='Ed Jones', password='f8s7ccs')>";

    private final Session session;
    private final Narrator narrator;

    Queries(Session session, Narrator narrator) {
        this.session = session;
        this.narrator = narrator;
    }

    void run() {
        narrator.section("Querying");
        entities();
        columns();
        entitiesAndColumns();
        aliases();
        slices();
        filters();
    }

    private void entities() {
        narrator.say("A query of a class yields its instances, and can be iterated.");
        List<String> lines = new ArrayList<>();
        for (User user : session.query(User.class).orderBy(User_.id)) {
            lines.add(user.getName() + " " + user.getFullname());
        }
        narrator.show(
                "users",
                () -> lines,
                List.of("ed Ed Jones", "wendy Wendy Williams", "mary Mary Contrary", "fred Fred Flinstone"));
    }

    private void columns() {
        narrator.say("A query of several things yields rows, from which each is taken by what it was selected as.");
        List<String> lines = new ArrayList<>();
        for (Row row : session.query(User_.name, User_.fullname)) {
            String name = row.get(User_.name);
            String fullname = row.get(User_.fullname);
            lines.add(name + " " + fullname);
        }
        narrator.show(
                "rows",
                () -> lines.stream().sorted().toList(),
                List.of("ed Ed Jones", "fred Fred Flinstone", "mary Mary Contrary", "wendy Wendy Williams"));
        narrator.say("A single thing yields itself; label gives it another name.");
        List<String> names = session.query(User_.name.label("name_label")).all();
        narrator.show("names", () -> names.stream().sorted().toList(), List.of("ed", "fred", "mary", "wendy"));
    }

    private void entitiesAndColumns() {
        narrator.say("Entities and columns may be mixed; a column needed twice is selected once.");
        Row first = session.query(User_.entity(), User_.name)
                .orderBy(User_.id)
                .first()
                .orElseThrow();
        User user = first.get(User_.entity());
        narrator.show("row.get(User_.entity())", () -> String.valueOf(user), ED);
        narrator.show("row.get(User_.name)", () -> first.get(User_.name), "ed");
    }

    private void aliases() {
        narrator.say("An alias of a class is selected like the class.");
        var u = User_.as("user_alias");
        Row first = session.query(u, u.name).orderBy(u.id).first().orElseThrow();
        narrator.show("row.get(u)", () -> String.valueOf(first.get(u)), ED);
        narrator.show("row.get(u.name)", () -> first.get(u.name), "ed");
    }

    private void slices() {
        narrator.say("slice is LIMIT and OFFSET.");
        narrator.show(
                "slice(1, 3)",
                () -> FirstObjects.names(
                        session.query(User.class).orderBy(User_.id).slice(1, 3).all()),
                List.of("wendy", "mary"));
    }

    private void filters() {
        narrator.say("filterBy compares an attribute of any selected or joined class; filter takes any condition.");
        narrator.show(
                "filterBy(User_.fullname, \"Ed Jones\")",
                () -> session.query(User_.name)
                        .filterBy(User_.fullname, "Ed Jones")
                        .all(),
                List.of("ed"));
        narrator.show(
                "filter(User_.fullname.eq(\"Ed Jones\"))",
                () -> session.query(User_.name)
                        .filter(User_.fullname.eq("Ed Jones"))
                        .all(),
                List.of("ed"));
        narrator.say("Each clause returns a new query, so conditions add up.");
        narrator.show(
                "filter(…).filter(…)",
                () -> FirstObjects.names(session.query(User.class)
                        .filter(User_.name.eq("ed"))
                        .filter(User_.fullname.eq("Ed Jones"))
                        .all()),
                List.of("ed"));
    }
}
