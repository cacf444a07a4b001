package io.athanor.tests.scenario;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;

import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.Relationship;
import io.athanor.orm.session.Session;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import java.lang.ref.Reference;

/** What refers to another object owns it. */
final class HostVariations extends Scenarios.Family {
    HostVariations() {
        super("delete");
        play("many-to-one-cascade", HostVariations::cascade);
        playIn("cascade", "many-to-one-orphan", HostVariations::orphan);
    }

    /** Is owned. */
    @Mapped(table = "host")
    static class Host {
        @Id
        private Integer id;

        private String name;

        Host(String name) {
            this.name = name;
        }
    }

    /** Owns whom it refers to. */
    @Mapped(table = "visitor")
    static class Visitor {
        @Id
        private Integer id;

        @Column(name = "parent_id", references = "host.id")
        private Integer parentId;

        private String name;

        @Relationship(cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        private Host parent;

        Visitor() {}

        Host parent() {
            return parent;
        }

        void parent(Host parent) {
            this.parent = parent;
        }
    }

    /** Mapped to the tables of the records, whose names others have too. */
    private static Session open(Stage stage) {
        MetaData metadata = new MetaData();
        Table parent = Table.of(
                metadata,
                "parent",
                table -> table.column("id", INTEGER, id -> id.primaryKey()).column("name", STRING, name -> {}));
        Table child = Table.of(
                metadata,
                "child",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("parent_id", INTEGER, reference -> reference.references("parent.id"))
                        .column("name", STRING, name -> {}));
        Session session = stage.open(Registry.of(metadata)
                .with(Mapping.of(Host.class, parent)
                        .property("id", parent.column("id", INTEGER))
                        .property("name", parent.column("name", STRING)))
                .with(Mapping.of(Visitor.class, child)
                        .property("id", child.column("id", INTEGER))
                        .property("parentId", child.column("parent_id", INTEGER))
                        .property("name", child.column("name", STRING))
                        .toOne("parent", Host.class, spec -> spec.cascade(Cascade.ALL, Cascade.DELETE_ORPHAN))));
        stage.given(
                "INSERT INTO parent (id, name) VALUES (1, 'p1'), (2, 'p2')",
                "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 1, 'c2'), (3, 2, 'c3')");
        return session;
    }

    private static void cascade(Stage stage) {
        Session session = open(stage);
        Visitor third = session.getOne(Visitor.class, 3);
        stage.step(() -> {
            session.delete(third);
            session.flush();
        });
        stage.step(() -> {
            session.getOne(Visitor.class, 1);
            session.delete(session.getOne(Visitor.class, 2));
            session.flush();
        });
        stage.step(session::rollback);
    }

    private static void orphan(Stage stage) {
        Session session = open(stage);
        Visitor third = session.getOne(Visitor.class, 3);
        Host old = third.parent();
        stage.step(() -> {
            third.parent(new Host("n"));
            session.flush();
        });
        stage.step(() -> {
            third.parent(null);
            session.flush();
        });
        stage.step(session::commit);
        Reference.reachabilityFence(old);
    }
}
