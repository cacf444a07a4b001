package io.athanor.tests.cases;

import static io.athanor.sql.Sql.bind;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.inline;
import static io.athanor.sql.Sql.literalColumn;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.table;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.Sql.tuple;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.TIME;

import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.type.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The family {@code text-binds}. */
final class TextBindCases {
    private TextBindCases() {}

    static Cases all() {
        Cases cases = new Cases("text-binds");
        texts(cases);
        columns(cases);
        binds(cases);
        literals(cases);
        return cases;
    }

    private static void texts(Cases cases) {
        cases.add(
                        "text",
                        v -> text(v.sql("select * from account where id = :id")).bind(v.name("id"), v.n(5)))
                .add("text-cast-colons", v -> text("select x::int, :p").bind("p", v.n(1)))
                .add("text-time-literal", v -> text("select '12:30:00', :p").bind("p", v.n(1)))
                .add(
                        "text-repeat",
                        v -> text("select :a, :b, :a").bind("a", v.n(1)).bind("b", v.n(2)))
                .add("text-percent", v -> text("select 5 % 2 where x like 'a%'"))
                .add(
                        "text-expanding",
                        v -> text(v.sql("select * from account where id in :ids"))
                                .bind("ids", List.of(v.n(1), v.n(2), v.n(3))))
                .add(
                        "text-expanding-empty",
                        v -> text(v.sql("select * from account where id in :ids"))
                                .bind("ids", List.of()))
                .add("text-and", v -> select(v.account.id).where(text("a or b"), v.account.id.eq(v.n(1))))
                .add("text-columns", v -> {
                    DerivedTable tx = text(v.sql("select id, name from account"))
                            .columns(column(v.name("id"), INTEGER), column(v.name("name"), STRING))
                            .subquery("tx");
                    return select(tx.column(v.name("id"), INTEGER))
                            .where(tx.column(v.name("id"), INTEGER).gt(v.n(5)));
                });
    }

    private static void columns(Cases cases) {
        cases.add(
                        "literal-column",
                        v -> select(literalColumn("a.b + 1", INTEGER).label(v.name("z"))))
                .add("literal-column-op", v -> literalColumn("x", INTEGER).plus(v.n(5)))
                .add("literal-column-percent", v -> select(literalColumn("'50%'", STRING)))
                .add("column-bare", v -> {
                    String x = v.name("x");
                    return select(column(x, INTEGER), table(v.name("t")).column(v.name("y"), INTEGER));
                });
    }

    private static void binds(Cases cases) {
        cases.add("bind-same-value", v -> v.account.name.eq(v.s("v")).and(v.account.fullName.eq(v.s("v"))))
                .add("bind-odd-name", v -> v.account.name.eq(bind("a b.c", STRING, v.s("v"))))
                .add("bind-required", v -> v.account.name.eq(bind("n", STRING)))
                .add("bind-literal-execute", v -> v.account.age.eq(inline(5, INTEGER)));
    }

    private static Function<Vocabulary, Object> literal(Function<Vocabulary, SqlNode> node) {
        return v -> (Cases.Ddl) dialect -> dialect.literal(node.apply(v));
    }

    private static void literals(Cases cases) {
        cases.add("lit-string", literal(v -> v.account.name.eq("it's")))
                .add("lit-date", literal(v -> v.event.day.eq(LocalDate.of(2020, 1, 2))))
                .add("lit-datetime", literal(v -> v.event.ts.eq(LocalDateTime.of(2020, 1, 2, 3, 4, 5, 6000))))
                .add("lit-num", literal(v -> v.account.balance.eq(new BigDecimal("1.50"))))
                .add("lit-in", literal(v -> v.account.age.in(1, 2)))
                .add("lit-null", literal(v -> v.account.age.gt((Integer) null)))
                .add("lit-json", literal(v -> v.doc.data.eq(Json.of(Map.of("a", "b'c")))))
                .add(
                        "lit-tuple-in",
                        literal(v -> tuple(v.account.id, v.account.name).inRows(List.of(List.of(1, "x")))))
                .add("lit-time", literal(v -> column(v.name("t"), TIME).eq(LocalTime.of(1, 2, 3))));
    }
}
