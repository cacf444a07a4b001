package io.athanor.orm.mapper;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.enumOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapping.DeclaredMappings;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.MappingException;
import io.athanor.orm.mapping.UnenhancedClassException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import java.lang.invoke.MethodHandles;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ImperativeMappingTests {
    private final MetaData metadata = new MetaData();
    private final Registry empty = Registry.of(metadata);

    @Nested
    class OfAPlainClass {
        private final Table points = Table.of(
                metadata,
                "points",
                t -> t.column("id", INTEGER, c -> c.primaryKey()).column("name", STRING));
        private final Column<Integer> id = points.column("id", INTEGER);
        private final Column<String> name = points.column("name", STRING);
        private final Mapping<Point> mapping = Mapping.of(Point.class, points, Point::new)
                .property("id", id, Point::id, Point::id)
                .property("name", name, Point::name, Point::name);

        @Test
        void instancesAreMadeReadAndWrittenByFunctions() {
            EntityMapper<Point> mapper = empty.with(mapping).entityMapper(Point.class);
            Point point = mapper.newInstance();

            mapper.set(point, 0, 7);
            mapper.set(point, 1, "a");

            assertThat(mapper.isInstrumented()).isFalse();
            assertThat(point.id()).isEqualTo(7);
            assertThat(mapper.get(point, 0)).isEqualTo(7);
            assertThat(mapper.get(point, 1)).isEqualTo("a");
        }

        @Test
        void instancesAreMadeReadAndWrittenByFields() {
            EntityMapper<Point> mapper = empty.with(Mapping.of(Point.class, points, MethodHandles.lookup())
                            .property("id", id)
                            .property("name", name))
                    .entityMapper(Point.class);
            Point point = mapper.newInstance();

            mapper.set(point, 0, 7);

            assertThat(mapper.get(point, 0)).isEqualTo(7);
            assertThat(mapper.attribute(0).primitive()).isEqualTo(Primitive.INT);
        }

        @Test
        void keyIsThatOfTheTable() {
            EntityMapper<Point> mapper = empty.with(mapping).entityMapper(Point.class);

            assertThat(mapper.keyIndexes()).containsExactly(0);
            assertThat(mapper.attribute(0).isKey()).isTrue();
            assertThat(mapper.attribute(1).isKey()).isFalse();
            assertThat(mapper.table()).isSameAs(points);
        }

        @Test
        void statedKeyGoesBeforeThatOfTheTable() {
            assertThat(empty.with(mapping.id("name", "id"))
                            .entityMapper(Point.class)
                            .keyIndexes())
                    .containsExactly(1, 0);
        }

        @Test
        void unknownIdIsRefused() {
            assertThatThrownBy(() -> empty.with(mapping.id("nme")))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll(Point.class.getName(), "[nme]", "[id, name]");
        }

        @Test
        void keyColumnWithoutPropertyIsRefused() {
            assertThatThrownBy(() -> empty.with(Mapping.of(Point.class, points, Point::new)
                            .property("name", name, Point::name, Point::name)))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll(Point.class.getName(), "[points.id]", "id(");
        }

        @Test
        void tableWithoutKeyIsRefused() {
            Table log = Table.of(metadata, "log", t -> t.column("name", STRING));

            assertThatThrownBy(() -> empty.with(Mapping.of(Point.class, log, Point::new)
                            .property("name", log.column("name", STRING), Point::name, Point::name)))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll(Point.class.getName(), "no id", "[log]", "id(");
        }

        @Test
        void propertyWithoutAccessIsRefused() {
            assertThatThrownBy(() -> empty.with(
                            Mapping.of(Point.class, points, Point::new).property("id", id)))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll("Property [id]", Point.class.getName(), "not enhanced", "Lookup");
        }

        @Test
        void missingSupplierIsRefused() {
            assertThatThrownBy(
                            () -> empty.with(Mapping.of(Point.class, points).property("id", id, Point::id, Point::id)))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll(Point.class.getName(), "supplier");
        }

        @Test
        void supplierOfNullIsRefused() {
            Mapping<Point> broken =
                    Mapping.of(Point.class, points, () -> (Point) null).property("id", id, Point::id, Point::id);
            EntityMapper<Point> mapper = empty.with(broken).entityMapper(Point.class);

            assertThatThrownBy(mapper::newInstance)
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll(Point.class.getName(), "[null]");
        }

        @Test
        void classTwiceIsRefused() {
            Registry registry = empty.with(mapping);

            assertThatThrownBy(() -> registry.with(mapping))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll(Point.class.getName(), "already");
        }

        @Test
        void tableTwiceIsRefused() {
            Registry registry = empty.with(mapping);

            assertThatThrownBy(() -> registry.with(
                            Mapping.of(Other.class, points, Other::new).property("id", id, o -> 1, (o, v) -> {})))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll(Point.class.getName(), Other.class.getName(), "[points]");
        }

        @Test
        void annotatedClassThatWasNotEnhancedIsRefused() {
            assertThatThrownBy(() -> empty.with(
                            Mapping.of(RegistryTests.Unenhanced.class, points, RegistryTests.Unenhanced::new)))
                    .isInstanceOf(UnenhancedClassException.class);
        }

        @Test
        void declaredMappingIsRefused() {
            assertThatThrownBy(() -> empty.with(Mapping.declared(Point.class, "p")))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining(Point.class.getName());
        }
    }

    @Nested
    class OfAnEnhancedClass {
        private final Table people = Table.of(
                metadata,
                "people",
                t -> t.column("age", INTEGER)
                        .column("name", STRING)
                        .column("id", INTEGER, c -> c.primaryKey())
                        .column("color", enumOf(User.Color.class)));
        private final Mapping<User> mapping = Mapping.of(User.class, people)
                .property("name", people.column("name", STRING))
                .property("age", people.column("age", INTEGER))
                .property("id", people.column("id", INTEGER))
                .property("color", people.column("color", enumOf(User.Color.class)));

        @Test
        void indexesAreThoseOfTheFields() {
            EntityMapper<User> mapper = empty.with(mapping).entityMapper(User.class);
            User user = mapper.newInstance();

            mapper.set(user, 1, "ed");

            assertThat(mapper.isInstrumented()).isTrue();
            assertThat(user.name).isEqualTo("ed");
            assertThat(mapper.attribute(1).column()).isSameAs(people.column("name"));
            assertThat(mapper.keyIndexes()).containsExactly(0);
            assertThat(mapper.attribute(3).primitive()).isEqualTo(Primitive.INT);
        }

        @Test
        void functionsAreNotCalled() {
            Mapping<User> withFunctions = Mapping.of(User.class, people, User::new)
                    .property("id", people.column("id", INTEGER))
                    .property("age", people.column("age", INTEGER))
                    .property("color", people.column("color", enumOf(User.Color.class)))
                    .property("name", people.column("name", STRING), u -> "function", (u, v) -> {});
            EntityMapper<User> mapper = empty.with(withFunctions).entityMapper(User.class);
            User user = new User();
            user.name = "field";

            assertThat(mapper.get(user, 1)).isEqualTo("field");
        }

        @Test
        void classWithoutAnnotationsIsAccessedByItsFieldsToo() {
            Table plain = Table.of(metadata, "plain", t -> t.column("id", INTEGER, c -> c.primaryKey()));
            EntityMapper<EnhancedOnly> mapper = empty.with(
                            Mapping.of(EnhancedOnly.class, plain).property("id", plain.column("id", INTEGER)))
                    .entityMapper(EnhancedOnly.class);
            EnhancedOnly instance = mapper.newInstance();

            mapper.set(instance, 0, 5);

            assertThat(mapper.isInstrumented()).isTrue();
            assertThat(mapper.get(instance, 0)).isEqualTo(5);
            assertThat(mapper.attribute(0).primitive()).isEqualTo(Primitive.INT);
        }

        @Test
        void propertyThatIsNoFieldIsRefused() {
            assertThatThrownBy(() ->
                            empty.with(Mapping.of(User.class, people).property("nme", people.column("name", STRING))))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll("User.nme]", "[id, name, color, age]");
        }

        @Test
        void fieldThatIsNotMappedIsRefused() {
            assertThatThrownBy(() ->
                            empty.with(Mapping.of(User.class, people).property("id", people.column("id", INTEGER))))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll("User.name]", "transient");
        }

        @Test
        void fieldOfAnotherClassThanTheColumnIsRefused() {
            assertThatThrownBy(() ->
                            empty.with(Mapping.of(User.class, people).property("id", people.column("name", STRING))))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll("User.id]", "java.lang.Integer", "java.lang.String", "[people.name]");
        }
    }

    static final class Point {
        private int id;
        private String name;

        int id() {
            return id;
        }

        void id(int value) {
            id = value;
        }

        String name() {
            return name;
        }

        void name(String value) {
            name = value;
        }
    }

    static final class Other {}

    static final class EnhancedOnly implements Instrumented {
        static {
            DeclaredMappings.registerFields(
                    EnhancedOnly.class, new String[] {"id"}, new Class<?>[] {int.class}, new EnhancedOnly());
        }

        private int id;

        @Override
        public Instrumented $orm$new() {
            return new EnhancedOnly();
        }

        @Override
        public Object $orm$get(int index) {
            return id;
        }

        @Override
        public void $orm$set(int index, Object value) {
            id = (Integer) value;
        }
    }
}
