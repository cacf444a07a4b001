package io.athanor.tests.suite;

import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.TEXT;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.inspect.Inspector;
import io.athanor.engine.migrate.ChangeWarning;
import io.athanor.engine.migrate.SchemaChange;
import io.athanor.engine.migrate.SchemaDiff;
import io.athanor.sql.Sql;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.ForeignKey.Action;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSpec;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was declared is what is read back, and the difference to a database can be made to go away. */
public abstract class SchemaDiffSuite extends DatabaseSuite {
    private final int pairs;

    protected SchemaDiffSuite(Database database) {
        super(database);
        // What runs in the JVM is asked a hundred times faster.
        this.pairs = database.isServer() ? 12 : 60;
    }

    private static MetaData declared(String name, Consumer<TableSpec> spec) {
        MetaData metadata = new MetaData();
        Table.of(metadata, name, spec);
        return metadata;
    }

    private void apply(MetaData metadata) {
        SchemaDiff.between(engine, metadata).apply(engine);
    }

    private SchemaDiff settled(MetaData metadata) {
        SchemaDiff diff = SchemaDiff.between(engine, metadata);
        diff.apply(engine);
        SchemaDiff after = SchemaDiff.between(engine, metadata);
        assertThat(after.changes()).as("%s, left after %s", after, diff.sql()).isEmpty();
        return diff;
    }

    @Test
    void createdTablesAreReadBackAsDeclared() {
        for (long seed = 0; seed < pairs; seed++) {
            MetaData metadata = RandomSchema.of(seed);
            metadata.createAll(engine);
            SchemaDiff diff = SchemaDiff.between(engine, metadata);
            assertThat(diff.toString()).as("seed %d", seed).isEmpty();
            metadata.dropAll(engine);
        }
    }

    @Test
    void readTablesAreCreatedAsTheyWere() {
        for (long seed = 100; seed < 100 + pairs; seed++) {
            MetaData metadata = RandomSchema.of(seed);
            metadata.createAll(engine);
            MetaData read = new MetaData();
            read.reflect(engine);
            metadata.dropAll(engine);
            read.createAll(engine);
            assertThat(SchemaDiff.between(engine, metadata).toString())
                    .as("seed %d", seed)
                    .isEmpty();
            read.dropAll(engine);
        }
    }

    @Test
    void appliedDifferenceLeavesNone() {
        for (long seed = 200; seed < 200 + pairs; seed++) {
            MetaData wanted = RandomSchema.of(seed);
            SchemaDiff diff = SchemaDiff.between(engine, wanted);
            try {
                diff.apply(engine);
            } catch (RuntimeException failure) {
                throw new AssertionError("seed " + seed + ": " + String.join(";\n", diff.sql()), failure);
            }
            SchemaDiff after = SchemaDiff.between(engine, wanted);
            assertThat(after.toString())
                    .as("seed %d, left after %s", seed, String.join(";\n", diff.sql()))
                    .isEmpty();
        }
    }

    @Test
    void newColumnIsAddedAndRowsStay() {
        apply(declared(
                "person",
                table -> table.column("id", INTEGER, id -> id.primaryKey()).column("name", string(20))));
        MetaData wanted = declared(
                "person",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("name", string(20), name -> name.notNull())
                        .column(
                                "email",
                                string(50),
                                email -> email.serverDefault(Sql.literalColumn("'none'", string(50))))
                        .unique(List.of("email", "name"), unique -> unique.name("uq_person")));
        Table person = wanted.table("person");
        Column<String> name = person.column("name", string(20));
        engine.transaction(connection -> connection.execute(insert(person).set(name, "ed")));
        SchemaDiff diff = settled(wanted);
        assertThat(rows("SELECT name, email FROM person")).singleElement().satisfies(row -> {
            assertThat(row.get(0)).isEqualTo("ed");
            assertThat(row.get(1)).isEqualTo("none");
        });
        assertThat(diff.warnings())
                .extracting(ChangeWarning::kind)
                .contains(ChangeWarning.Kind.NOT_NULL_WITHOUT_DEFAULT, ChangeWarning.Kind.ADDS_CONSTRAINT);
    }

