package io.athanor.tests.scenario;

import static io.athanor.orm.Orm.foreign;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;

import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.session.Session;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.tests.scenario.Links.Left;
import io.athanor.tests.scenario.Links.Right;
import io.athanor.tests.scenario.Spots.Spot;
import java.util.ArrayList;
import java.util.List;

/** Rows between two tables, or between a table and itself. */
final class LinkVariations extends Scenarios.Family {
    LinkVariations() {
        super("many-to-many");
        play("graph", LinkVariations::graph);
        play("both-ends-deleted", LinkVariations::deleteBothEnds);
        play("links-moved", LinkVariations::moveLinks);
        playIn("identity", "pk-change-many-to-many", LinkVariations::changeKey);
    }

    private static final String[] ROWS = {
        "INSERT INTO a (id, name) VALUES (1, 'x'), (2, 'y')",
        "INSERT INTO b (id, name) VALUES (1, '1'), (2, '2')",
        "INSERT INTO ab (a_id, b_id) VALUES (1, 1), (1, 2), (2, 1)"
    };

    private static void graph(Stage stage) {
        Session session = stage.open(Spots.mapped());
        Spot x = new Spot("x");
        Spot y = new Spot("y");
        Spot z = new Spot("z");
        stage.step(() -> {
            x.nexts(new ArrayList<>(List.of(y, z)));
            session.add(x);
            session.flush();
        });
        stage.step(() -> {
            y.nexts(new ArrayList<>(List.of(x)));
            session.flush();
            z.nexts(new ArrayList<>(List.of(z)));
            session.flush();
        });
        stage.shows(() -> List.of(
                x.previous().stream().map(Spot::name).toList(),
                z.previous().stream().map(Spot::name).toList()));
        stage.step(() -> {
            session.delete(z);
            session.flush();
        });
        stage.step(() -> {
            x.nexts().remove(y);
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void deleteBothEnds(Stage stage) {
        Session session = stage.open(Left.class, Right.class);
        stage.given(ROWS);
        Left left = session.getOne(Left.class, 1);
        Right right = session.getOne(Right.class, 2);
        Shown.read(left.rights());
        Shown.read(right.lefts());
        stage.step(() -> {
            session.delete(left);
            session.delete(right);
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void moveLinks(Stage stage) {
        Session session = stage.open(Left.class, Right.class);
        stage.given(ROWS);
        Left first = session.getOne(Left.class, 1);
        Left second = session.getOne(Left.class, 2);
        Right one = first.rights().get(0);
        Right two = first.rights().get(1);
        Shown.read(second.rights());
        Shown.read(two.lefts());
        stage.step(() -> {
            first.rights().remove(two);
            second.rights().add(two);
            two.name("z");
            first.rights().add(new Right("n"));
            session.delete(one);
            session.flush();
        });
        stage.step(session::commit);
    }

    private static Table named(MetaData metadata, String name) {
        return Table.of(
                metadata,
                name,
                table -> table.column("id", INTEGER, id -> id.primaryKey()).column("name", STRING, word -> {}));
    }

    /** The database knows nothing of the links, so that it refuses nothing. */
    private static Registry unreferenced() {
        MetaData metadata = new MetaData();
        Table a = named(metadata, "a");
        Table b = named(metadata, "b");
        Table ab = Table.of(
                metadata,
                "ab",
                table -> table.column("a_id", INTEGER, id -> id.primaryKey())
                        .column("b_id", INTEGER, id -> id.primaryKey()));
        Column<Integer> left = ab.column("a_id", INTEGER);
        Column<Integer> right = ab.column("b_id", INTEGER);
        return Registry.of(metadata)
                .with(Mapping.of(Left.class, a)
                        .property("id", a.column("id", INTEGER))
                        .property("name", a.column("name", STRING))
                        .toMany(
                                "rights",
                                Right.class,
                                spec -> spec.secondary(ab)
                                        .backPopulates("lefts")
                                        .orderBy("id")
                                        .passiveUpdates(false)
                                        .primaryJoin(() -> Left_.id.eq(foreign(left)))
                                        .secondaryJoin(() -> Right_.id.eq(foreign(right)))))
                .with(Mapping.of(Right.class, b)
                        .property("id", b.column("id", INTEGER))
                        .property("name", b.column("name", STRING))
                        .toMany(
                                "lefts",
                                Left.class,
                                spec -> spec.secondary(ab)
                                        .backPopulates("rights")
                                        .orderBy("id")
                                        .passiveUpdates(false)
                                        .primaryJoin(() -> Right_.id.eq(foreign(right)))
                                        .secondaryJoin(() -> Left_.id.eq(foreign(left)))));
    }

    private static void changeKey(Stage stage) {
        Session session = stage.open(unreferenced());
        stage.given(ROWS);
        Left left = session.getOne(Left.class, 1);
        stage.step(() -> {
            left.id(100);
            session.flush();
        });
        stage.step(session::commit);
    }
}
