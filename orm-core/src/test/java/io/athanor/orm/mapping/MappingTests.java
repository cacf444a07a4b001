package io.athanor.orm.mapping;

import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.error.OrmException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.type.ConvertedType;
import io.athanor.sql.type.SqlTypes;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MappingTests {
    private final MetaData metadata = new MetaData();
    private final Table points = Table.of(
            metadata,
            "points",
            t -> t.column("id", INTEGER, c -> c.primaryKey()).column("name", STRING));
    private final Column<Integer> id = points.column("id", INTEGER);
    private final Column<String> name = points.column("name", STRING);

    @Nested
    class Declared {
        private final Mapping<Point> empty = Mapping.declared(Point.class, "points");

        @Test
        void attributeTakesTypeOfItsClass() {
            DeclaredColumn<?> column = column(empty.attribute("id", Integer.class, a -> a.id()));

            assertThat(column.type()).isEqualTo(INTEGER);
            assertThat(column.constraints()).isEqualTo(new DeclaredColumn.Constraints(true, false, false));
            assertThat(column.name()).isNull();
            assertThat(column.references()).isNull();
        }

        @Test
        void primitiveAttributeRefusesNull() {
            Mapping<Point> mapping = empty.attribute("x", int.class, a -> {});

            assertThat(column(mapping).constraints().isNotNull()).isTrue();
            assertThat(column(mapping).type()).isEqualTo(INTEGER);
            assertThat(mapping.properties().get(0).fieldClass()).isEqualTo(int.class);
        }

        @Test
        void everythingStatedIsKept() {
            DeclaredColumn<?> column = column(empty.attribute(
                    "name",
                    String.class,
                    a -> a.column("n").notNull().unique().length(30).references("users.id")));

            assertThat(column)
                    .isEqualTo(new DeclaredColumn<>(
                            "n", SqlTypes.string(30), new DeclaredColumn.Constraints(false, true, true), "users.id"));
        }

        @Test
        void enumIsHeldByItsNames() {
            assertThat(column(empty.attribute("color", Color.class, a -> {})).type())
                    .isEqualTo(SqlTypes.enumOf(Color.class));
        }

        @Test
        void ownTypeHoldsAnyClass() {
            assertThat(column(empty.attribute("tags", Tags.type(), a -> a.type(new Tags())))
                            .type())
                    .isInstanceOf(Tags.class);
        }

        @Test
        void ownTypeOfAnotherClassIsRefused() {
            assertThatThrownBy(() -> empty.attribute("n", Number.class, a -> a.type(INTEGER)))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll("Point.n]", "java.lang.Number", "java.lang.Integer");
        }

        @Test
        void classThatNoTypeHoldsIsRefused() {
            assertThatThrownBy(() -> empty.attribute("where", Thread.class, a -> {}))
                    .isInstanceOf(MappingException.class)
                    .isInstanceOf(OrmException.class)
                    .hasMessageContainingAll("Point.where]", "[java.lang.Thread]", "@Convert", "transient");
        }

        @Test
        void lengthOfANumberIsRefused() {
            assertThatThrownBy(() -> empty.attribute("id", Integer.class, a -> a.length(3)))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll("Point.id]", "java.lang.Integer", "[3]", "string");
        }

        @Test
        void lengthBelowOneIsRefused() {
            assertThatThrownBy(() -> empty.attribute("name", String.class, a -> a.length(0)))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("[0]");
        }

        @Test
        void attributeTwiceIsRefused() {
            assertThatThrownBy(
                            () -> empty.attribute("id", Integer.class, a -> {}).attribute("id", Integer.class, a -> {}))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("two properties [id]");
        }

        @Test
        void propertyWithColumnIsRefused() {
            assertThatThrownBy(() -> empty.property("id", id))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll("Point.id]", "attribute(");
        }

        @Test
        void addingLeavesOriginalUnchanged() {
            empty.attribute("id", Integer.class, a -> a.id());

            assertThat(empty.properties()).isEmpty();
        }

        @Test
        void idsAreInOrderOfDeclaration() {
            Mapping<Point> mapping = empty.attribute("b", Integer.class, a -> a.id())
                    .attribute("x", Integer.class, a -> {})
                    .attribute("a", Integer.class, a -> a.id());

            assertThat(mapping.ids()).containsExactly("b", "a");
        }

        private DeclaredColumn<?> column(Mapping<?> mapping) {
            return mapping.properties().get(0).declared();
        }
    }

    @Nested
    class ByFunctions {
        private final Mapping<Point> mapping = Mapping.of(Point.class, points, Point::new);

        @Test
        void functionsReadAndWrite() {
            PropertyAccess access = mapping.property("name", name, Point::name, Point::name)
                    .properties()
                    .get(0)
                    .access();
            Point point = new Point();

            access.set(point, "a");

            assertThat(access.get(point)).isEqualTo("a");
        }

        @Test
        void attributeIsRefused() {
            assertThatThrownBy(() -> mapping.attribute("id", Integer.class, a -> {}))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll("Point.id]", "property(");
        }

        @Test
        void columnOfAnotherTableIsRefused() {
            Table others = Table.of(metadata, "others", t -> t.column("id", INTEGER));

            assertThatThrownBy(() -> mapping.property("id", others.column("id", INTEGER)))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll("Point.id]", "[others.id]", "[points]");
        }

        @Test
        void columnTwiceIsRefused() {
            assertThatThrownBy(() -> mapping.property("id", id).property("other", id))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll("[id]", "[other]", "[points.id]");
        }

        @Test
        void propertyTwiceIsRefused() {
            assertThatThrownBy(() -> mapping.property("id", id).property("id", name))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("two properties [id]");
        }
    }

    @Nested
    class ByLookup {
        private final Mapping<Point> mapping = Mapping.of(Point.class, points, MethodHandles.lookup());

        @Test
        void privateFieldsAreReadAndWritten() {
            PropertyAccess access = access(mapping.property("name", name));
            Point point = mapping.creator().get();

            access.set(point, "a");

            assertThat(point.name).isEqualTo("a");
            assertThat(access.get(point)).isEqualTo("a");
        }

        @Test
        void inheritedFieldIsFound() {
            Table sub = Table.of(metadata, "subs", t -> t.column("name", STRING));
            PropertyAccess access = access(
                    Mapping.of(Sub.class, sub, MethodHandles.lookup()).property("name", sub.column("name", STRING)));
            Sub instance = new Sub();

            access.set(instance, "b");

            assertThat(instance.name()).isEqualTo("b");
        }

        @Test
        void primitiveFieldIsKnownToBePrimitive() {
            assertThat(mapping.property("id", id).properties().get(0).fieldClass())
                    .isEqualTo(int.class);
        }

        @Test
        void functionsGoBeforeTheField() {
            PropertyAccess access = access(mapping.property("name", name, p -> "fixed", (p, v) -> {}));

            assertThat(access.get(new Point())).isEqualTo("fixed");
        }

        @Test
        void missingFieldIsRefused() {
            assertThatThrownBy(() -> mapping.property("nme", name))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll("MappingTests$Point]", "no field [nme]");
        }

        @Test
        void finalFieldIsRefused() {
            assertThatThrownBy(() -> mapping.property("fixed", name))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll("Point.fixed]", "final");
        }

        @Test
        void fieldOfAnotherClassThanTheColumnIsRefused() {
            Table longs = Table.of(metadata, "longs", t -> t.column("id", BIGINT));

            assertThatThrownBy(() -> Mapping.of(Point.class, longs, MethodHandles.lookup())
                            .property("id", longs.column("id", BIGINT)))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll("Point.id]", "java.lang.Integer", "java.lang.Long");
        }

        @Test
        void lookupWithoutAccessIsRefused() {
            assertThatThrownBy(() -> Mapping.of(Point.class, points, MethodHandles.publicLookup()))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll("MappingTests$Point]", "no-arg constructor", "supplier");
        }

        @Test
        void classWithoutNoArgConstructorIsRefused() {
            assertThatThrownBy(() -> Mapping.of(Integer.class, points, MethodHandles.lookup()))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("[java.lang.Integer] has no no-arg constructor");
        }

        @Test
        void exceptionOfTheConstructorIsThrownAsItIs() {
            Mapping<Failing> failing = Mapping.of(Failing.class, points, MethodHandles.lookup());

            assertThatThrownBy(() -> failing.creator().get())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("mine");
        }

        private PropertyAccess access(Mapping<?> one) {
            return one.properties().get(0).access();
        }
    }

    private enum Color {
        RED
    }

    private static final class Tags extends ConvertedType<List<String>, String> {
        Tags() {
            super(type(), STRING);
        }

        @SuppressWarnings("unchecked") // there is no class of a list of strings
        static Class<List<String>> type() {
            return (Class<List<String>>) (Class<?>) List.class;
        }

        @Override
        protected String toStored(List<String> value) {
            return value.toString();
        }

        @Override
        protected List<String> fromStored(String stored) {
            return List.of(stored);
        }
    }

    static class Point {
        private int id;
        private String name;
        private final String fixed = String.valueOf(1);

        private Point() {}

        String name() {
            return name;
        }

        void name(String value) {
            name = value;
        }
    }

    static final class Sub extends Point {}

    static final class Failing {
        Failing() {
            throw new IllegalStateException("mine");
        }
    }
}
