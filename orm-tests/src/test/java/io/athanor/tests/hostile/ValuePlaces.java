package io.athanor.tests.hostile;

import static io.athanor.sql.Sql.bind;
import static io.athanor.sql.Sql.bindList;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.inline;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.when;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.JSON;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.enumOf;

import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.LikeEscape;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.type.Json;
import java.util.List;

/** The places of values. */
final class ValuePlaces {
    static final Table T = Table.of(
            new MetaData(),
            "t",
            t -> t.column("id", INTEGER, c -> c.primaryKey())
                    .column("s", STRING)
                    .column("j", JSON));
    static final Column<Integer> ID = T.column("id", INTEGER);
    static final Column<String> S = T.column("s", STRING);
    static final Column<Json> J = T.column("j", JSON);

    private ValuePlaces() {}

    static List<Place> all() {
        return List.of(
                Place.of("comparisons", (t, s) -> t.sql(comparisons(s))),
                Place.of("likes", (t, s) -> t.sql(likes(s))),
                Place.of("functions", (t, s) -> t.sql(functions(s))),
                Place.of("changed", (t, s) -> t.sql(insert(T).set(S, s)) + t.sql(changed(s))),
                Place.of("inlined", (t, s) -> t.literal(comparisons(s)) + t.literal(likes(s))),
                Place.of("inlined functions", (t, s) -> t.literal(functions(s)) + t.literal(changed(s))),
                Place.of("inline", (t, s) -> t.sql(select(inline(s, STRING)))),
                Place.of("separator", (t, s) -> t.sql(select(func.aggregateStrings(S, s)))),
                Place.of("regexp", (t, s) -> t.sql(select(ID).where(S.regexp(s)))),
                Place.of("match", (t, s) -> t.sql(select(ID).where(S.match(s)))),
                Place.of("flags", (t, s) -> t.sql(select(ID).where(S.regexp("a", s)))),
                Place.of("replacement", (t, s) -> t.sql(select(S.regexpReplace(s, s)))),
                Place.of("JSON key", (t, s) -> t.sql(select(J.at(s).asString(), J.at(List.of(s, 1, s))))),
                Place.of("inlined JSON key", (t, s) -> t.literal(select(J.at(s).asString(), J.at(List.of(s, 1, s))))),
                Place.of("LIKE escape", (t, s) -> t.sql(select(ID).where(S.like("a", first(s)), escaped(s)))),
                Place.of(
                        "text value",
                        (t, s) -> t.sql(text("SELECT 1 FROM t WHERE s = :a").bind("a", s))),
                Place.of(
                        "name of a text bind",
                        (t, s) -> t.sql(text("SELECT :plain").bind(s, 1))),
                Place.of("name of a bind", (t, s) -> t.sql(select(ID).where(S.eq(bind(s, STRING, "a"))))),
                Place.of(
                        "name of a list",
                        (t, s) -> t.sql(select(ID).where(S.in(bindList(s, STRING, List.of("a", "b")))))),
                Place.of(
                        "enumeration",
                        (t, s) -> t.literal(select(value("b", enumOf(s, "b")).eq(s)))));
    }

    private static char first(String s) {
        return s.isEmpty() ? '/' : s.charAt(0);
    }

    private static io.athanor.sql.tree.Condition escaped(String s) {
        return S.contains("a", LikeEscape.auto(first(s)));
    }

    static Select<Integer> comparisons(String s) {
        return select(ID)
                .where(S.eq(s), S.ne(s), S.lt(s), S.in(s, s), S.notIn(List.of(s)), S.between(s, s))
                .where(S.isDistinctFrom(s))
                .where(when(S.eq(s), s).otherwise(s).eq(s));
    }

    static Select<Integer> likes(String s) {
        return select(ID)
                .where(S.like(s), S.notLike(s), S.ilike(s), S.startsWith(s), S.endsWith(s), S.contains(s))
                .where(S.startsWith(s, LikeEscape.AUTO), S.endsWith(s, LikeEscape.auto('\\')))
                .where(S.icontains(s, LikeEscape.AUTO), S.istartsWith(s), S.iendsWith(s), S.notIlike(s));
    }

    private static Select<String> functions(String s) {
        return select(S.concat(s).concat(s))
                .where(
                        func.coalesce(S, s).eq(func.nullif(S, s)),
                        func.call("f", STRING, value(s)).eq(s))
                .where(S.op("||", s, STRING).eq(s));
    }

    private static Statement changed(String s) {
        return update(T).set(S, s).where(S.eq(s));
    }
}
