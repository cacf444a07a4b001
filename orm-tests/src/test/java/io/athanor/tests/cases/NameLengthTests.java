package io.athanor.tests.cases;

import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.NamingConvention;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.type.SqlTypes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long names may be where the database counts in its own way. */
class NameLengthTests {
    private static CaseDialect dialect(String name) {
        return CaseDialects.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Table table(String name, String column) {
        return Table.of(
                new MetaData(NamingConvention.FULL), name, t -> t.column(column, SqlTypes.INTEGER, c -> c.unique()));
    }

    /** It would cut them itself, without a word. */
    @Test
    void postgresqlCountsBytes() {
        CaseDialect postgresql = dialect("postgresql");
        String name = "é".repeat(31);
        Table table = table(name, "ü");
        String label = postgresql
                .compile(select(table.column("ü", SqlTypes.INTEGER)).labelStyle(LabelStyle.TABLE_COLUMN))
                .sql()
                .replaceAll("(?s).* AS \"(.*?)\" .*", "$1");
        assertThat(label).matches("é+_1");
        assertThat(label.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(63);
        String constraint = postgresql.ddl().createTable(table).replaceAll("(?s).*CONSTRAINT \"(.*?)\" .*", "$1");
        assertThat(constraint).matches("uq_é+_[0-9a-f]{4}");
        assertThat(constraint.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(63);
        assertThatThrownBy(() -> postgresql.ddl().createTable(table(name + "é", "x")))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("[64] bytes");
    }

    @Test
    void mysqlTakesLongerAliasesThanTables() {
        for (String name : List.of("mysql", "mariadb")) {
            CaseDialect mysql = dialect(name);
            Table table = table("t", "x");
            var column = table.column("x", SqlTypes.INTEGER);
            assertThat(mysql.compile(select(column.label("l".repeat(255)))).sql())
                    .contains("l".repeat(255));
            assertThatThrownBy(() -> mysql.compile(select(column.label("l".repeat(256)))))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining("[256] characters");
            assertThatThrownBy(() -> mysql.ddl().createTable(table("t".repeat(65), "x")))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining("takes [64]");
        }
    }

    @Test
    void givenNamesOfConstraintsAreNotShortened() {
        MetaData meta = new MetaData();
        Table table = Table.of(
                meta, "t", t -> t.column("x", SqlTypes.INTEGER).unique(List.of("x"), c -> c.name("u".repeat(64))));
        assertThatThrownBy(() -> dialect("postgresql").ddl().createTable(table))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("[64] bytes");
    }
}
