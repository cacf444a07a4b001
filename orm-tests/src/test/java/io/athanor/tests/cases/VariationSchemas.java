package io.athanor.tests.cases;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.BOOLEAN;
import static io.athanor.sql.type.SqlTypes.BYTES;
import static io.athanor.sql.type.SqlTypes.DATE;
import static io.athanor.sql.type.SqlTypes.FLOAT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.SMALLINT;
import static io.athanor.sql.type.SqlTypes.TEXT;
import static io.athanor.sql.type.SqlTypes.TIME;
import static io.athanor.sql.type.SqlTypes.TIMESTAMP;
import static io.athanor.sql.type.SqlTypes.character;
import static io.athanor.sql.type.SqlTypes.numeric;
import static io.athanor.sql.type.SqlTypes.string;
import static io.athanor.tests.cases.CaseTables.create;
import static io.athanor.tests.cases.CaseTables.createChild;

import io.athanor.sql.ddl.DdlOption;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.IndexSpec;
import io.athanor.sql.schema.Table;
import java.util.List;
import java.util.function.BiConsumer;

/** Variations of the family {@code ddl}. */
final class VariationSchemas {
    private VariationSchemas() {}

    static List<Cases> all() {
        return List.of(constraints(), columns(), others());
    }

    private static Cases constraints() {
        return new Cases("ddl")
                .add(
                        "v-fk-column-action",
                        v -> createChild(
                                v,
                                t -> t.col("id", INTEGER, c -> c.primaryKey())
                                        .col(
                                                "x",
                                                INTEGER,
                                                c -> c.notNull()
                                                        .references(
                                                                t.ref("p.id"),
                                                                k -> k.onDelete(ForeignKey.Action.CASCADE)))))
                .add(
                        "v-composite-key",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER, c -> c.primaryKey())
                                        .col("b", INTEGER, c -> c.primaryKey())
                                        .col("c", string(3))))
                .add(
                        "v-string-key",
                        v -> create(
                                v,
                                t -> t.col("code", string(3), c -> c.primaryKey())
                                        .col("v", INTEGER)))
                .add(
                        "v-not-null-unique",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER, c -> c.notNull().unique())
                                        .col("b", string(4), c -> c.unique())));
    }

    private static Cases columns() {
        return new Cases("ddl")
                .add(
                        "v-defaults",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER, c -> c.serverDefault(value(5)))
                                        .col("b", string(5), c -> c.serverDefault(value("x")))
                                        .col("c", TIMESTAMP, c -> c.serverDefault(func.now()))))
                .add(
                        "v-types-numbers",
                        v -> create(
                                v,
                                t -> t.col("a", SMALLINT)
                                        .col("b", BIGINT)
                                        .col("c", numeric(8, 3))
                                        .col("d", FLOAT)))
                .add(
                        "v-types-times",
                        v -> create(
                                v,
                                t -> t.col("a", DATE)
                                        .col("b", TIME)
                                        .col("c", TIMESTAMP)
                                        .col("d", BOOLEAN)))
                .add(
                        "v-types-texts",
                        v -> create(
                                v,
                                t -> t.col("a", TEXT)
                                        .col("b", string(7))
                                        .col("c", BYTES)
                                        .col("d", character(2))))
                .add("v-if-not-exists", v -> create(v, t -> t.col("a", INTEGER), DdlOption.IF_NOT_EXISTS));
    }

    private static Table indexed(Vocabulary v, String name, BiConsumer<CaseTables.Spec, IndexSpec> spec) {
        return new CaseTables(v)
                .table("t", t -> t.col("a", INTEGER).col("b", string(5)).t.index(v.name(name), i -> spec.accept(t, i)));
    }

    private static Cases.Ddl index(Vocabulary v, String name, BiConsumer<CaseTables.Spec, IndexSpec> spec) {
        Table table = indexed(v, name, spec);
        return d -> d.ddl().createIndex(table.index(v.name(name)));
    }

    private static Cases others() {
        return new Cases("ddl")
                .add(
                        "v-schema-table",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER, c -> c.primaryKey().autoincrement(false))
                                        .t
                                        .schema(v.name("s1"))))
                .add(
                        "v-index-desc",
                        v -> index(
                                v,
                                "ix_t",
                                (t, i) -> i.on(t.at("a"), t.at("b", string(5)).desc())))
                .add(
                        "v-index-unique",
                        v -> index(
                                v,
                                "ix_t",
                                (t, i) -> i.on(t.at("a"), t.at("b", string(5)).desc())
                                        .unique()))
                .add("v-index-func", v -> index(v, "ix_f", (t, i) -> i.on(func.lower(t.at("b", string(5))))))
                .add("v-drop", v -> {
                    Table table = new CaseTables(v).table("t", t -> t.col("a", INTEGER));
                    return (Cases.Ddl) d -> d.ddl().dropTable(table, DdlOption.IF_EXISTS);
                })
                .add("v-drop-schema-index", v -> {
                    Table table = new CaseTables(v)
                            .table(
                                    "t",
                                    t -> t.col("a", INTEGER)
                                            .t
                                            .schema(v.name("s1"))
                                            .index(v.name("ix_t"), i -> i.on(t.at("a"))));
                    return (Cases.Ddl) d -> d.ddl().dropIndex(table.indexes().get(0));
                });
    }
}
