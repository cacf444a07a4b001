package io.athanor.tests.cases;

import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.nullOf;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.tuple;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.OTHER;
import static io.athanor.sql.type.SqlTypes.STRING;

import io.athanor.sql.schema.Sequence;
import io.athanor.sql.tree.DatePart;
import io.athanor.sql.tree.TableFunction;

/** The family {@code functions}. */
final class FunctionCases {
    private FunctionCases() {}

    static Cases all() {
        Cases cases = new Cases("functions");
        calls(cases);
        words(cases);
        dates(cases);
        groupings(cases);
        labels(cases);
        tables(cases);
        return cases;
    }

    private static void calls(Cases cases) {
        cases.add("count-star", v -> func.count())
                .add("count-col", v -> func.count(v.account.id))
                .add("count-distinct", v -> func.count(v.account.name).distinct())
                .add("count-distinct-method", v -> func.count(v.account.name).distinct())
                .add("coalesce", v -> func.coalesce(v.account.name, value(v.s("x")), nullOf(STRING)))
                .add("nested", v -> func.lower(func.trim(v.account.name)))
                .add("generic-upper", v -> func.call("NVL", INTEGER, v.account.id, value(v.n(1))))
                .add("package", v -> func.call("pkg.sub.fn", INTEGER, value(v.n(1))))
                .add("quoted-name-func", v -> func.call(v.name("odd name"), INTEGER, value(v.n(1))))
                .add("char-length", v -> func.charLength(v.account.name))
                .add("length", v -> func.length(v.account.name))
                .add("func-cmp", v -> func.lower(v.account.name).eq(v.s("x")))
                .add("string-func-plus", v -> func.upper(v.account.name).concat(v.s("x")))
                .add(
                        "typed-func-plus",
                        v -> func.call("unknown", STRING, v.account.name).concat(v.s("x")))
                .add("char-arg-none", v -> func.call("f", OTHER, nullOf(OTHER)));
    }

    private static void words(Cases cases) {
        cases.add("now", v -> func.now())
                .add("current-timestamp", v -> func.currentTimestamp())
                .add("current-date", v -> func.currentDate())
                .add("current-time", v -> func.currentTime())
                .add("localtime", v -> func.localTime())
                .add("localtimestamp", v -> func.localTimestamp())
                .add("user", v -> select(func.currentUser(), func.sessionUser(), func.user()))
                .add("sysdate", v -> func.sysdate())
                .add("random", v -> func.random())
                .add(
                        "next-value",
                        v -> Sequence.of(v.meta, v.name("s1"), s -> {}).nextValue());
    }

    private static void dates(Cases cases) {
        cases.add("extract-year", v -> func.extract(DatePart.YEAR, v.event.ts))
                .add("extract-dow", v -> func.extract(DatePart.DOW, v.event.ts))
                .add("extract-epoch", v -> func.extract(DatePart.EPOCH, v.event.ts))
                .add(
                        "extract-month-cmp",
                        v -> func.extract(DatePart.MONTH, v.event.ts).eq(v.n(3)));
    }

    private static void groupings(Cases cases) {
        cases.add("cube", v -> select(func.count()).from(v.account).groupBy(func.cube(v.account.name, v.account.age)))
                .add(
                        "rollup",
                        v -> select(v.account.name, func.sum(v.account.age)).groupBy(func.rollup(v.account.name)))
                .add(
                        "grouping-sets",
                        v -> select(func.count())
                                .from(v.account)
                                .groupBy(func.groupingSets(tuple(v.account.name), tuple(v.account.age))));
    }

    private static void labels(Cases cases) {
        cases.add("func-in-select-label", v -> select(func.count(v.account.id)))
                .add("two-same-funcs", v -> select(func.count(v.account.id), func.count(v.account.name)))
                .add("arith-anon-label", v -> select(v.account.id.plus(v.n(1)), v.account.age.times(v.n(2))));
    }

    private static void tables(Cases cases) {
        cases.add("func-as-from", v -> {
                    TableFunction series = func.call("generate_series", INTEGER, value(v.n(1)), value(v.n(5)))
                            .table(v.name("v"));
                    return select(series.column(v.name("v"), INTEGER));
                })
                .add("func-table-valued-alias", v -> {
                    TableFunction x = func.call("jt", INTEGER, value(v.n(1)))
                            .table(v.name("a"), v.name("b"))
                            .as(v.name("x"));
                    return select(x.column(v.name("a"), INTEGER), x.column(v.name("b"), INTEGER));
                })
                .add(
                        "func-column-valued",
                        v -> select(func.call("unnest", INTEGER, column(v.name("arr"), OTHER))
                                .columnValued(v.name("x"))))
                .add("func-ordinality", v -> {
                    TableFunction series = func.call(
                                    "generate_series", INTEGER, value(v.n(4)), value(v.n(1)), value(v.n(-1)))
                            .table(v.name("v"))
                            .withOrdinality(v.name("o"))
                            .renderDerived();
                    return select(series.column(v.name("v"), INTEGER), series.column(v.name("o"), BIGINT));
                })
                .add(
                        "func-scalar-alias",
                        v -> select(func.call("f", INTEGER, value(v.n(3))).columnValued(v.name("q"))));
    }
}