    @Test
    void whatLosesDataIsWarnedOf() {
        apply(declared(
                "person",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("name", string(20))
                        .column("note", string(20))));
        MetaData two = declared(
                "person",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("name", string(10))
                        .column("born", INTEGER, born -> born.notNull()));
        assertThat(SchemaDiff.between(engine, two).warnings())
                .extracting(ChangeWarning::kind, ChangeWarning::subject)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(ChangeWarning.Kind.NARROWS_TYPE, "person.name"),
                        org.assertj.core.groups.Tuple.tuple(ChangeWarning.Kind.DROPS_COLUMN, "person.note"),
                        org.assertj.core.groups.Tuple.tuple(
                                ChangeWarning.Kind.NOT_NULL_WITHOUT_DEFAULT, "person.born"));
        assertThat(SchemaDiff.between(engine, new MetaData()).warnings())
                .extracting(ChangeWarning::kind)
                .containsExactly(ChangeWarning.Kind.DROPS_TABLE);
        MetaData wider = declared(
                "person",
                table -> table.column("id", BIGINT, id -> id.primaryKey())
                        .column("name", TEXT)
                        .column("note", string(20)));
        assertThat(SchemaDiff.between(engine, wider).warnings())
                .extracting(ChangeWarning::kind)
                .doesNotContain(ChangeWarning.Kind.NARROWS_TYPE, ChangeWarning.Kind.DROPS_COLUMN);
    }

    private static MetaData family(Consumer<TableSpec> ofParent, Consumer<TableSpec> ofChild) {
        MetaData metadata = declared("parent", table -> {
            table.column("id", INTEGER, id -> id.primaryKey());
            ofParent.accept(table);
        });
        Table.of(metadata, "child", table -> {
            table.column("id", INTEGER, id -> id.primaryKey()).column("parent_id", INTEGER);
            ofChild.accept(table);
            table.foreignKey(
                    List.of("parent_id"),
                    List.of("parent.id"),
                    key -> key.name("fk_parent").onDelete(Action.CASCADE));
        });
        return metadata;
    }

    @Test
    void foreignKeyIsKeptWhileItsTargetChanges() {
        apply(family(parent -> parent.column("name", string(20)), child -> {}));
        engine.transaction(connection -> {
            connection.define("INSERT INTO parent (id, name) VALUES (1, 'a')");
            connection.define("INSERT INTO child (id, parent_id) VALUES (1, 1)");
        });
        settled(family(
                parent -> parent.column("name", string(40), name -> name.notNull()),
                child -> child.column("note", TEXT)));
        assertThat(rows("SELECT id FROM child")).hasSize(1);
        engine.transaction(connection -> connection.define("DELETE FROM parent"));
        assertThat(rows("SELECT id FROM child")).isEmpty();
    }

    @Test
    void keptTableOfAnotherKeepsItsForeignKey() {
        apply(family(parent -> parent.column("name", string(20)), child -> {}));
        MetaData parentOnly = declared(
                "parent",
                table -> table.column("id", BIGINT, id -> id.primaryKey()).column("name", string(30)));
        SchemaDiff diff = SchemaDiff.between(engine, parentOnly, spec -> spec.keepOthers());
        assertThat(diff.changes()).noneMatch(SchemaChange.DropTable.class::isInstance);
        if (database == Database.POSTGRESQL) {
            diff.apply(engine);
            assertThat(SchemaDiff.between(engine, parentOnly, spec -> spec.keepOthers())
                            .changes())
                    .isEmpty();
        }
        assertThat(Inspector.of(engine).foreignKeys("child")).hasSize(1);
    }

    @Test
    void otherTablesAreKeptOrIgnoredIfAsked() {
        apply(declared("other", table -> table.column("id", INTEGER, id -> id.primaryKey())));
        MetaData wanted = declared("mine", table -> table.column("id", INTEGER, id -> id.primaryKey()));
        assertThat(SchemaDiff.between(engine, wanted).changes())
                .hasOnlyElementsOfTypes(SchemaChange.CreateTable.class, SchemaChange.DropTable.class)
                .hasSize(2);
        assertThat(SchemaDiff.between(engine, wanted, spec -> spec.keepOthers()).changes())
                .hasSize(1);
        assertThat(SchemaDiff.between(engine, wanted, spec -> spec.ignore("other"::equals))
                        .changes())
                .hasSize(1);
    }

    @Test
    void migrationIsWrittenUnderFlywaysName(@TempDir Path folder) throws IOException {
        MetaData wanted = declared("person", table -> table.column("id", INTEGER, id -> id.primaryKey()));
        SchemaDiff diff = SchemaDiff.between(engine, wanted);
        Path file = diff.writeFlyway(folder, "3", "Add the person");
        assertThat(file.getFileName()).hasToString("V3__add_the_person.sql");
        assertThat(Files.readString(file)).contains("CREATE TABLE person").endsWith(";\n");
        assertThatThrownBy(() -> diff.writeFlyway(folder, "x", "no")).isInstanceOf(ArgumentException.class);
        diff.apply(engine);
        SchemaDiff none = SchemaDiff.between(engine, wanted);
        assertThat(none.script()).isEmpty();
        assertThat(none.sql()).isEmpty();
        assertThatThrownBy(() -> none.writeFlyway(folder, "4", "none")).isInstanceOf(ArgumentException.class);
    }

    @Test
    void circleOfTablesIsCreatedAndDropped() {
        MetaData circle = new MetaData();
        Table.of(
                circle,
                "hen",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("egg_id", INTEGER)
                        .foreignKey(List.of("egg_id"), List.of("egg.id"), key -> key.name("fk_egg")));
        Table.of(
                circle,
                "egg",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("hen_id", INTEGER)
                        .foreignKey(List.of("hen_id"), List.of("hen.id"), key -> key.name("fk_hen")));
        settled(circle);
        if (engine.dialect().capabilities().has(Capability.ALTER_CONSTRAINTS)) {
            settled(new MetaData());
        }
    }
}
