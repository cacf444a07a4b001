package io.athanor.tests.cases;

import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.literalColumn;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.BOOLEAN;
import static io.athanor.sql.type.SqlTypes.BYTES;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.JSON;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.TEXT;
import static io.athanor.sql.type.SqlTypes.UUID;
import static io.athanor.sql.type.SqlTypes.arrayOf;
import static io.athanor.sql.type.SqlTypes.character;
import static io.athanor.sql.type.SqlTypes.enumOf;
import static io.athanor.sql.type.SqlTypes.string;
import static io.athanor.tests.cases.CaseTables.create;

import io.athanor.dialect.postgresql.Postgresql;
import io.athanor.dialect.postgresql.PostgresqlTypes;
import io.athanor.sql.Sql;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import io.athanor.sql.type.Json;
import io.athanor.sql.type.SqlTypes;
import java.util.List;
import java.util.Map;

/** Further variations of the families about schemas and of what one database alone has. */
final class FurtherSchemas {
    private FurtherSchemas() {}

    static List<Cases> all() {
        return List.of(columns(), defaults(), keys(), arrays(), documents(), aggregates(), patterns(), mysql());
    }

    private static Cases columns() {
        return new Cases("ddl")
                .add(
                        "w-computed",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER)
                                        .col("b", INTEGER, c -> c.computed(literalColumn(v.sql("a * 2"), INTEGER)))))
                .add("w-enum", v -> create(v, t -> t.col("e", enumOf("x", "y").named(v.name("mood")))))
                .add(
                        "w-comment",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER, c -> c.comment(v.sql("it's")))
                                        .t
                                        .comment(v.sql("tab"))))
                .add(
                        "w-text-types",
                        v -> create(
                                v,
                                t -> t.col("a", TEXT)
                                        .col("b", character(4))
                                        .col("c", UUID)
                                        .col("d", JSON)
                                        .col("e", BYTES)))
                .add("w-temp", v -> create(v, t -> t.col("a", INTEGER).t.temporary()));
    }

    private static Cases defaults() {
        return new Cases("ddl")
                .add(
                        "w-default-exprs",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER, c -> c.serverDefault(literalColumn("1 + 1", INTEGER)))
                                        .col("b", BOOLEAN, c -> c.serverDefault(value(false)))
                                        .col("c", string(5), c -> c.serverDefault(value("it's")))))
                .add(
                        "w-bigserial",
                        v -> create(
                                v,
                                t -> t.col("id", BIGINT, c -> c.primaryKey())
                                        .col(
                                                "a",
                                                INTEGER,
                                                c -> c.notNull().serverDefault(literalColumn("0", INTEGER)))));
    }

    private static Cases keys() {
        return new Cases("ddl")
                .add(
                        "w-identity-plain",
                        v -> create(
                                v,
                                t -> t.col("id", INTEGER, c -> c.primaryKey().identity())
                                        .col("x", INTEGER)))
                .add(
                        "w-identity-always",
                        v -> create(
                                v,
                                t -> t.col(
                                        "id",
                                        INTEGER,
                                        c -> c.primaryKey()
                                                .identityAlways(i -> i.start(5).increment(2)))))
                .add(
                        "w-check-two",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER)
                                        .col("b", INTEGER)
                                        .t
                                        .check(v.name("ck1"), Sql.text(v.sql("a > b")))
                                        .check(Sql.text(v.sql("b > 0")))))
                .add(
                        "w-unique-two",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER)
                                        .col("b", INTEGER)
                                        .t
                                        .unique(List.of(v.name("a"), v.name("b")), u -> u.name(v.name("uq_t")))
                                        .unique(v.name("b"))));
    }

    private static Column<List<Integer>> numbers(Vocabulary v) {
        return arr(v).column(v.name("m"), arrayOf(INTEGER));
    }

    private static Column<Json> json(Vocabulary v) {
        return arr(v).column(v.name("j"), SqlTypes.JSON);
    }

    private static Table arr(Vocabulary v) {
        return new CaseTables(v)
                .table(
                        "arr",
                        t -> t.col("m", arrayOf(INTEGER))
                                .col("tags", arrayOf(TEXT))
                                .col("j", PostgresqlTypes.JSONB)
                                .col("tv", PostgresqlTypes.TSVECTOR));
    }

    private static Cases arrays() {
        return new Cases("pg-specific")
                .add("w-array-all", v -> value(v.n(5)).eq(Sql.all(numbers(v), INTEGER)))
                .add(
                        "w-array-elem-cmp",
                        v -> Postgresql.element(numbers(v), v.n(1), INTEGER).gt(v.n(3)));
    }

    private static Cases documents() {
        return new Cases("pg-specific")
                .add("w-jsonb-key-int", v -> json(v).at(v.s("a")).asInteger().gt(v.n(1)))
                .add("w-jsonb-contained", v -> Postgresql.containedBy(json(v), Json.of(Map.of("a", 1))));
    }

    private static Cases aggregates() {
        return new Cases("pg-specific")
                .add(
                        "w-array-agg-filter",
                        v -> select(func.call("array_agg", arrayOf(STRING), v.account.name)
                                .filter(v.account.age.gt(v.n(3)))))
                .add(
                        "w-array-agg-order-two",
                        v -> select(func.call("array_agg", arrayOf(STRING), v.account.name)
                                .orderBy(v.account.age.desc(), v.account.id)));
    }

    private static Cases patterns() {
        return new Cases("pg-specific")
                .add(
                        "w-tsv-match-and",
                        v -> and(arr(v).column(v.name("tv"), TEXT).match(v.s("x")), v.account.id.eq(v.n(1))))
                .add("w-regexp-i", v -> v.account.name.regexp(v.s("^a"), "i"))
                .add("w-regexp-replace-flags", v -> v.account.name.regexpReplace(v.s("a"), v.s("b"), "ig"))
                .add("w-not-regexp", v -> not(v.account.name.regexp(v.s("^a"))));
    }

    private static Cases mysql() {
        return new Cases("mysql-specific")
                .add("w-my-regexp-i", v -> v.account.name.regexp(v.s("^a"), "i"))
                .add("w-my-not-regexp", v -> not(v.account.name.regexp(v.s("^a"))))
                .add("w-my-ilike", v -> v.account.name.ilike(v.s("x%")))
                .add("w-my-distinct", v -> v.account.age.isDistinctFrom(v.account.id))
                .add("w-my-json", v -> v.doc.data.at(v.s("a")).asString().eq(v.s("x")))
                .add("w-my-concat-cmp", v -> v.account.name.concat(v.s("x")).eq(v.account.fullName.concat(v.s("y"))))
                .add("w-my-limit-big", v -> select(v.account.id).limit(v.l(5)).offset(v.l(10)));
    }
}
