package io.athanor.tests.suite;

import static io.athanor.sql.Sql.text;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.error.NotNullViolationException;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Convert;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.MappingException;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.type.ConvertedType;
import io.athanor.sql.type.SqlTypes;
import io.athanor.tests.compile.SourceCompiler;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.Plot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities of a kind that is easily forgotten. */
public abstract class OddEntitiesSuite extends DatabaseSuite {

    protected OddEntitiesSuite(Database database) {
        super(database);
    }

    /** All instances are equal, says their class. */
    @Mapped
    static class Twin {
        @Id
        private Integer id;

        private String name;

        Twin(String name) {
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Twin;
        }

        @Override
        public int hashCode() {
            return name.length();
        }
    }

    @Test
    void equalInstancesAreTwo() {
        SessionFactory sessions = sessions(Twin.class);
        Twin first = new Twin("x");
        Twin second = new Twin("y");
        try (Session session = sessions.open()) {
            session.addAll(List.of(first, second));
            assertThat(session.newObjects()).hasSize(2);
            session.flush();
            assertThat(session.query(Twin.class).all()).hasSize(2);
            first.name = "longer";
            assertThat(session.dirty()).hasSize(1);
            session.delete(second);
            session.commit();
            assertThat(session.contains(first)).isTrue();
            assertThat(session.contains(second)).isFalse();
        }
        assertThat(value("SELECT name FROM \"Twin\"")).isEqualTo("longer");
    }

    /** A key that the application makes. */
    @Mapped
    static class Tag {
        @Id
        private String word;

        private Integer uses;

        Tag(String word) {
            this.word = word;
        }
    }

    @Test
    void keyMayBeText() {
        SessionFactory sessions = sessions(Tag.class);
        store(sessions, new Tag("b"), new Tag("a"));
        try (Session session = sessions.open()) {
            Tag tag = session.getOne(Tag.class, "a");
            tag.uses = 3;
            assertThat(session.query(Tag.class).filterBy(Tag_.uses, 3).all()).containsExactly(tag);
            session.commit();
            assertThat(tag.uses).isEqualTo(3);
        }
    }

    @Test
    void keyThatNobodyMakesIsRefusedByTheDatabase() {
        SessionFactory sessions = sessions(Tag.class);
        try (Session session = sessions.open()) {
            session.add(new Tag(null));
            assertThatThrownBy(session::flush).isInstanceOf(NotNullViolationException.class);
            session.rollback();
        }
    }

    /** A key of a class that is no number. */
    @Mapped
    static class Document {
        @Id
        private UUID id = UUID.randomUUID();

        @Convert(Picky.class)
        private String text;
    }

    /** Refuses to read what it does not know. */
    public static final class Picky extends ConvertedType<String, String> {
        public Picky() {
            super(String.class, SqlTypes.STRING);
        }

        @Override
        protected String toStored(String value) {
            return value;
        }

        @Override
        protected String fromStored(String stored) {
            if (stored.equals("bad")) {
                throw new IllegalArgumentException("unreadable");
            }
            return stored;
        }
    }

    @Test
    void keyMayBeAUuid() {
        SessionFactory sessions = sessions(Document.class);
        Document document = new Document();
        document.text = "t";
        UUID id = document.id;
        store(sessions, document);
        try (Session session = sessions.open()) {
            assertThat(session.getOne(Document.class, id).text).isEqualTo("t");
        }
    }

    @Test
    void conversionThatFailsLeavesTheSessionUsable() {
        SessionFactory sessions = sessions(Document.class);
        Document good = new Document();
        Document bad = new Document();
        bad.text = "bad";
        UUID id = good.id;
        store(sessions, good, bad);
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.query(Document.class).all()).hasStackTraceContaining("unreadable");
            assertThat(session.getOne(Document.class, id).text).isNull();
            session.commit();
        }
    }

    @Test
    void nullInAPrimitiveIsRefusedByName() {
        MetaData metadata = new MetaData();
        Table plots = Table.of(
                metadata,
                "plots",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("label", string(20))
                        .column("area", INTEGER));
        SessionFactory sessions = sessions(Registry.of(metadata)
                .with(Mapping.of(Plot.class, plots)
                        .property("id", plots.column("id", INTEGER))
                        .property("label", plots.column("label", string(20)))
                        .property("area", plots.column("area", INTEGER))));
        engine.transaction(connection -> connection.run(text("INSERT INTO plots (id, label) VALUES (1, 'a')")));
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.get(Plot.class, 1))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("[plots.area] holds NULL")
                    .hasMessageContaining("[Plot.area]")
                    .hasMessageContaining("[int]")
                    .hasMessageContaining("wrapper class");
            run(session, "UPDATE plots SET area = 5");
            assertThat(session.getOne(Plot.class, 1).getArea()).isEqualTo(5);
        }
    }

    @Test
    void classMayHaveMoreThan64Attributes(@TempDir Path folder) throws ReflectiveOperationException {
        String fields = IntStream.range(0, 70)
                .mapToObj(i -> "private Integer f" + i + ";")
                .collect(Collectors.joining(" "));
        Class<?> wide = SourceCompiler.withProcessor(folder)
                .load(
                        "p.Wide",
                        Map.of(
                                "p.Wide",
                                "package p; @io.athanor.orm.mapping.Mapped public class Wide {"
                                        + " @io.athanor.orm.mapping.Id private Integer id; " + fields
                                        + " public Integer get() { return f69; }"
                                        + " public void set(Integer v) { f69 = v; } }"));
        SessionFactory sessions = sessions(wide);
        store(sessions, wide.getConstructor().newInstance());
        try (Session session = sessions.open()) {
            Object instance = session.getOne(wide, 1);
            wide.getMethod("set", Integer.class).invoke(instance, 7);
            session.commit();
            assertThat(wide.getMethod("get").invoke(instance)).isEqualTo(7);
            assertThat(recording.sql("UPDATE")).containsExactly("UPDATE \"Wide\" SET f69=? WHERE \"Wide\".id = ?");
        }
    }
}
