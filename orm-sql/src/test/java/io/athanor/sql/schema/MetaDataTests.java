package io.athanor.sql.schema;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.TEXT;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.Sql;
import io.athanor.sql.error.ArgumentException;
import org.junit.jupiter.api.Test;

class MetaDataTests {
    private final MetaData metadata = new MetaData();

    @Test
    void tablesOfOneNameMayLieInSeveralSchemas() {
        Table.of(metadata, "t", t -> t.column("a", INTEGER));
        Table other = Table.of(metadata, "t", t -> t.schema("s").column("a", INTEGER));
        assertThat(metadata.table("s.t")).isSameAs(other);
        assertThatThrownBy(() -> Table.of(metadata, "t", t -> t.schema("s")))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("s.t");
    }

    @Test
    void circleIsRefusedByOrderAndLetByCreation() {
        Table.of(
                metadata,
                "a",
                t -> t.column("id", INTEGER, id -> id.primaryKey().references("b.id")));
        Table.of(
                metadata,
                "b",
                t -> t.column("id", INTEGER, id -> id.primaryKey().references("a.id")));
        assertThatThrownBy(metadata::sortedTables)
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("useAlter");
        assertThat(metadata.creationOrder()).hasSize(2);
    }

    @Test
    void keyAddedByAlterBreaksACircle() {
        Table first = Table.of(
                metadata, "a", t -> t.column("id", INTEGER, id -> id.references("b.id", key -> key.useAlter())));
        Table second = Table.of(metadata, "b", t -> t.column("id", INTEGER, id -> id.references("a.id")));
        assertThat(metadata.sortedTables()).containsExactly(first, second);
    }

    @Test
    void columnIsFoundByItsKey() {
        Table t = Table.of(metadata, "t", spec -> spec.column("db_name", INTEGER, c -> c.key("name")));
        assertThat(t.column("name").name()).isEqualTo("db_name");
        assertThatThrownBy(() -> t.column("db_name")).isInstanceOf(ArgumentException.class);
    }

    @Test
    void contradictingColumnIsRefused() {
        assertThatThrownBy(() -> Table.of(
                        metadata,
                        "t",
                        t -> t.column(
                                "a", INTEGER, a -> a.computed(Sql.value(1)).defaultValue(2))))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("computed");
        assertThatThrownBy(() -> Table.of(
                        metadata,
                        "t",
                        t -> t.column("a", INTEGER, a -> a.identity().serverDefault(Sql.value(2)))))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("identity");
    }

    @Test
    void diagramShowsColumnsKeysAndReferences() {
        Table.of(
                metadata,
                "users",
                t -> t.column("id", INTEGER, id -> id.primaryKey())
                        .column("name", string(20), name -> name.unique().comment("as \"shown\"\n}")));
        Table.of(
                metadata,
                "odd table",
                t -> t.column("id", INTEGER, id -> id.primaryKey())
                        .column("user id", INTEGER, user -> user.notNull().references("users.id"))
                        .column("note", TEXT));
        assertThat(metadata.toMermaid()).isEqualTo("""
                        erDiagram
                            "users" {
                                INTEGER id PK
                                STRING(20) name UK "as 'shown' }"
                            }
                            "odd table" {
                                INTEGER id PK
                                INTEGER user_id FK
                                TEXT note
                            }
                            "users" ||--o{ "odd table" : "user id"
                        """);
    }
}
