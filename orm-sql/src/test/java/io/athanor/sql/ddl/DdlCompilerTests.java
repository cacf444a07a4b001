package io.athanor.sql.ddl;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.enumOf;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.Sql;
import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.NamingConvention;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSpec;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DdlCompilerTests {
    private final MetaData metadata = new MetaData();
    private final DdlCompiler ddl =
            new DdlCompiler(CompilerSettings.STANDARD, () -> new SqlCompiler(CompilerSettings.STANDARD));

    private Table table(String name, Consumer<TableSpec> spec) {
        return Table.of(metadata, name, spec);
    }

    private String created(Consumer<TableSpec> spec) {
        return ddl.createTable(table("t", spec)).replaceAll("\\s+", " ").strip();
    }

    @Test
    void constraintsOfTheTableStandBeforeThoseOfItsColumns() {
        assertThat(created(t -> t.column("a", INTEGER, a -> a.unique())
                        .column("b", INTEGER, b -> b.check(column -> column.gt(0)))
                        .unique("a", "b")
                        .primaryKey(List.of("b"), key -> key.name("pk"))))
                .isEqualTo(
                        "CREATE TABLE t ( a INTEGER, b INTEGER NOT NULL CHECK (b > 0), CONSTRAINT pk PRIMARY KEY (b),"
                                + " UNIQUE (a, b), UNIQUE (a) )");
    }

    @Test
    void enumIsCheckedUnlessItIsToldNotTo() {
        assertThat(created(t -> t.column("a", enumOf("x", "it's"))
                        .column("b", enumOf("y").unchecked())))
                .isEqualTo("CREATE TABLE t ( a VARCHAR(4), b VARCHAR(1), CHECK (a IN ('x', 'it''s')) )");
    }

    @Test
    void keysOfACircleAreAddedAfterwards() {
        table(
                "a",
                t -> t.column("id", INTEGER, id -> id.primaryKey())
                        .column("b_id", INTEGER, b -> b.references("b.id", key -> key.name("fk_b"))));
        table(
                "b",
                t -> t.column("id", INTEGER, id -> id.primaryKey()).column("a_id", INTEGER, a -> a.references("a.id")));
        List<String> creation = ddl.createAll(metadata, metadata.tables());
        assertThat(creation).hasSize(3);
        assertThat(creation.get(0)).contains("CREATE TABLE b").doesNotContain("REFERENCES");
        assertThat(creation.get(1)).contains("CREATE TABLE a", "CONSTRAINT fk_b FOREIGN KEY(b_id) REFERENCES b (id)");
        assertThat(creation.get(2)).isEqualTo("ALTER TABLE b ADD FOREIGN KEY(a_id) REFERENCES a (id)");
    }

    @Test
    void circleOfUnnamedKeysCannotBeDropped() {
        table("a", t -> t.column("id", INTEGER, id -> id.primaryKey().references("b.id")));
        table("b", t -> t.column("id", INTEGER, id -> id.primaryKey().references("a.id")));
        assertThatThrownBy(() -> ddl.dropAll(metadata, metadata.tables()))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("has no name");
    }

    @Test
    void madeNamesAreShortenedToWhatTheDatabaseTakes() {
        DdlCompiler narrow =
                new DdlCompiler(CompilerSettings.STANDARD, () -> new SqlCompiler(CompilerSettings.STANDARD)) {
                    @Override
                    protected int maxIdentifierLength() {
                        return 20;
                    }
                };
        Table t = table("a_rather_long_table", spec -> spec.column("and_column", INTEGER, c -> c.index()));
        assertThat(narrow.createIndex(t.indexes().get(0)))
                .matches("CREATE INDEX ix_a_rather__[0-9a-f]{4} ON a_rather_long_table \\(and_column\\)");
    }

    @Test
    void namesAndTextsCannotEndTheirQuotes() {
        String hostile = "'; DROP TABLE x; --";
        Table t = table(
                "t\"; DROP TABLE x; --",
                spec -> spec.column("a", string(5), a -> a.serverDefault(Sql.value(hostile)))
                        .comment(hostile));
        assertThat(ddl.createTable(t))
                .contains("\"t\"\"; DROP TABLE x; --\"")
                .contains("DEFAULT '''; DROP TABLE x; --'");
        assertThat(ddl.setComment(t)).endsWith("IS '''; DROP TABLE x; --'");
    }

    @Test
    void uniqueIndexOverAPartOfTheRowsIsRefusedWhereItWouldHoldForAll() {
        Table t = table(
                "t",
                spec -> spec.column("a", INTEGER)
                        .index(
                                "ix",
                                ix -> ix.on("a")
                                        .unique()
                                        .where(spec.added("a", INTEGER).gt(0))));
        assertThatThrownBy(() -> ddl.createIndex(t.index("ix"))).isInstanceOf(CompileException.class);
    }

    @Test
    void conventionNamesWhatHasNoName() {
        MetaData named = new MetaData(NamingConvention.FULL);
        Table.of(named, "p", t -> t.column("id", INTEGER, id -> id.primaryKey()));
        Table c = Table.of(
                named,
                "c",
                t -> t.column("p_id", INTEGER, p -> p.references("p.id"))
                        .check("low", t.added("p_id", INTEGER).gt(0))
                        .unique(List.of("p_id"), u -> u.name("mine")));
        assertThat(ddl.createTable(c))
                .contains("CONSTRAINT ck_c_low CHECK")
                .contains("CONSTRAINT mine UNIQUE")
                .contains("CONSTRAINT fk_c_p_id_p FOREIGN KEY");
        assertThat(ddl.dropConstraint(c.constraint("fk_c_p_id_p"), DdlOption.IF_EXISTS))
                .isEqualTo("ALTER TABLE c DROP CONSTRAINT IF EXISTS fk_c_p_id_p");
    }
}
