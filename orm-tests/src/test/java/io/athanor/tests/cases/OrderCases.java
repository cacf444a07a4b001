package io.athanor.tests.cases;

import static io.athanor.sql.Sql.desc;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;

import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FunctionCall;
import io.athanor.sql.tree.Label;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.Select;
import io.athanor.sql.type.SqlTypes;

/** The family {@code labels-order-group}. */
final class OrderCases {
    private OrderCases() {}

    static Cases all() {
        Cases cases = new Cases("labels-order-group");
        labels(cases);
        names(cases);
        orders(cases);
        groups(cases);
        distinct(cases);
        return cases;
    }

    private static Label<Integer> nextAge(Vocabulary v) {
        return v.account.age.plus(v.n(1)).label(v.name("next_age"));
    }

    private static Select<Integer> byNextAge(
            Vocabulary v, java.util.function.BiFunction<Select<Integer>, Label<Integer>, Select<Integer>> clause) {
        Label<Integer> next = nextAge(v);
        return clause.apply(select(next), next);
    }

    private static void labels(Cases cases) {
        cases.add("label-order", v -> byNextAge(v, (s, next) -> s.orderBy(next)))
                .add("label-order-desc", v -> byNextAge(v, (s, next) -> s.orderBy(next.desc())))
                .add("label-order-name", v -> select(nextAge(v)).orderBy(v.name("next_age")))
                .add("label-order-name-desc", v -> select(nextAge(v)).orderBy(desc(v.name("next_age"))))
                .add(
                        "label-order-func",
                        v -> byNextAge(v, (s, next) -> s.orderBy(func.call("abs", SqlTypes.INTEGER, next))))
                .add("label-group", v -> {
                    Label<Integer> next = nextAge(v);
                    return select(next, func.count()).groupBy(next);
                })
                .add("label-group-name", v -> select(nextAge(v), func.count()).groupBy(v.name("next_age")))
                .add("label-where", v -> byNextAge(v, (s, next) -> s.where(next.gt(v.n(5)))))
                .add("label-having", v -> {
                    Label<Long> n = func.count(v.account.id).label(v.name("n"));
                    return select(v.account.name, n).groupBy(v.account.name).having(n.gt(v.l(1)));
                })
                .add("label-not-selected", v -> select(v.account.id).orderBy(nextAge(v)))
                .add("label-of-column-label", v -> {
                    Label<String> n = v.account.name.label(v.name("n"));
                    return select(n).orderBy(n);
                })
                .add(
                        "distinct-order",
                        v -> byNextAge(v, (s, next) -> s.distinct().orderBy(next)));
    }

    private static void names(Cases cases) {
        cases.add("order-by-unknown-string", v -> select(v.account.id).orderBy("nosuch"))
                .add(
                        "order-by-string-column",
                        v -> select(v.account.id, v.account.name).orderBy(v.name("name")))
                .add(
                        "order-by-string-clash",
                        v -> select(v.account.id, v.item.id).orderBy(v.name("id")))
                .add("label-reserved", v -> select(v.account.id.label("select")))
                .add("label-percent", v -> select(v.account.id.label("a%b")))
                .add("anon-label-in-subquery", v -> {
                    Expression<Integer> next = v.account.id.plus(v.n(1));
                    FunctionCall<Long> count = func.count(v.account.age);
                    DerivedTable inner = select(next, count).subquery();
                    return select(inner.column(next), inner.column(count));
                })
                .add("label-vs-column", v -> select(v.account.id, v.account.age.label(v.name("id"))))
                .add("long-label", v -> {
                    Table table = Table.of(
                            new MetaData(),
                            v.renaming.keep("a_table_with_a_really_long_name_number_one_and_more"),
                            t -> t.column(
                                    v.renaming.keep("a_column_with_a_really_long_name_number_one_and_more"),
                                    SqlTypes.INTEGER));
                    Column<?> column = table.columns().get(0);
                    return select(column).labelStyle(LabelStyle.TABLE_COLUMN);
                });
    }

    private static void orders(Cases cases) {
        cases.add(
                        "order-multi",
                        v -> select(v.account.id).orderBy(v.account.name, v.account.age.desc(), v.account.id.asc()))
                .add(
                        "order-nulls",
                        v -> select(v.account.id)
                                .orderBy(v.account.name.desc().nullsLast(), v.account.age.nullsFirst()))
                .add(
                        "order-reset",
                        v -> select(v.account.id).orderBy(v.account.name).clearOrderBy())
                .add(
                        "order-text",
                        v -> select(v.account.id).orderBy(text(v.name("account") + "." + v.name("name") + " DESC")))
                .add("order-collate", v -> select(v.account.id).orderBy(v.account.name.collate("utf8")))
                .add("order-by-aggregate-label", v -> {
                    Label<Long> c = func.count(v.account.id).label(v.name("c"));
                    return select(v.account.name, c).groupBy(v.account.name).orderBy(c.desc());
                });
    }

    private static void groups(Cases cases) {
        cases.add("group-multi", v -> select(v.account.name, func.count()).groupBy(v.account.name, v.account.age))
                .add(
                        "group-reset",
                        v -> select(v.account.name).groupBy(v.account.name).clearGroupBy());
    }

    private static void distinct(Cases cases) {
        cases.add("distinct", v -> select(v.account.name).distinct())
                .add(
                        "distinct-on",
                        v -> select(v.account.id).distinctOn(v.account.name).orderBy(v.account.name))
                .add("distinct-count", v -> select(func.count(v.account.name).distinct()))
                .add("distinct-func", v -> select(v.account.name, v.account.id).distinct());
    }
}
