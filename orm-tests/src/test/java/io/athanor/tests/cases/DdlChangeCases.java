package io.athanor.tests.cases;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.ddl.DdlOption.CASCADE;
import static io.athanor.sql.ddl.DdlOption.IF_EXISTS;
import static io.athanor.sql.ddl.DdlOption.IF_NOT_EXISTS;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.enumOf;
import static io.athanor.sql.type.SqlTypes.string;

import io.athanor.sql.schema.ForeignKey.Action;
import io.athanor.sql.schema.ForeignKeySpec;
import io.athanor.sql.schema.IndexSpec;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.SequenceSpec;
import io.athanor.sql.schema.Table;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The family {@code ddl}: what changes and drops, indexes, sequences, views and the like. */
final class DdlChangeCases {
    private DdlChangeCases() {}

    static Cases all() {
        Cases cases = new Cases("ddl");
        comments(cases);
        constraints(cases);
        indexes(cases);
        moreIndexes(cases);
        sequences(cases);
        others(cases);
        return cases;
    }

    private static void comments(Cases cases) {
        cases.add("set-table-comment", v -> {
                    Table table = new CaseTables(v)
                            .table("t", t -> t.col("a", INTEGER).t.comment(v.sql("it's")));
                    return (Cases.Ddl) d -> d.ddl().setComment(table);
                })
                .add("set-col-comment", v -> {
                    Table table = new CaseTables(v).table("t", t -> t.col("a", INTEGER, c -> c.comment(v.sql("x"))));
                    return (Cases.Ddl) d -> d.ddl().setComment(table.column(v.name("a")));
                })
                .add("drop", v -> {
                    Table table = new CaseTables(v).table("t", t -> t.col("a", INTEGER));
                    return (Cases.Ddl) d -> d.ddl().dropTable(table);
                });
    }

    private static Table child(Vocabulary v, Consumer<ForeignKeySpec> key) {
        CaseTables tables = new CaseTables(v);
        tables.parent();
        return tables.table("c", t -> t.col("p_id", INTEGER, c -> c.references(t.ref("p.id"), key)));
    }

    private static Table unique(Vocabulary v) {
        return new CaseTables(v)
                .table("t", t -> t.col("a", INTEGER).t.unique(List.of(v.name("a")), u -> u.name(v.name("uq"))));
    }

    private static void constraints(Cases cases) {
        cases.add("add-fk", v -> {
                    Table table = child(v, k -> k.name(v.name("fk_x")).onDelete(Action.CASCADE));
                    return (Cases.Ddl) d -> d.ddl().addConstraint(table.constraint(v.name("fk_x")));
                })
                .add("drop-fk", v -> {
                    Table table = child(v, k -> k.name(v.name("fk_x")));
                    return (Cases.Ddl) d -> d.ddl().dropConstraint(table.constraint(v.name("fk_x")));
                })
                .add("drop-fk-unnamed", v -> {
                    Table table = child(v, k -> {});
                    return (Cases.Ddl)
                            d -> d.ddl().dropConstraint(table.foreignKeys().get(0));
                })
                .add("add-unique", v -> {
                    Table table = unique(v);
                    return (Cases.Ddl) d -> d.ddl().addConstraint(table.constraint(v.name("uq")));
                })
                .add("drop-unique", v -> {
                    Table table = unique(v);
                    return (Cases.Ddl) d -> d.ddl().dropConstraint(table.constraint(v.name("uq")));
                })
                .add("drop-constraint-cascade", v -> {
                    Table table = unique(v);
                    return (Cases.Ddl) d -> d.ddl().dropConstraint(table.constraint(v.name("uq")), CASCADE);
                });
    }

    private static Table indexed(Vocabulary v, BiConsumer<CaseTables.Spec, IndexSpec> spec) {
        return new CaseTables(v)
                .table(
                        "t",
                        t -> t.col("a", INTEGER).col("b", string(20)).t.index(v.name("ix"), i -> spec.accept(t, i)));
    }

    private static Cases.Ddl index(Vocabulary v, BiConsumer<CaseTables.Spec, IndexSpec> spec) {
        Table table = indexed(v, spec);
        return d -> d.ddl().createIndex(table.index(v.name("ix")));
    }

