package io.athanor.tests.suite;

import static io.athanor.orm.Orm.inspect;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.Plot;
import io.athanor.tests.model.User;
import java.lang.invoke.MethodHandles;
import org.junit.jupiter.api.Test;

/** Imperative mappings that go to fields: of an enhanced class by its own code, of another through a lookup. */
public abstract class EnhancedMappingSuite extends DatabaseSuite {
    private static final Attribute<Plot, String> LABEL = Attribute.of(Plot.class, "label", String.class);

    protected EnhancedMappingSuite(Database database) {
        super(database);
    }

    private SessionFactory plots() {
        MetaData metadata = new MetaData();
        Table plots = Table.of(
                metadata,
                "plots",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("label", string(20))
                        .column("size", INTEGER, size -> size.notNull()));
        return sessions(Registry.of(metadata)
                .with(Mapping.of(Plot.class, plots)
                        .property("area", plots.column("size", INTEGER))
                        .property("label", plots.column("label", STRING))
                        .property("id", plots.column("id", INTEGER))));
    }

    @Test
    void classWithoutAnnotationsIsEnhanced() {
        assertThat(new Plot("a", 1)).isInstanceOf(Instrumented.class);
    }

    @Test
    void enhancedClassTellsOfItsChangesAndReloads() {
        SessionFactory sessions = plots();
        Plot plot = new Plot("a", 10);
        try (Session session = sessions.open()) {
            session.add(plot);
            session.commit();
            recording.clear();
            assertThat(plot.getLabel()).isEqualTo("a");
            assertThat(plot.getId()).isEqualTo(1);
            assertThat(recording.sql("SELECT")).hasSize(1);
            plot.setArea(20);
            assertThat(session.dirty()).containsExactly(plot);
            assertThat(inspect(plot)
                            .history(Attribute.of(Plot.class, "area", Integer.class))
                            .removed())
                    .containsExactly(10);
            session.flush();
            assertThat(recording.lines()).last().isEqualTo("UPDATE plots SET size=? WHERE plots.id = ? [20, 1]");
            session.rollback();
            assertThat(plot.getArea()).isEqualTo(10);
            assertThat(plot.getReads()).isEqualTo(1);
        }
    }

    @Test
    void enhancedClassIsQueriedByAttributesNamedByHand() {
        SessionFactory sessions = plots();
        store(sessions, new Plot("a", 10), new Plot("b", 20));
        try (Session session = sessions.open()) {
            assertThat(session.query(Plot.class).filterBy(LABEL, "b").one().getArea())
                    .isEqualTo(20);
        }
    }

    @Test
    void oneAnnotatedClassServesSeveralRegistries() {
        MetaData metadata = new MetaData();
        Table people = Table.of(
                metadata,
                "people",
                table -> table.column("nr", INTEGER, nr -> nr.primaryKey())
                        .column("name", string(20))
                        .column("fullname", string(40))
                        .column("password", string(20)));
        Registry imperative = Registry.of(metadata)
                .with(Mapping.of(User.class, people)
                        .property("id", people.column("nr", INTEGER))
                        .property("name", people.column("name", STRING))
                        .property("fullname", people.column("fullname", STRING))
                        .property("password", people.column("password", STRING)));
        SessionFactory declared = sessions(User.class);
        SessionFactory other = sessions(imperative);
        store(declared, User.named("ed"));
        store(other, User.named("wendy"), User.named("mary"));
        assertThat(declared.<Long, RuntimeException>inTransaction(
                        session -> session.query(User.class).count()))
                .isEqualTo(1);
        assertThat(other.<Long, RuntimeException>inTransaction(
                        session -> session.query(User.class).count()))
                .isEqualTo(2);
        assertThat(rows("SELECT * FROM people WHERE nr = 2")).hasSize(1);
    }

    /** A class with private fields and no methods. */
    private static final class Secret {
        private int id;
        private String text;

        private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    }

    @Test
    void plainClassIsAccessedThroughALookup() {
        MetaData metadata = new MetaData();
        Table secrets = Table.of(
                metadata,
                "secrets",
                table -> table.column("id", INTEGER, id -> id.primaryKey()).column("text", string(20)));
        SessionFactory sessions = sessions(Registry.of(metadata)
                .with(Mapping.of(Secret.class, secrets, Secret.LOOKUP)
                        .property("id", secrets.column("id", INTEGER))
                        .property("text", secrets.column("text", STRING))));
        Secret secret = new Secret();
        secret.text = "hidden";
        store(sessions, secret);
        try (Session session = sessions.open()) {
            Secret found = session.getOne(Secret.class, 1);
            assertThat(found.text).isEqualTo("hidden");
            assertThat(found).isNotSameAs(secret);
            found.text = "found";
            session.commit();
        }
        assertThat(secret.id).isEqualTo(1);
        assertThat(value("SELECT text FROM secrets")).isEqualTo("found");
    }
}
