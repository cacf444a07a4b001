package io.athanor.tests.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.MappingException;
import io.athanor.orm.mapping.UnenhancedClassException;
import io.athanor.orm.mapping.UnmappedClassException;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.type.SqlTypes;
import io.athanor.tests.compile.SourceCompiler;
import io.athanor.tests.model.Point;
import io.athanor.tests.model.User;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that cannot be entities. */
class MappingErrorsTests {

    @Test
    void unmappedClassIsRefusedByTheRegistry() {
        assertThatThrownBy(() -> Registry.of(User.class, Point.class))
                .isInstanceOf(UnmappedClassException.class)
                .hasMessage("Class [io.athanor.tests.model.Point] is not mapped; annotate it with @Mapped, or give the"
                        + " registry a Mapping of it");
    }

    @Test
    void classOfAnotherRegistryIsRefused() {
        Registry users = Registry.of(User.class);
        assertThatThrownBy(() -> users.mapper(Point.class))
                .isInstanceOf(UnmappedClassException.class)
                .hasMessage(
                        "Class [io.athanor.tests.model.Point] is not mapped by this registry, which maps [User]; add"
                                + " it with Registry.of(…) or with(…)");
    }

    @Test
    void annotatedClassWithoutAnIdIsRefusedByTheCompiler(@TempDir Path folder) {
        assertThat(SourceCompiler.withProcessor(folder)
                        .errors(Map.of(
                                "p.Nobody",
                                "package p; @io.athanor.orm.mapping.Mapped class Nobody { private String name; }")))
                .containsExactly(
                        "Mapped class [p.Nobody] has no id; annotate the field or fields of its primary key with"
                                + " @Id");
    }

    @Test
    void mappingToATableWithoutAPrimaryKeyIsRefused() {
        MetaData metadata = new MetaData();
        Table table = Table.of(metadata, "log", columns -> columns.column("label", SqlTypes.STRING));
        Mapping<Point> mapping = Mapping.of(Point.class, table, Point::new)
                .property("label", table.column("label", SqlTypes.STRING), Point::getLabel, Point::setLabel);
        assertThatThrownBy(() -> Registry.of(metadata).with(mapping))
                .isInstanceOf(MappingException.class)
                .hasMessage(
                        "Class [io.athanor.tests.model.Point] has no id, since table [log] has no primary key; state"
                                + " id(…) in the mapping");
    }

    @Test
    void classCompiledWithoutTheProcessorIsRefused(@TempDir Path folder) {
        Class<?> bare = SourceCompiler.withoutProcessor(folder)
                .load(
                        "p.Bare",
                        Map.of(
                                "p.Bare",
                                "package p; @io.athanor.orm.mapping.Mapped public class Bare {"
                                        + " @io.athanor.orm.mapping.Id private Integer id; }"));
        assertThatThrownBy(() -> Registry.of(bare))
                .isInstanceOf(UnenhancedClassException.class)
                .hasMessageStartingWith(
                        "Class [p.Bare] is annotated with @Mapped but was not enhanced when it was compiled;")
                .hasMessageContaining("it comes from [file:" + folder)
                .hasMessageContaining("Add io.athanor:orm-processor to the annotationProcessorPaths")
                .hasMessageContaining("-javaagent:orm-agent.jar");
    }

    @Test
    void classCompiledWithTheProcessorIsTaken(@TempDir Path folder) {
        Class<?> good = SourceCompiler.withProcessor(folder)
                .load(
                        "p.Good",
                        Map.of(
                                "p.Good",
                                "package p; @io.athanor.orm.mapping.Mapped public class Good {"
                                        + " @io.athanor.orm.mapping.Id private Integer id; }"));
        assertThat(Registry.of(good).mapper(good).table().name()).isEqualTo("Good");
    }

    @Test
    void everyFieldOfAnEnhancedClassMustBeMapped() {
        MetaData metadata = new MetaData();
        Table table =
                Table.of(metadata, "people", columns -> columns.column("id", SqlTypes.INTEGER, id -> id.primaryKey()));
        assertThatThrownBy(() -> Registry.of(metadata)
                        .with(Mapping.of(User.class, table).property("id", table.column("id", SqlTypes.INTEGER))))
                .isInstanceOf(MappingException.class)
                .hasMessage("Field [io.athanor.tests.model.User.name] of the enhanced class is not mapped; map it as a"
                        + " property, or make it transient");
    }

    @Test
    void oneClassIsMappedOnceInARegistry() {
        MetaData metadata = new MetaData();
        Table table =
                Table.of(metadata, "points", columns -> columns.column("id", SqlTypes.INTEGER, id -> id.primaryKey()));
        Mapping<Point> mapping = Mapping.of(Point.class, table, Point::new)
                .property("id", table.column("id", SqlTypes.INTEGER), Point::getId, Point::setId);
        Registry points = Registry.of(metadata).with(mapping);
        assertThatThrownBy(() -> points.with(mapping))
                .isInstanceOf(MappingException.class)
                .hasMessage(
                        "Class [io.athanor.tests.model.Point] is mapped by this registry already; map it once, or in"
                                + " another registry");
    }
}
