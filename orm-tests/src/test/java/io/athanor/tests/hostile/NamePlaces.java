package io.athanor.tests.hostile;

import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.table;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.collated;
import static io.athanor.sql.type.SqlTypes.domain;
import static io.athanor.tests.hostile.ValuePlaces.ID;
import static io.athanor.tests.hostile.ValuePlaces.S;
import static io.athanor.tests.hostile.ValuePlaces.T;

import io.athanor.sql.Sql;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Hint;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.Values;
import io.athanor.sql.type.StandardType;
import java.util.List;
import java.util.stream.Stream;

/** The places of names and of what is written beside them in statements. */
final class NamePlaces {
    private NamePlaces() {}

    static List<Place> all() {
        return Stream.of(tables(), labels(), elements(), types(), marks(), operators())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Place> tables() {
        return List.of(
                Place.of("table and column", (t, s) -> t.sql(named(s))),
                Place.of("labels of a table's columns", (t, s) -> t.sql(labelled(s))),
                Place.of("changed table", (t, s) -> t.sql(changed(s))),
                Place.of("schema", (t, s) -> t.sql(select(inSchema(s).columns().get(0)))),
                Place.of(
                        "bare column",
                        (t, s) -> t.sql(select(column(s, STRING))
                                .where(column(s, STRING).eq("a")))),
                Place.of("bare table", (t, s) -> t.sql(select(table(s).column(s, STRING)))),
                Place.of(
                        "alias",
                        (t, s) -> t.sql(select(T.as(s).column(S))
                                .where(T.as(s).column(S).eq("a")))));
    }

    private static List<Place> labels() {
        return List.of(
                Place.of("label", (t, s) -> t.sql(select(S.label(s)).orderBy(s).groupBy(s))),
                Place.of(
                        "order of no column",
                        (t, s) -> t.sql(select(ID.label("plain")).from(T).orderBy(s))),
                Place.of(
                        "group of no column",
                        (t, s) -> t.sql(select(ID.label("plain")).from(T).groupBy(s))),
                Place.of(
                        "order by asc",
                        (t, s) -> t.sql(select(ID.label("plain")).from(T).orderBy(Sql.desc(s)))),
                Place.of(
                        "order of a union",
                        (t, s) -> t.sql(select(S.label(s)).union(select(S)).orderBy(s))),
                Place.of(
                        "order of another union",
                        (t, s) ->
                                t.sql(select(S.label("plain")).union(select(S)).orderBy(s))));
    }

    private static List<Place> elements() {
        return List.of(
                Place.of("subquery", (t, s) -> t.sql(subquery(s))),
                Place.of("lateral", (t, s) -> t.sql(select(select(S).lateral(s).column(S)))),
                Place.of("cte", (t, s) -> t.sql(select(select(S.label(s)).cte(s).column(s, STRING)))),
                Place.of("recursive cte", (t, s) -> t.sql(recursive(s))),
                Place.of("values", (t, s) -> t.sql(select(values(s).column(s, STRING)))),
                Place.of(
                        "column of a function",
                        (t, s) -> t.sql(
                                select(func.call("f", STRING).table(s).as(s).column(s, STRING)))),
                Place.of(
                        "alias of a function",
                        (t, s) -> t.sql(select(func.call("f", STRING, S).columnValued(s)))));
    }

    private static List<Place> types() {
        return List.of(
                new Place(
                        "function",
                        (t, s) -> t.sql(select(func.call(s, STRING, S))),
                        s -> "plain"
                                + ".plain".repeat((int)
                                        s.chars().filter(c -> c == '.').count())),
                Place.of(
                        "collation",
                        (t, s) ->
                                t.sql(select(S.collate(s)).orderBy(S.collate(s).desc()))),
                Place.of("collation of a cast", (t, s) -> t.sql(select(S.cast(collated(STRING, s))))),
                Place.of("domain", (t, s) -> t.sql(select(S.cast(domain(s, s, STRING))))),
                Place.ofWords(
                        "type",
                        (t, s) -> t.sql(select(S.cast(StandardType.of(STRING).withName(s))))),
                Place.ofWords(
                        "suffix",
                        (t, s) -> t.sql(select(S.cast(StandardType.of(STRING).withSuffix(s))))));
    }

    private static List<Place> marks() {
        return List.of(
                Place.of("sequence", (t, s) -> t.sql(select(Sequence.of(s).nextValue()))),
                Place.of(
                        "schema of a sequence",
                        (t, s) ->
                                t.sql(select(Sequence.of("q", q -> q.schema(s)).nextValue()))),
                Place.of("comment", (t, s) -> t.sql(select(S).comment(s))),
                Place.ofWords("keywords", (t, s) -> t.sql(select(S).hint(Hint.keywords(s)))),
                Place.ofWords("optimizer hint", (t, s) -> t.sql(select(S).hint(Hint.optimizer(s)))),
                Place.ofWords("table hint", (t, s) -> t.sql(select(S).hint(Hint.table(T, s)))),
                Place.ofWords("statement hint", (t, s) -> t.sql(select(S).hint(Hint.statement(s)))),
                Place.ofWords(
                        "hint of a change",
                        (t, s) -> t.sql(update(T).set(S, "a").hint(Hint.statement(s)))),
                Place.of(
                        "constraint of a conflict",
                        (t, s) -> t.sql(insert(T).set(S, "a").onConflictOf(s).doNothing())));
    }

    private static List<Place> operators() {
        return List.of(
                new Place(
                        "operator",
                        (t, s) -> t.sql(select(S.op(s, "a", STRING)).where(S.boolOp(s, "a"))),
                        NamePlaces::operator),
                new Place(
                        "operator in front",
                        (t, s) -> t.sql(select(Sql.prefix(Operator.custom(s), ID.negated(), INTEGER))),
                        NamePlaces::operator));
    }

    /** As many signs, for each is a token to the oracle. */
    private static String operator(String s) {
        return s.matches("[A-Za-z_ ]+") ? s.replaceAll("\\w+", "plain") : "<".repeat(Math.max(1, s.length()));
    }

    private static Table of(String s) {
        return Table.of(new MetaData(), s, t -> t.column(s, STRING).column("plain_too", INTEGER));
    }

    private static Table inSchema(String s) {
        return Table.of(new MetaData(), "plain", t -> t.column("plain", STRING).schema(s));
    }

    private static io.athanor.sql.tree.SqlNode named(String s) {
        Column<String> column = of(s).column(s, STRING);
        return select(column).where(column.eq("a")).groupBy(column).orderBy(column.desc());
    }

    private static io.athanor.sql.tree.SqlNode labelled(String s) {
        return select(of(s).column(s, STRING)).labelStyle(LabelStyle.TABLE_COLUMN);
    }

    private static io.athanor.sql.tree.SqlNode changed(String s) {
        Column<String> column = of(s).column(s, STRING);
        return insert((Table) column.table()).set(column, "a");
    }

    private static io.athanor.sql.tree.SqlNode subquery(String s) {
        DerivedTable derived = select(S.label(s)).subquery(s);
        return select(derived.column(s, STRING));
    }

    private static io.athanor.sql.tree.SqlNode recursive(String s) {
        DerivedTable tree = select(ID).recursiveCte(s, self -> select(ID).join(self, ID.eq(self.column(ID))));
        return select(tree.column(ID));
    }

    private static Values values(String s) {
        return Values.of(s, v -> v.column(s, STRING).row(value("a")));
    }
}
