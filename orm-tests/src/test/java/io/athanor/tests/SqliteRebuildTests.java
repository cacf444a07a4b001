package io.athanor.tests;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.migrate.SchemaChange;
import io.athanor.engine.migrate.SchemaDiff;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of SQLite that cannot be altered is made anew, and everything around it stays. */
class SqliteRebuildTests extends DatabaseSuite {
    SqliteRebuildTests() {
        super(Database.SQLITE);
    }

    private static MetaData shop(int length, boolean isParentThere) {
        MetaData metadata = new MetaData();
        if (isParentThere) {
            Table.of(metadata, "parent", table -> table.column("id", INTEGER, id -> id.primaryKey()));
        }
        Table.of(metadata, "item", table -> {
            table.column("id", INTEGER, id -> id.primaryKey());
            table.column("name", string(length), name -> name.notNull());
            table.column("parent_id", INTEGER);
            table.index("ix_name", "name");
            if (isParentThere) {
                table.foreignKey(new String[] {"parent_id"}, "parent.id");
            }
        });
        return metadata;
    }

    private void define(String... statements) {
        engine.transaction(connection -> {
            for (String statement : statements) {
                connection.define(statement);
            }
        });
    }

    @Test
    void triggersViewsIndexesAndRowsStay() {
        shop(10, true).createAll(engine);
        define(
                "CREATE TABLE log (text VARCHAR)",
                "CREATE TRIGGER noted AFTER INSERT ON item BEGIN INSERT INTO log VALUES (new.name); END",
                "CREATE VIEW names AS SELECT name FROM item",
                "INSERT INTO parent (id) VALUES (1)",
                "INSERT INTO item (name, parent_id) VALUES ('one', 1)");
        SchemaDiff diff = SchemaDiff.between(engine, shop(20, true), spec -> spec.ignore("log"::equals));
        assertThat(diff.changes()).hasOnlyElementsOfType(SchemaChange.RebuildTable.class);
        diff.apply(engine);
        define("INSERT INTO item (name) VALUES ('two')");
        assertThat(rows("SELECT name FROM names")).hasSize(2);
        assertThat(rows("SELECT text FROM log")).hasSize(2);
        assertThat(value("SELECT count(*) FROM sqlite_master WHERE name = 'ix_name'"))
                .isEqualTo(1);
        assertThat(value("PRAGMA foreign_keys")).isEqualTo(1);
    }

    @Test
    void rowsThatBreakANewForeignKeyUndoTheWhole(@TempDir Path folder) throws IOException {
        shop(10, false).createAll(engine);
        define("INSERT INTO item (name, parent_id) VALUES ('lost', 7)");
        SchemaDiff diff = SchemaDiff.between(engine, shop(10, true));
        assertThatThrownBy(() -> diff.apply(engine))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("[item]");
        assertThat(rows("SELECT name FROM item")).hasSize(1);
        assertThat(value("SELECT count(*) FROM sqlite_master WHERE name = 'parent'"))
                .isEqualTo(0);
        assertThat(value("PRAGMA foreign_keys")).isEqualTo(1);
        Path file = diff.writeFlyway(folder, "2.1", "parents");
        assertThat(Files.readString(file)).contains("PRAGMA foreign_keys=OFF;");
        assertThat(folder.resolve("V2.1__parents.sql.conf")).hasContent("executeInTransaction=false");
    }
}
