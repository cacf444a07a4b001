package io.athanor.tests.kit.schema;

import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.error.UniqueViolationException;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.NamingConvention;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Row;
import io.athanor.tests.kit.KitSuite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names with signs, blanks, capitals, letters of all scripts, reserved words; and very long ones. */
public abstract class NameSuite extends KitSuite {
    private static final List<String> NAMES = List.of(
            "boring",
            "CamelCase",
            "UPPER",
            "with space",
            "with  two",
            "with-minus",
            "with.dot",
            "with,comma",
            "with:colon",
            "with;semicolon",
            "with/slash",
            "with%percent",
            "%(inside)s",
            "(parentheses)",
            "[brackets]",
            "{braces}",
            "with'quote",
            "with\"double",
            "with`tick",
            "with?mark",
            "with#hash",
            "with$dollar",
            "with@at",
            "with*star",
            "with+plus",
            "with=equals",
            "1digit",
            "_under",
            "unicode_méil",
            "unicode_測試",
            "select",
            "table",
            "order",
            "user",
            "value");

    /** Create the suite. */
    protected NameSuite() {}

    static List<String> names() {
        return NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void columnOfAnyName(String name) {
        Table t = create(
                "name_column",
                s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                        .column(name, string(20)));
        NamedColumn<String> odd = column(t, name, STRING);
        NamedColumn<Integer> id = column(t, "id", INTEGER);
        run(insert(t).set(id, 1).set(odd, "x"));
        run(update(t).set(odd, odd.concat("y")).where(odd.eq("x")));
        assertThat(all(select(odd).where(odd.in("xy", "z")).orderBy(odd))).containsExactly("xy");
        assertThat(one(select(t)).get(name, String.class)).isEqualTo("xy");
    }

    @ParameterizedTest
    @MethodSource("names")
    void tableOfAnyName(String name) {
        Table t = create(name, s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false)));
        NamedColumn<Integer> id = column(t, "id", INTEGER);
        run(insert(t).set(id, 1));
        assertThat(all(select(id).where(id.eq(1)))).containsExactly(1);
        try (Connection connection = engine().connect()) {
            assertThat(connection.hasTable(name)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void labelOfAnyName(String name) {
        Row row = one(select(value(1).label(name)).addColumns(value(2).label("other")));
        assertThat(row.get(name, Integer.class)).isEqualTo(1);
    }

    @Test
    void namesThatDifferOnlyInTheirSignsAreToldApart() {
        Table t = create(
                "name_apart",
                s -> s.column("a b", INTEGER).column("a_b", INTEGER).column("a-b", INTEGER));
        rows(t, row(1, 2, 3));
        Row row = one(select(t));
        assertThat(row.get("a b", Integer.class)).isEqualTo(1);
        assertThat(row.get("a_b", Integer.class)).isEqualTo(2);
        assertThat(row.get("a-b", Integer.class)).isEqualTo(3);
    }

    @Test
    void oddNamesOfConstraintsAndIndexes() {
        Table t = create(
                "name odd",
                s -> s.column("a b", INTEGER, c -> c.notNull())
                        .column("c", INTEGER)
                        .unique(List.of("a b"), u -> u.name("uq a%b"))
                        .index("ix 'odd'", "c"));
        rows(t, row(1, 1));
        assertThatThrownBy(() -> rows(t, row(1, 2))).isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void keysOfOddNames() {
        MetaData metadata = new MetaData();
        Table parent = Table.of(
                metadata,
                "Odd Parent",
                s -> s.column("The Key", INTEGER, c -> c.primaryKey().autoincrement(false)));
        Table child = Table.of(
                metadata,
                "odd.child",
                s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                        .foreignKey(List.of("id"), List.of("Odd Parent.The Key"), f -> f.name("fk odd")));
        create(metadata);
        rows(parent, row(1));
        rows(child, row(1));
        assertThat(all(select(column(child, "id", INTEGER)).join(parent))).containsExactly(1);
    }

    @Test
    void longNamesOfConstraintsAreCut() {
        MetaData metadata = new MetaData(NamingConvention.FULL);
        String name = "t_" + "long_name_".repeat(5);
        Table t = Table.of(
                metadata,
                name,
                s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                        .column(
                                "a_column_with_a_rather_long_name_indeed",
                                INTEGER,
                                c -> c.unique().index())
                        .column("another_column_with_a_rather_long_name", INTEGER));
        create(metadata);
        rows(t, row(1, 1, 1));
        assertThatThrownBy(() -> rows(t, row(2, 1, 1))).isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void longLabelsAreToldApart() {
        String one = "label_".repeat(8) + "one";
        String two = "label_".repeat(8) + "two";
        Row row = one(select(value(1).label(one), value(2).label(two)));
        assertThat(row.get(0)).isEqualTo(1);
        assertThat(row.get(1)).isEqualTo(2);
    }

    @Test
    void quotedNameKeepsItsCapitals() {
        Table t = create("Name_Quoted", s -> s.column("MixedCase", INTEGER).quoted());
        rows(t, row(1));
        assertThat(all(select(column(t, "MixedCase", INTEGER)))).containsExactly(1);
    }

    @Test
    void aliasOfOddName() {
        Table t = create("name_alias", s -> s.column("id", INTEGER));
        rows(t, row(1));
        DerivedTable alias = t.as("An \"alias\" of 50%");
        assertThat(all(select(alias.column(column(t, "id", INTEGER))))).containsExactly(1);
    }
}