    private static void indexes(Cases cases) {
        cases.add("index", v -> index(v, (t, i) -> i.on(v.name("a"), v.name("b"))))
                .add("index-unique", v -> index(v, (t, i) -> i.on(v.name("a")).unique()))
                .add("index-desc", v -> index(v, (t, i) -> i.on(t.at("a").desc())))
                .add("index-func", v -> index(v, (t, i) -> i.on(func.lower(t.at("b", string(20))))))
                .add("index-expr", v -> index(v, (t, i) -> i.on(t.at("a").plus(1))))
                .add("index-text", v -> index(v, (t, i) -> i.on(text(v.sql("lower(b) desc")))))
                .add(
                        "index-partial",
                        v -> index(
                                v, (t, i) -> i.on(v.name("b")).where(t.at("a").gt(5))))
                .add("index-auto", v -> {
                    Table table = new CaseTables(v).table("t", t -> t.col("a", INTEGER, c -> c.index()));
                    return (Cases.Ddl) d -> d.ddl().createIndex(table.indexes().get(0));
                })
                .add("naming-convention-index", v -> {
                    Table table = new CaseTables(v).table("c", t -> t.col("x", INTEGER, c -> c.index()));
                    return (Cases.Ddl) d -> d.ddl().createIndex(table.indexes().get(0));
                });
    }

    private static void moreIndexes(Cases cases) {
        cases.add("index-schema", v -> {
                    Table table = new CaseTables(v)
                            .table(
                                    "t",
                                    t -> t.col("a", INTEGER)
                                            .t
                                            .schema(v.name("s"))
                                            .index(v.name("ix"), v.name("a")));
                    return (Cases.Ddl) d -> d.ddl().createIndex(table.index(v.name("ix")));
                })
                .add("drop-index", v -> {
                    Table table = indexed(v, (t, i) -> i.on(v.name("a")));
                    return (Cases.Ddl) d -> d.ddl().dropIndex(table.index(v.name("ix")));
                })
                .add("drop-index-if-exists", v -> {
                    Table table = indexed(v, (t, i) -> i.on(v.name("a")));
                    return (Cases.Ddl) d -> d.ddl().dropIndex(table.index(v.name("ix")), IF_EXISTS);
                });
    }

    private static Cases.Ddl sequence(Vocabulary v, Consumer<SequenceSpec> spec) {
        Sequence sequence = Sequence.of(v.name("s1"), spec);
        return d -> d.ddl().createSequence(sequence);
    }

    private static void sequences(Cases cases) {
        cases.add("sequence", v -> sequence(v, s -> {}))
                .add(
                        "sequence-options",
                        v -> sequence(
                                v,
                                s -> s.type(BIGINT)
                                        .start(5)
                                        .increment(2)
                                        .minimum(1)
                                        .maximum(99)
                                        .cycle(true)
                                        .cache(10)))
                .add(
                        "sequence-nomin",
                        v -> sequence(v, s -> s.noMinimum().noMaximum().cycle(false)))
                .add("sequence-schema", v -> sequence(v, s -> s.schema(v.name("sc"))))
                .add("drop-sequence", v -> {
                    Sequence sequence = Sequence.of(v.name("s1"));
                    return (Cases.Ddl) d -> d.ddl().dropSequence(sequence, IF_EXISTS);
                });
    }

    private static void others(Cases cases) {
        cases.add("create-schema", v -> (Cases.Ddl) d -> d.ddl().createSchema(v.name("my schema"), IF_NOT_EXISTS))
                .add("drop-schema", v -> (Cases.Ddl) d -> d.ddl().dropSchema(v.name("s"), IF_EXISTS, CASCADE))
                .add("create-view", v -> (Cases.Ddl) d -> d.ddl()
                        .createView(
                                v.name("v_adult"),
                                select(v.account.id, v.account.name).where(v.account.age.gt(5))))
                .add("drop-view", v -> (Cases.Ddl) d -> d.ddl().dropView(v.name("v"), IF_EXISTS))
                .add("enum-type-pg", v -> (Cases.Ddl)
                        d -> d.ddl().createEnum(enumOf(v.sql("a"), v.sql("b")).named(v.name("mood"))));
    }
}
