package io.athanor.tests.hostile;

import static io.athanor.sql.Sql.inline;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.BOOLEAN;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.enumOf;
import static io.athanor.sql.type.SqlTypes.string;
import static io.athanor.tests.hostile.ValuePlaces.S;

import io.athanor.sql.schema.ColumnSpec;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSpec;
import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.StandardType;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The places of a schema's definition. */
final class SchemaPlaces {
    private SchemaPlaces() {}

    static List<Place> all() {
        return Stream.of(tables(), others()).flatMap(List::stream).toList();
    }

    private static List<Place> tables() {
        return List.of(
                Place.of("created table", (t, s) -> created(t, c -> c.column(s, string(30)), s)),
                Place.of("created in a schema", (t, s) -> created(t, c -> c.schema(s), "p")),
                Place.of("comment of a table", (t, s) -> created(t, c -> c.comment(s), "p")),
                Place.of("comment of a column", (t, s) -> created(t, column(c -> c.comment(s)), "p")),
                Place.of("server default", (t, s) -> created(t, column(c -> c.serverDefault(inline(s, STRING))), "p")),
                Place.of("computed", (t, s) -> created(t, column(c -> c.computed(S.concat(s))), "p")),
                Place.of("check", (t, s) -> created(t, c -> c.check(s, S.ne(s)), "p")),
                Place.of("unique", (t, s) -> created(t, c -> c.unique(List.of("a"), u -> u.name(s)), "p")),
                Place.of("key", (t, s) -> created(t, c -> c.primaryKey(List.of("a"), k -> k.name(s)), "p")),
                Place.of("foreign key", SchemaPlaces::foreignKey),
                Place.of("index", (t, s) -> created(t, c -> c.index(s, "a"), "p")),
                Place.of("dropped index", SchemaPlaces::droppedIndex),
                Place.of(
                        "index of a made name",
                        (t, s) -> created(t, c -> c.column(s, INTEGER).index(i -> i.on(s)), s)));
    }

    private static List<Place> others() {
        return List.of(
                Place.of("enumeration", (t, s) -> enumeration(t, enumOf(s, "b").named("e"))),
                Place.of(
                        "name of an enumeration",
                        (t, s) -> enumeration(t, enumOf("a", "b").named(s).inSchema(s))),
                Place.of("check of a type", (t, s) -> truth(t, s)),
                Place.of(
                        "collation",
                        (t, s) -> t.ddl().type(StandardType.of(STRING).withCollation(s))),
                Place.of(
                        "sequence",
                        (t, s) -> sequence(t, Sequence.of(s)) + sequence(t, Sequence.of("a", q -> q.schema(s)))),
                Place.of(
                        "schemas",
                        (t, s) -> t.ddl().createSchema(s) + "; " + t.ddl().dropSchema(s)),
                Place.of(
                        "view",
                        (t, s) -> t.ddl().createView(s, select(S).where(S.eq(s))) + ";"
                                + t.ddl().dropView(s)),
                Place.of(
                        "table of a select",
                        (t, s) -> t.ddl().createTableAs(s, select(S).where(S.eq(s)))),
                Place.of("constraint", SchemaPlaces::constraint),
                new Place("operator of an exclusion", (t, s) -> excluded(t, "gist", s), s -> "<".repeat(s.length())),
                Place.of("method of an exclusion", (t, s) -> excluded(t, s, "=")),
                Place.of("text options", (t, s) -> options(t, "connection", s)),
                Place.ofWords("option of a table", (t, s) -> options(t, s, "plain")),
                Place.ofWords("value of an option", (t, s) -> options(t, "tablespace", s)));
    }

    private static Consumer<TableSpec> column(Consumer<ColumnSpec<String>> spec) {
        return t -> t.column("b", string(30), spec);
    }

    private static String created(Target target, Consumer<TableSpec> spec, String name) {
        MetaData metadata = new MetaData();
        Table.of(metadata, name, t -> {
            t.column("a", INTEGER);
            spec.accept(t);
        });
        return String.join(";", target.ddl().createAll(metadata, metadata.tables()))
                + String.join(";", target.ddl().dropAll(metadata, metadata.tables()));
    }

    private static String foreignKey(Target target, String s) {
        MetaData metadata = new MetaData();
        Table.of(metadata, "p", t -> t.column("a", INTEGER, c -> c.primaryKey()));
        Table child = Table.of(
                metadata, "q", t -> t.column("a", INTEGER).foreignKey(List.of("a"), List.of("p.a"), k -> k.name(s)));
        return target.ddl().createTable(child)
                + target.ddl().dropConstraint(child.foreignKeys().get(0));
    }

    private static String constraint(Target target, String s) {
        Table table = Table.of(new MetaData(), s, t -> t.column("a", INTEGER).check(s, S.ne(s)));
        return target.ddl().addConstraint(table.constraints().get(0)) + ";"
                + target.ddl().dropConstraint(table.constraints().get(0));
    }

    private static String droppedIndex(Target target, String s) {
        Table table = Table.of(
                new MetaData(),
                s,
                t -> t.column("a", INTEGER).index(s, i -> i.on("a").option("postgresql", "concurrently", true)));
        return target.ddl().dropIndex(table.indexes().get(0));
    }

    private static String enumeration(Target target, EnumType<String> type) {
        return created(target, t -> t.column("b", type).column("c", type.asString()), "p");
    }

    private static String truth(Target target, String s) {
        return created(target, t -> t.column("b", StandardType.of(BOOLEAN).withCheck(s)), "p");
    }

    private static String sequence(Target target, Sequence sequence) {
        return target.ddl().createSequence(sequence) + ";" + target.ddl().dropSequence(sequence) + ";";
    }

    private static String excluded(Target target, String method, String operator) {
        Consumer<TableSpec> spec = t -> t.exclude(e -> e.using(method).with(S, operator));
        return created(target, spec, "p");
    }

    private static String options(Target target, String option, String value) {
        return created(target, t -> t.option(target.name(), option, value), "p");
    }
}
