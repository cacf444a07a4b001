package io.athanor.tests.cases;

import static io.athanor.dialect.postgresql.Postgresql.array;
import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.OFFSET_TIMESTAMP;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.TEXT;
import static io.athanor.sql.type.SqlTypes.arrayOf;

import io.athanor.dialect.mariadb.Mysql;
import io.athanor.dialect.postgresql.Postgresql;
import io.athanor.dialect.postgresql.PostgresqlTypes;
import io.athanor.sql.Sql;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.BooleanConstant;
import io.athanor.sql.tree.DatePart;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.Hint;
import io.athanor.sql.type.Json;
import io.athanor.sql.type.SqlTypes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The families {@code pg-specific}, {@code mysql-specific} and {@code sqlite-specific}. */
final class DialectCases {
    private DialectCases() {}

    /** The table {@code arr}, of types that PostgreSQL has. */
    private static final class Arr {
        final Column<List<Integer>> m;
        final Column<List<String>> tags;
        final Column<Json> j;
        final Column<String> h;
        final Column<String> r;
        final Column<String> tv;

        Arr(Vocabulary v) {
            Table arr = new CaseTables(v)
                    .table(
                            "arr",
                            t -> t.col("m", arrayOf(INTEGER))
                                    .col("tags", arrayOf(TEXT))
                                    .col("j", PostgresqlTypes.JSONB)
                                    .col("h", PostgresqlTypes.HSTORE)
                                    .col("r", PostgresqlTypes.INT4RANGE)
                                    .col("tv", PostgresqlTypes.TSVECTOR));
            m = arr.column(v.name("m"), arrayOf(INTEGER));
            tags = arr.column(v.name("tags"), arrayOf(TEXT));
            j = arr.column(v.name("j"), SqlTypes.JSON);
            h = arr.column(v.name("h"), TEXT);
            r = arr.column(v.name("r"), TEXT);
            tv = arr.column(v.name("tv"), TEXT);
        }
    }

    static Cases postgresql() {
        Cases cases = new Cases("pg-specific");
        arrays(cases);
        documents(cases);
        others(cases);
        return cases;
    }

    private static void arrays(Cases cases) {
        cases.add("array-literal", v -> select(array(INTEGER, v.n(1), v.n(2))))
                .add("array-empty", v -> select(array(INTEGER)))
                .add(
                        "array-nested",
                        v -> select(Postgresql.arrayOf(
                                arrayOf(INTEGER),
                                List.of(array(INTEGER, v.n(1), v.n(2)), array(INTEGER, v.n(3), v.n(4))))))
                .add("array-index", v -> Postgresql.element(new Arr(v).m, v.n(1), INTEGER))
                .add("array-slice", v -> Postgresql.slice(new Arr(v).m, v.n(1), v.n(2)))
                .add("array-contains", v -> Postgresql.contains(new Arr(v).tags, List.of(v.s("a"))))
                .add("array-overlap", v -> Postgresql.overlaps(new Arr(v).tags, List.of(v.s("a"))))
                .add("array-any", v -> value(v.n(5)).eq(Sql.any(new Arr(v).m, INTEGER)))
                .add("array-any-func", v -> value(v.n(5)).eq(Sql.any(new Arr(v).m, INTEGER)))
                .add("array-concat", v -> Postgresql.concat(new Arr(v).m, List.of(v.n(3))));
    }

    private static void documents(Cases cases) {
        cases.add("jsonb-contains", v -> Postgresql.contains(new Arr(v).j, Json.of(Map.of("a", 1))))
                .add("jsonb-has-key", v -> Postgresql.hasKey(new Arr(v).j, v.s("k")))
                .add("jsonb-has-any", v -> Postgresql.hasAny(new Arr(v).j, v.s("a"), v.s("b")))
                .add("jsonb-path-match", v -> Postgresql.pathMatches(new Arr(v).j, v.s("$.a > 1")))
                .add("jsonb-delete-path", v -> Postgresql.deletePath(new Arr(v).j, v.s("a"), v.s("b")))
                .add("range-overlaps", v -> Postgresql.overlaps(new Arr(v).r, v.s("[1,5)")))
                .add("hstore-key", v -> Postgresql.item(new Arr(v).h, v.s("k")))
                .add("tsquery", v -> new Arr(v).tv.match(v.s("x & y")));
    }

    private static void others(Cases cases) {
        cases.add("at-timezone", v -> Postgresql.atTimeZone(v.event.ts, v.s("UTC"), OFFSET_TIMESTAMP))
                .add(
                        "aggregate-order-by",
                        v -> func.call("array_agg", arrayOf(STRING), v.account.name)
                                .orderBy(v.account.id.desc()))
                .add("ilike-any", v -> v.account.name.ilike(Sql.any(array(STRING, v.s("a%"), v.s("b%")), STRING)))
                .add("distinct-on-two", v -> select(v.account.id).distinctOn(v.account.name, v.account.age))
                .add("interval-bind", v -> v.event.ts.plus(Duration.ofDays(1)))
                .add("like-any", v -> v.account.name.like(v.s("100%")));
    }

    static Cases mysql() {
        return new Cases("mysql-specific")
                .add("match-against", v -> v.account.name.match(v.s("x")))
                .add("group-concat", v -> Mysql.groupConcat(v.account.name, ","))
                .add(
                        "concat-pipe",
                        v -> v.account.name.concat(v.account.fullName).concat(v.s("x")))
                .add(
                        "straight-join",
                        v -> select(v.account.id).hint(Hint.table(v.account, "FORCE INDEX (ix)", "mysql")))
                .add("cast-unsupported", v -> v.account.name.cast(TEXT))
                .add("regexp-flags", v -> v.account.name.regexp(v.s("a"), "c"))
                .add("limit-offset-only", v -> select(v.account.id).offset(v.l(3)))
                .add("is-distinct-null-safe", v -> v.account.name.isNotDistinctFrom(v.s("x")))
                .add("select-for-share", v -> select(v.account.id).forUpdate(ForUpdate.SHARE.nowait()))
                .add("delete-join", v -> delete(v.account).using(v.item).where(v.account.id.eq(v.item.accountId)))
                .add("rand", v -> func.random())
                .add("utc-timestamp", v -> Mysql.utcTimestamp());
    }

    static Cases sqlite() {
        return new Cases("sqlite-specific")
                .add("json-extract-quoted", v -> v.doc.data.at(List.of(v.s("a b"), v.n(0), v.s("c"))))
                .add("extract-unsupported", v -> func.extract(DatePart.TIMEZONE_HOUR, v.event.ts))
                .add("is-operators", v -> v.account.age.isDistinctFrom(v.account.id))
                .add("date-type-param", v -> v.event.day.eq(LocalDate.of(2020, 5, 6)))
                .add("offset-only", v -> select(v.account.id).offset(v.l(3)))
                .add("for-update-ignored", v -> select(v.account.id).forUpdate())
                .add("true-literal", v -> select(BooleanConstant.TRUE, BooleanConstant.FALSE))
                .add(
                        "compound-parens",
                        v -> select(v.account.id, v.account.name)
                                .where(v.account.age.gt(v.n(1)))
                                .union(select(v.item.id, v.item.sku)
                                        .where(v.item.qty.gt(v.n(2)))
                                        .intersect(select(v.node.id, v.node.label))))
                .add(
                        "empty-in-tuple",
                        v -> Sql.tuple(v.account.id, v.account.age).inRows(List.of()))
                .add("true-div", v -> v.account.age.divide(v.account.id));
    }
}
