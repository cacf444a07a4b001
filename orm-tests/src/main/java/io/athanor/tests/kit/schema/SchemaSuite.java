package io.athanor.tests.kit.schema;

import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.error.DatabaseException;
import io.athanor.engine.error.ForeignKeyViolationException;
import io.athanor.engine.error.UniqueViolationException;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Row;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tables in schemas other than the connection's own. */
@Requires(Capability.SCHEMAS)
public abstract class SchemaSuite extends KitSuite {
    /** Create the suite. */
    protected SchemaSuite() {}

    private static Table same(MetaData metadata, @Nullable String schema) {
        return Table.of(metadata, "same_name", t -> {
            t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false)).column("data", string(20));
            if (schema != null) {
                t.schema(schema);
            }
        });
    }

    private Table inSchema() {
        MetaData metadata = new MetaData();
        Table table = same(metadata, schema());
        create(metadata);
        return table;
    }

    @Test
    void tableTakesRows() {
        Table t = inSchema();
        rows(t, row(1, "x"));
        assertThat(all(select(column(t, "data", STRING))
                        .where(column(t, "id", INTEGER).eq(1))))
                .containsExactly("x");
    }

    @Test
    void rowsAreChanged() {
        Table t = inSchema();
        rows(t, row(1, "x"));
        assertThat(run(update(t)
                        .set(column(t, "data", STRING), "y")
                        .where(column(t, "id", INTEGER).eq(1))))
                .isEqualTo(1);
        assertThat(run(delete(t).where(column(t, "data", STRING).eq("y")))).isEqualTo(1);
    }

    @Test
    void keyIsGenerated() {
        MetaData metadata = new MetaData();
        Table t = Table.of(
                metadata,
                "auto_key",
                s -> s.schema(schema())
                        .column("id", INTEGER, c -> c.primaryKey())
                        .column("data", string(20)));
        create(metadata);
        run(insert(t).set(column(t, "data", STRING), "x"));
        assertThat(one(select(column(t, "id", INTEGER)))).isPositive();
    }

    @Test
    void tablesOfOneNameAreToldApart() {
        MetaData metadata = new MetaData();
        Table own = same(metadata, null);
        Table other = same(metadata, schema());
        create(metadata);
        rows(own, row(1, "own"));
        rows(other, row(1, "other"));
        assertThat(all(select(column(own, "data", STRING)))).containsExactly("own");
        assertThat(all(select(column(other, "data", STRING)))).containsExactly("other");
    }

    @Test
    void tablesOfOneNameAreJoined() {
        MetaData metadata = new MetaData();
        Table own = same(metadata, null);
        Table other = same(metadata, schema());
        create(metadata);
        rows(own, row(1, "own"), row(2, "two"));
        rows(other, row(1, "other"));
        DerivedTable alias = other.as("the_other");
        Row row = one(select(column(own, "data", STRING), alias.column(column(other, "data", STRING)))
                .from(own.join(alias, column(own, "id", INTEGER).eq(alias.column(column(other, "id", INTEGER))))));
        assertThat(row.get(0)).isEqualTo("own");
        assertThat(row.get(1)).isEqualTo("other");
    }

    @Test
    void subqueryOfTablesOfOneName() {
        MetaData metadata = new MetaData();
        Table own = same(metadata, null);
        Table other = same(metadata, schema());
        create(metadata);
        rows(own, row(1, "own"), row(2, "two"));
        rows(other, row(2, "other"));
        assertThat(all(select(column(own, "data", STRING))
                        .where(column(own, "id", INTEGER).in(select(column(other, "id", INTEGER))))))
                .containsExactly("two");
    }

    @Test
    void foreignKeyWithinASchema() {
        MetaData metadata = new MetaData();
        Table parent = same(metadata, schema());
        Table child = Table.of(
                metadata,
                "child_rows",
                t -> t.schema(schema())
                        .column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                        .column("parent_id", INTEGER, c -> c.references(schema() + ".same_name.id")));
        create(metadata);
        rows(parent, row(1, "x"));
        rows(child, row(1, 1));
        assertThatThrownBy(() -> rows(child, row(2, 9))).isInstanceOf(ForeignKeyViolationException.class);
        assertThat(all(select(column(child, "id", INTEGER)).join(parent))).containsExactly(1);
    }

    @Test
    void foreignKeyIntoAnotherSchema() {
        MetaData metadata = new MetaData();
        Table parent = same(metadata, schema());
        Table child = Table.of(
                metadata,
                "child_rows",
                t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                        .column("parent_id", INTEGER, c -> c.references(schema() + ".same_name.id")));
        create(metadata);
        rows(parent, row(1, "x"));
        rows(child, row(1, 1));
        assertThatThrownBy(() -> rows(child, row(2, 9))).isInstanceOf(ForeignKeyViolationException.class);
    }

    @Test
    void createAllCreatesOnlyWhatIsMissing() {
        Table t = inSchema();
        rows(t, row(1, "x"));
        t.metadata().createAll(engine());
        assertThat(all(select(t))).hasSize(1);
    }

    @Requires(Capability.SEQUENCES)
    @Test
    void sequenceCounts() {
        MetaData metadata = new MetaData();
        Sequence sequence =
                Sequence.of(metadata, "kit_numbers", s -> s.schema(schema()).start(5));
        create(metadata);
        assertThat(one(select(sequence.nextValue()))).isEqualTo(5L);
    }

    @Test
    void indexIsCreated() {
        MetaData metadata = new MetaData();
        Table t = Table.of(
                metadata,
                "indexed_rows",
                s -> s.schema(schema())
                        .column("a", INTEGER)
                        .index("ix_in_schema", ix -> ix.on("a").unique()));
        create(metadata);
        rows(t, row(1));
        assertThatThrownBy(() -> rows(t, row(1))).isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void schemaIsCreatedAndDropped() {
        String other = schema() + "_2";
        sql(ddl().createSchema(other));
        sql("CREATE TABLE " + other + ".t (a INTEGER)");
        sql("DROP TABLE " + other + ".t");
        sql(ddl().dropSchema(other));
        assertThatThrownBy(() -> sql("CREATE TABLE " + other + ".t (a INTEGER)"))
                .isInstanceOf(DatabaseException.class);
    }
}
