package io.athanor.tests.cases;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.nullOf;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.when;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.BOOLEAN;
import static io.athanor.sql.type.SqlTypes.BYTES;
import static io.athanor.sql.type.SqlTypes.DATE;
import static io.athanor.sql.type.SqlTypes.FLOAT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.JSON;
import static io.athanor.sql.type.SqlTypes.TEXT;
import static io.athanor.sql.type.SqlTypes.TIMESTAMP;
import static io.athanor.sql.type.SqlTypes.UUID;
import static io.athanor.sql.type.SqlTypes.enumOf;
import static io.athanor.sql.type.SqlTypes.string;

import io.athanor.sql.tree.Expression;
import io.athanor.sql.type.Json;
import java.util.Map;

/** The family {@code case-cast}. */
final class CaseCastCases {
    private CaseCastCases() {}

    static Cases all() {
        Cases cases = new Cases("case-cast");
        cases(cases);
        casts(cases);
        coercions(cases);
        return cases;
    }

    private static Expression<Integer> older(Vocabulary v) {
        return when(v.account.age.gt(v.n(5)), v.n(1)).otherwise(v.n(0));
    }

    private static void cases(Cases cases) {
        cases.add(
                        "case-else-null",
                        v -> when(v.account.age.gt(v.n(5)), v.account.id).otherwise(nullOf(INTEGER)))
                .add("case-cmp", v -> older(v).eq(v.n(3)))
                .add(
                        "case-in-order",
                        v -> select(v.account.id)
                                .orderBy(when(v.account.name.eq(v.s("z")), v.n(0))
                                        .otherwise(v.n(1))))
                .add(
                        "case-nested",
                        v -> when(
                                        v.account.age.gt(v.n(5)),
                                        when(v.account.id.gt(v.n(1)), v.n(1)).otherwise(v.n(2)))
                                .otherwise(v.n(3)))
                .add("case-in-select-label", v -> select(older(v).label(v.name("c"))))
                .add("case-in-sum", v -> func.sum(when(v.account.active, v.n(1)).otherwise(v.n(0))))
                .add("case-select-anon", v -> select(older(v)));
    }

    private static void casts(Cases cases) {
        cases.add("cast-string-len", v -> v.account.age.cast(string(10)))
                .add("cast-int", v -> v.account.name.cast(INTEGER))
                .add("cast-datetime", v -> v.account.name.cast(TIMESTAMP))
                .add("cast-bool", v -> v.account.age.cast(BOOLEAN))
                .add("cast-float", v -> v.account.age.cast(FLOAT))
                .add("cast-expr", v -> v.account.age.plus(v.n(1)).cast(BIGINT).times(v.n(2)))
                .add("cast-json", v -> value(Json.of(Map.of("a", 1)), JSON).cast(JSON))
                .add("try-cast", v -> v.account.name.tryCast(INTEGER))
                .add("cast-text-mysql", v -> v.account.id.cast(TEXT))
                .add("cast-date", v -> v.event.ts.cast(DATE))
                .add("cast-uuid", v -> v.account.name.cast(UUID))
                .add("cast-binary", v -> v.account.name.cast(BYTES))
                .add("cast-enum", v -> v.account.name.cast(enumOf("a", "b").named(v.name("ab"))));
    }

    private static void coercions(Cases cases) {
        cases.add("type-coerce", v -> v.account.name.typeCoerce(INTEGER).plus(v.n(1)))
                .add("type-coerce-select", v -> select(v.account.name.typeCoerce(INTEGER)));
    }
}
