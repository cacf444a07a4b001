package io.athanor.tests.kit.schema;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.numeric;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.error.ForeignKeyViolationException;
import io.athanor.engine.error.UniqueViolationException;
import io.athanor.sql.ddl.DdlOption;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CREATE and DROP of tables, indexes, comments. */
public abstract class TableDdlSuite extends KitSuite {
    /** Create the suite. */
    protected TableDdlSuite() {}

    private boolean exists(String name) {
        try (Connection connection = engine().connect()) {
            return connection.hasTable(name);
        }
    }

    private Table simple(String name) {
        return create(
                name,
                t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                        .column("data", string(50)));
    }

    private void works(Table table) {
        rows(table, row(1, "some data"));
        assertThat(all(select(table))).hasSize(1);
    }

    @Test
    void createdTableTakesRows() {
        works(simple("ddl_simple"));
    }

    @Test
    void createdTableIsFound() {
        simple("ddl_found");
        assertThat(exists("ddl_found")).isTrue();
    }

    @Test
    void droppedTableIsGone() {
        Table table = simple("ddl_dropped");
        table.metadata().dropAll(engine());
        assertThat(exists("ddl_dropped")).isFalse();
    }

    @Test
    void createAllCreatesOnlyWhatIsMissing() {
        Table table = simple("ddl_twice");
        rows(table, row(1, "x"));
        table.metadata().createAll(engine());
        assertThat(all(select(table))).hasSize(1);
    }

    @Test
    void dropAllDropsOnlyWhatIsThere() {
        Table table = simple("ddl_gone");
        table.metadata().dropAll(engine());
        table.metadata().dropAll(engine());
        assertThat(exists("ddl_gone")).isFalse();
    }

    @Test
    void tableWithUnderscoreAtItsBegin() {
        works(simple("_ddl_under"));
    }

    @Test
    void tableThatIsDroppedIsCreatedAnew() {
        Table table = simple("ddl_again");
        rows(table, row(1, "x"));
        table.metadata().dropAll(engine());
        table.metadata().createAll(engine());
        assertThat(all(select(table))).isEmpty();
    }

    @Test
    void tablesOfAMetaDataAreCreatedInTheirOrder() {
        MetaData metadata = new MetaData();
        Table child = Table.of(
                metadata,
                "ddl_child",
                t -> t.column("id", INTEGER, c -> c.primaryKey())
                        .column("parent_id", INTEGER, c -> c.references("ddl_parent.id")));
        Table.of(metadata, "ddl_parent", t -> t.column("id", INTEGER, c -> c.primaryKey()));
        create(metadata);
        assertThat(exists("ddl_child")).isTrue();
        assertThat(all(select(child))).isEmpty();
    }

    @Test
    void tableThatRefersToItself() {
        Table table = create(
                "ddl_self",
                t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                        .column("up", INTEGER, c -> c.references("ddl_self.id")));
        rows(table, row(1, null), row(2, 1));
        assertThat(all(select(table))).hasSize(2);
    }

    @Test
    void indexIsCreatedAndDropped() {
        Table table = create(
                "ddl_indexed", t -> t.column("a", INTEGER).column("b", INTEGER).index("ix_ddl_ab", "a", "b"));
        sql(ddl().dropIndex(table.index("ix_ddl_ab")));
        sql(ddl().createIndex(table.index("ix_ddl_ab")));
        rows(table, row(1, 2));
        assertThat(all(select(table))).hasSize(1);
    }

