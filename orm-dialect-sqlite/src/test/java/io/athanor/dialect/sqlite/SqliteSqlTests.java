package io.athanor.dialect.sqlite;

import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Select;
import io.athanor.sql.type.SqlTypes;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqliteSqlTests {
    private final SqliteDialect dialect = new SqliteDialect();
    private final Shop shop = new Shop();

    private BoundStatement bound(Select<?> select) {
        return dialect.compile(select).bind(StructureKey.of(select).binds(), Map.of());
    }

    @Test
    void limitAndOffsetComeTogether() {
        BoundStatement limited = bound(select(shop.name).limit(5));
        assertThat(limited.sql()).isEqualTo("SELECT users.name \nFROM users\n LIMIT ? OFFSET ?");
        assertThat(limited.values()).containsExactly(5L, 0L);
        assertThat(bound(select(shop.name).offset(3)).values()).containsExactly(-1L, 3L);
        assertThat(bound(select(shop.name).limit(2).offset(1)).values()).containsExactly(2L, 1L);
    }

    @Test
    void emptyListIsASubqueryWithoutRows() {
        assertThat(bound(select(shop.name).where(shop.name.in(java.util.List.of())))
                        .sql())
                .endsWith("users.name IN (SELECT 1 FROM (SELECT 1) WHERE 1!=1)");
    }

    @Test
    void tableIsCreatedAsSqlalchemyCreatesIt() {
        assertThat(dialect.ddl(CompileRules.NONE).createTable(shop.addresses))
                .isEqualTo(
                        "\nCREATE TABLE addresses (\n\tid INTEGER NOT NULL, \n\temail VARCHAR(50) NOT NULL, \n\t"
                                + "user_id INTEGER, \n\tPRIMARY KEY (id), \n\tFOREIGN KEY(user_id) REFERENCES users (id)\n)\n\n");
    }

    @Test
    void everyTypeHasItsName() {
        Table table = Table.of(
                new MetaData(),
                "t",
                t -> t.column("a", SqlTypes.SMALLINT)
                        .column("b", SqlTypes.BIGINT)
                        .column("c", SqlTypes.FLOAT)
                        .column("d", SqlTypes.DOUBLE)
                        .column("e", SqlTypes.numeric(10, 2))
                        .column("f", SqlTypes.NUMERIC)
                        .column("g", SqlTypes.string(50))
                        .column("h", SqlTypes.TEXT)
                        .column("i", SqlTypes.BOOLEAN)
                        .column("j", SqlTypes.DATE)
                        .column("k", SqlTypes.TIME)
                        .column("l", SqlTypes.TIMESTAMP)
                        .column("m", SqlTypes.BYTES)
                        .column("n", SqlTypes.UUID));
        assertThat(dialect.ddl(CompileRules.NONE).createTable(table).replaceAll("\\s+", " "))
                .contains("a SMALLINT, b BIGINT, c FLOAT, d DOUBLE, e NUMERIC(10, 2), f NUMERIC, g VARCHAR(50), h TEXT,"
                        + " i BOOLEAN, j DATE, k TIME, l DATETIME, m BLOB, n CHAR(32)");
    }

    @Test
    void longKeyIsNumberedToo() {
        Table table = Table.of(new MetaData(), "t", t -> t.column("id", SqlTypes.BIGINT, c -> c.primaryKey()));
        assertThat(dialect.ddl(CompileRules.NONE).createTable(table)).contains("id INTEGER NOT NULL");
    }

    @Test
    void reservedWordsAndOddNamesAreQuoted() {
        Table table = Table.of(
                new MetaData(),
                "order",
                t -> t.column("Group", SqlTypes.INTEGER).column("my \"col\"", SqlTypes.INTEGER));
        assertThat(dialect.ddl(CompileRules.NONE).createTable(table).replaceAll("\\s+", " "))
                .contains("\"order\" ( \"Group\" INTEGER, \"my \"\"col\"\"\" INTEGER )");
    }

    @Test
    void capabilitiesAreDeclared() {
        assertThat(dialect.capabilities().has(Capability.TRANSACTIONAL_DDL)).isTrue();
        assertThat(dialect.capabilities().has(Capability.NATIVE_BOOLEAN)).isFalse();
    }
}
