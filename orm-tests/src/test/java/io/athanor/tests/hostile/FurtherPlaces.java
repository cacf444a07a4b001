package io.athanor.tests.hostile;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static io.athanor.tests.hostile.ValuePlaces.ID;
import static io.athanor.tests.hostile.ValuePlaces.J;
import static io.athanor.tests.hostile.ValuePlaces.S;
import static io.athanor.tests.hostile.ValuePlaces.T;

import io.athanor.dialect.mariadb.Mysql;
import io.athanor.dialect.mariadb.MysqlTypes;
import io.athanor.dialect.postgresql.Postgresql;
import io.athanor.dialect.postgresql.PostgresqlTypes;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.NamingConvention;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.TableSample;
import io.athanor.sql.tree.Window;
import java.util.List;
import java.util.stream.Stream;

/** Places that only some statements have, and those of what one dialect alone has. */
final class FurtherPlaces {
    private FurtherPlaces() {}

    static List<Place> all() {
        return Stream.of(names(), conditions(), definitions())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Place> names() {
        return List.of(
                Place.of("window", (t, s) -> t.sql(select(func.rowNumber().over(Window.ALL.named(s))))),
                Place.of(
                        "function in FROM",
                        (t, s) -> t.sql(select(func.table("f", s, S).column(s, STRING)))),
                Place.of(
                        "ordinality",
                        (t, s) -> t.sql(select(func.call("f", STRING)
                                .table("a")
                                .withOrdinality(s)
                                .column(s, INTEGER)))),
                Place.of(
                        "sample",
                        (t, s) -> t.sql(select(TableSample.of(T, func.call("bernoulli", INTEGER, ID))
                                .as(s)
                                .column(S)))),
                Place.of(
                        "distinct recursion",
                        (t, s) -> t.sql(select(select(ID)
                                .recursiveDistinctCte(s, self -> select(self.column(ID)))
                                .column(ID)))),
                Place.of("separator on MySQL", (t, s) -> t.sql(select(Mysql.groupConcat(S, s)))));
    }

    private static List<Place> conditions() {
        return List.of(
                condition("PostgreSQL key", s -> Postgresql.hasKey(J, s)),
                condition("PostgreSQL keys", s -> Postgresql.hasAny(J, s, s)),
                condition("PostgreSQL all keys", s -> Postgresql.hasAll(J, s, s)),
                condition("PostgreSQL path", s -> Postgresql.pathMatches(J, s)),
                condition("PostgreSQL path there", s -> Postgresql.pathExists(J, s)),
                condition("PostgreSQL ranges", s -> Postgresql.adjacent(S, s)),
                condition("PostgreSQL range left", s -> Postgresql.leftOf(S, s)),
                condition("PostgreSQL range right", s -> Postgresql.rightOf(S, s)),
                condition("PostgreSQL item", s -> Postgresql.item(S, s).eq(s)),
                condition(
                        "PostgreSQL deleted path",
                        s -> Postgresql.deletePath(J, s, s).isNull()),
                condition(
                        "PostgreSQL zone",
                        s -> Postgresql.atTimeZone(S, s, STRING).eq("a")));
    }

    private static Place condition(String name, java.util.function.Function<String, Condition> made) {
        return Place.of(name, (t, s) -> t.sql(select(ID).where(made.apply(s))));
    }

    private static List<Place> definitions() {
        return List.of(
                Place.ofWords("interval", (t, s) -> t.ddl().type(PostgresqlTypes.interval(s))),
                Place.ofWords("character set", (t, s) -> t.ddl().type(MysqlTypes.characterSet(string(30), s))),
                Place.of("convention", (t, s) -> conventional(t, s)),
                Place.of(
                        "check of a column",
                        (t, s) -> created(
                                t,
                                Table.of(
                                        new MetaData(),
                                        "p",
                                        c -> c.column("a", string(30), d -> d.check(s, own -> own.ne(s)))))),
                Place.of(
                        "name of an exclusion",
                        (t, s) -> created(
                                t,
                                Table.of(
                                        new MetaData(),
                                        "p",
                                        c -> c.column("a", string(30))
                                                .exclude(e ->
                                                        e.name(s).using("gist").with(S, "="))))));
    }

    private static String conventional(Target target, String s) {
        NamingConvention convention =
                new NamingConvention(s + "{table}", s + "{column}", s + "{name}", s + "{columns}", s + "{label}");
        return created(
                target,
                Table.of(
                        new MetaData(convention),
                        "p",
                        c -> c.column("a", string(30), d -> d.primaryKey().unique())
                                .check("plain", S.ne(s))));
    }

    private static String created(Target target, Table table) {
        return target.ddl().createTable(table);
    }
}
