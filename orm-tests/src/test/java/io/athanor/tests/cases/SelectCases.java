package io.athanor.tests.cases;

import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.literalColumn;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.nullOf;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.Sql.value;

import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.BooleanConstant;
import io.athanor.sql.tree.Hint;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;

/** The family {@code select}. */
final class SelectCases {
    private SelectCases() {}

    static Cases all() {
        Cases cases = new Cases("select");
        columns(cases);
        constants(cases);
        conditions(cases);
        clauses(cases);
        hints(cases);
        booleans(cases);
        return cases;
    }

    /** The columns of several tables. */
    static Selectable<?>[] columnsOf(Table... tables) {
        List<Selectable<?>> columns = new ArrayList<>();
        for (Table table : tables) {
            columns.addAll(table.columns());
        }
        return columns.toArray(Selectable<?>[]::new);
    }

    private static void columns(Cases cases) {
        cases.add("two-columns", v -> select(v.account.id, v.account.name))
                .add("two-tables-cartesian", v -> select(v.account.name, v.item.sku))
                .add("same-column-twice", v -> select(v.account.id, v.account.id))
                .add("name-clash-three", v -> select(v.account.id, v.item.id, v.node.id))
                .add(
                        "label-style-tablename",
                        v -> select(columnsOf(v.account, v.item)).labelStyle(LabelStyle.TABLE_COLUMN))
                .add("label-style-none", v -> select(v.account.id, v.item.id).labelStyle(LabelStyle.NONE))
                .add("add-columns", v -> select(v.account.id).addColumns(v.account.name))
                .add(
                        "with-only-columns-maintain-froms",
                        v -> select(v.account).keepFrom().withOnlyColumns(List.of(func.count())))
                .add("select-from-explicit", v -> select(func.count()).from(v.account))
                .add("no-from", v -> select(literalColumn("1", SqlTypes.INTEGER)))
                .add("empty-select-list", v -> select(new Selectable<?>[0]).from(v.account));
    }

    private static void constants(Cases cases) {
        cases.add("literal-int", v -> select(value(v.n(5))))
                .add("literal-labelled", v -> select(value(v.s("x")).label(v.name("v"))))
                .add(
                        "null-true-false",
                        v -> select(nullOf(SqlTypes.STRING), BooleanConstant.TRUE, BooleanConstant.FALSE));
    }

    private static void conditions(Cases cases) {
        cases.add("where-one", v -> select(v.account.id).where(v.account.name.eq(v.s("a"))))
                .add(
                        "where-two-args",
                        v -> select(v.account.id).where(v.account.name.eq(v.s("a")), v.account.age.gt(v.n(3))))
                .add(
                        "where-implicit-join",
                        v -> select(v.account.name, v.item.sku).where(v.item.accountId.eq(v.account.id)))
                .add(
                        "filter-by",
                        v -> select(v.account)
                                .filterBy(v.account.name, v.s("a"))
                                .filterBy(v.account.age, v.n(3)))
                .add("from-only-in-where", v -> select(v.account.id).where(v.item.qty.gt(v.n(3))))
                .add("no-columns-constant-where", v -> select(v.account.id).where(BooleanConstant.TRUE))
                .add("where-false", v -> select(v.account.id).where(BooleanConstant.FALSE))
                .add("where-no-arg-and", v -> select(v.account.id).where(and(BooleanConstant.TRUE)));
    }

    private static void clauses(Cases cases) {
        cases.add(
                        "having",
                        v -> select(v.account.name, func.count())
                                .groupBy(v.account.name)
                                .having(func.count().gt(v.l(2))))
                .add(
                        "having-two",
                        v -> select(v.account.name)
                                .groupBy(v.account.name)
                                .having(func.count().gt(v.l(2)))
                                .having(func.max(v.account.age).lt(v.n(9))));
    }

    private static void hints(Cases cases) {
        cases.add("prefix", v -> select(v.account.id).hint(Hint.keywords("HIGH_PRIORITY")))
                .add("suffix", v -> select(v.account.id).suffix(text("PROCEDURE x()")))
                .add("hint-dialect", v -> select(v.account.id).hint(Hint.table(v.account, "USE INDEX (ix_a)", "mysql")))
                .add("statement-hint", v -> select(v.account.id).hint(Hint.statement("OPTION (x)")));
    }

    private static void booleans(Cases cases) {
        cases.add("bool-col-where", v -> select(v.account.id).where(v.account.active))
                .add("bool-col-not", v -> select(v.account.id).where(not(v.account.active)))
                .add("bool-col-eq-true", v -> select(v.account.id).where(v.account.active.eq(true)))
                .add("bool-col-is-true", v -> select(v.account.id).where(v.account.active.isTrue()))
                .add(
                        "bool-col-is-not-false",
                        v -> select(v.account.id)
                                .where(v.account.active.isFalse().not()));
    }
}