    @Test
    void uniqueIndexIsEnforced() {
        Table table = create(
                "ddl_unique",
                t -> t.column("a", INTEGER)
                        .index("ix_ddl_unique", ix -> ix.on("a").unique()));
        rows(table, row(1));
        assertThatThrownBy(() -> rows(table, row(1))).isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void descendingIndexIsCreated() {
        Table table = create(
                "ddl_desc",
                t -> t.column("a", INTEGER)
                        .index("ix_ddl_desc", ix -> ix.on(t.added("a", INTEGER).desc())));
        rows(table, row(1), row(2));
        assertThat(all(select(column(table, "a", INTEGER))
                        .orderBy(column(table, "a", INTEGER).desc())))
                .containsExactly(2, 1);
    }

    @Requires(Capability.PARTIAL_INDEXES)
    @Test
    void partialUniqueIndexRefusesOnlyItsRows() {
        Table table = create(
                "ddl_partial",
                t -> t.column("a", INTEGER)
                        .column("live", INTEGER)
                        .index(
                                "ix_ddl_partial",
                                ix -> ix.on("a")
                                        .unique()
                                        .where(t.added("live", INTEGER).eq(1))));
        rows(table, row(1, 1), row(1, 0), row(1, 0));
        assertThatThrownBy(() -> rows(table, row(1, 1))).isInstanceOf(UniqueViolationException.class);
    }

    @Requires(Capability.FUNCTIONAL_INDEXES)
    @Test
    void functionalUniqueIndexRefusesEqualValues() {
        Table table = create(
                "ddl_functional",
                t -> t.column("s", string(20))
                        .index(
                                "ix_ddl_lower",
                                ix -> ix.on(func.lower(t.added("s", STRING))).unique()));
        rows(table, row("ed"));
        assertThatThrownBy(() -> rows(table, row("ED"))).isInstanceOf(UniqueViolationException.class);
    }

    @Requires(Capability.COMMENTS)
    @Test
    void commentsAreTaken() {
        Table table = create(
                "ddl_commented",
                t -> t.column("a", INTEGER, c -> c.comment("it's a \"column\" with 50% and \\"))
                        .comment("it's a table; -- really"));
        rows(table, row(1));
        sql(ddl().setComment(table));
        assertThat(all(select(table))).hasSize(1);
    }

    @Requires(Capability.TEMPORARY_TABLES)
    @Test
    void temporaryTableServesItsConnection() {
        Table table =
                Table.of(new MetaData(), "ddl_temp", t -> t.column("a", INTEGER).temporary());
        engine().transaction(connection -> {
            connection.run(text(ddl().createTable(table)));
            connection.execute(insert(table).set(column(table, "a", INTEGER), 1));
            assertThat(connection.execute(select(column(table, "a", INTEGER))).all())
                    .containsExactly(1);
            connection.run(text(ddl().dropTable(table)));
        });
    }

    @Requires(Capability.ALTER_CONSTRAINTS)
    @Test
    void constraintIsDroppedAndAdded() {
        Table table = create(
                "ddl_altered",
                t -> t.column("a", INTEGER, c -> c.notNull()).unique(List.of("a"), u -> u.name("uq_ddl_altered")));
        sql(ddl().dropConstraint(table.constraint("uq_ddl_altered")));
        rows(table, row(1), row(1));
        sql("DELETE FROM ddl_altered");
        sql(ddl().addConstraint(table.constraint("uq_ddl_altered")));
        rows(table, row(1));
        assertThatThrownBy(() -> rows(table, row(1))).isInstanceOf(UniqueViolationException.class);
    }

    @Requires(Capability.ALTER_CONSTRAINTS)
    @Test
    void tablesThatReferToEachOther() {
        MetaData metadata = new MetaData();
        Table.of(
                metadata,
                "ddl_hen",
                t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                        .column("egg_id", INTEGER)
                        .foreignKey(List.of("egg_id"), List.of("ddl_egg.id"), f -> f.name("fk_hen_egg")));
        Table.of(
                metadata,
                "ddl_egg",
                t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                        .column("hen_id", INTEGER)
                        .foreignKey(List.of("hen_id"), List.of("ddl_hen.id"), f -> f.name("fk_egg_hen")));
        create(metadata);
        rows(metadata.table("ddl_hen"), row(1, null));
        rows(metadata.table("ddl_egg"), row(1, 1));
        assertThatThrownBy(() -> rows(metadata.table("ddl_egg"), row(2, 9)))
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    @Requires(Capability.CREATE_TABLE_AS)
    @Test
    void tableOfWhatIsSelected() {
        Table source = simple("ddl_source");
        rows(source, row(1, "a"), row(2, "b"));
        afterwards("DROP TABLE ddl_copy");
        sql(ddl().createTableAs(
                        "ddl_copy",
                        select(source).where(column(source, "id", INTEGER).gt(1))));
        sql("INSERT INTO ddl_copy (id, data) VALUES (9, 'c')");
        assertThat(all(text("SELECT id FROM ddl_copy ORDER BY id"))).hasSize(2);
    }

    @Requires({Capability.CREATE_TABLE_AS, Capability.TEMPORARY_TABLES})
    @Test
    void temporaryTableOfWhatIsSelected() {
        Table source = simple("ddl_source");
        rows(source, row(1, "a"));
        engine().transaction(connection -> {
            connection.run(text(ddl().createTableAs("ddl_temp_copy", select(source), DdlOption.TEMPORARY)));
            assertThat(connection
                            .execute(text("SELECT data FROM ddl_temp_copy"))
                            .all())
                    .hasSize(1);
            connection.run(text("DROP TABLE ddl_temp_copy"));
        });
    }

    @Test
    void dialectNamesItsTypes() {
        assertThat(ddl().type(INTEGER)).isNotBlank();
        assertThat(ddl().type(string(5))).contains("5");
        assertThat(ddl().type(numeric(8, 3))).contains("8").contains("3");
    }
}
