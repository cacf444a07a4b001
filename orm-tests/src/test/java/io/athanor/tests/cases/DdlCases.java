package io.athanor.tests.cases;

import static io.athanor.sql.Sql.literalColumn;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.ddl.DdlOption.IF_NOT_EXISTS;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.BOOLEAN;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.SMALLINT;
import static io.athanor.sql.type.SqlTypes.enumOf;
import static io.athanor.sql.type.SqlTypes.string;
import static io.athanor.tests.cases.CaseTables.create;
import static io.athanor.tests.cases.CaseTables.createChild;

import io.athanor.dialect.postgresql.PostgresqlTypes;
import io.athanor.sql.schema.ForeignKey.Action;
import io.athanor.sql.schema.NamingConvention;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.Table;
import io.athanor.sql.type.StandardType;
import java.util.List;

/** The family {@code ddl}: what CREATE TABLE says. */
final class DdlCases {
    private DdlCases() {}

    static Cases all() {
        Cases cases = new Cases("ddl");
        keys(cases);
        generated(cases);
        defaults(cases);
        constraints(cases);
        foreignKeys(cases);
        foreignKeysOfTables(cases);
        moreForeignKeys(cases);
        names(cases);
        options(cases);
        optionsOfSqlite(cases);
        return cases;
    }

    private static void keys(Cases cases) {
        cases.add(
                        "basic",
                        v -> create(
                                v,
                                t -> t.col("id", INTEGER, c -> c.primaryKey()).col("s", string(20))))
                .add(
                        "pk-composite",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER, c -> c.primaryKey()).col("b", INTEGER, c -> c.primaryKey())))
                .add(
                        "pk-composite-autoinc",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER, c -> c.primaryKey().autoincrement(true))
                                        .col("b", INTEGER, c -> c.primaryKey())))
                .add(
                        "no-autoinc",
                        v -> create(
                                v, t -> t.col("id", INTEGER, c -> c.primaryKey().autoincrement(false))))
                .add("bigint-pk", v -> create(v, t -> t.col("id", BIGINT, c -> c.primaryKey())))
                .add("smallint-pk", v -> create(v, t -> t.col("id", SMALLINT, c -> c.primaryKey())))
                .add(
                        "identity-options",
                        v -> create(
                                v,
                                t -> t.col(
                                        "id",
                                        INTEGER,
                                        c -> c.primaryKey()
                                                .identity(i -> i.start(10)
                                                        .increment(5)
                                                        .minimum(1)
                                                        .cycle(true)))))
                .add(
                        "sequence-pk",
                        v -> create(
                                v, t -> t.col("id", INTEGER, c -> c.primaryKey().sequence(Sequence.of(v.name("s1"))))));
    }

    private static void generated(Cases cases) {
        cases.add(
                        "computed",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER)
                                        .col(
                                                "b",
                                                INTEGER,
                                                c -> c.computed(t.at("a").plus(1)))))
                .add(
                        "computed-persisted",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER)
                                        .col(
                                                "b",
                                                INTEGER,
                                                c -> c.computed(t.at("a").plus(1), true))))
                .add(
                        "computed-virtual",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER)
                                        .col(
                                                "b",
                                                INTEGER,
                                                c -> c.computed(t.at("a").plus(1), false))))
                .add("system-column", v -> create(v, t -> t.col("a", INTEGER).col("xmin", INTEGER, c -> c.system())));
    }

    private static void defaults(Cases cases) {
        cases.add(
                        "sequence-server-default",
                        v -> create(
                                v,
                                t -> t.col(
                                        "id",
                                        INTEGER,
                                        c -> c.serverDefault(
                                                Sequence.of(v.name("s1")).nextValue(INTEGER)))))
                .add(
                        "server-default-str",
                        v -> create(v, t -> t.col("a", string(5), c -> c.serverDefault(value("x'y")))))
                .add(
                        "server-default-text",
                        v -> create(v, t -> t.col("a", INTEGER, c -> c.serverDefault(literalColumn("0", INTEGER)))))
                .add("server-default-literal", v -> create(v, t -> t.col("a", INTEGER, c -> c.serverDefault(value(5)))))
                .add(
                        "server-default-bool",
                        v -> create(v, t -> t.col("a", BOOLEAN, c -> c.serverDefault(value(true)))));
    }

    private static void constraints(Cases cases) {
        cases.add(
                        "unique-named",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER)
                                        .col("b", INTEGER)
                                        .t
                                        .unique(List.of(v.name("a"), v.name("b")), u -> u.name(v.name("uq")))))
                .add(
                        "check-table",
                        v -> create(
                                v, t -> t.col("a", INTEGER).t.check(t.at("a").gt(5))))
                .add(
                        "check-named-text",
                        v -> create(v, t -> t.col("a", INTEGER).t.check(v.name("even"), text(v.sql("a % 2 = 0")))))
                .add(
                        "unique-nulls",
                        v -> create(
                                v, t -> t.col("a", INTEGER).t.unique(List.of(v.name("a")), u -> u.nullsNotDistinct())))
                .add(
                        "pg-exclude",
                        v -> create(
                                v,
                                t -> t.col("r", PostgresqlTypes.INT4RANGE)
                                        .t
                                        .exclude(e -> e.name(v.name("ex"))
                                                .with(t.at("r", PostgresqlTypes.INT4RANGE), "&&")
                                                .where(value(true)))))
                .add(
                        "bool-check",
                        v -> create(v, t -> t.col("e", StandardType.of(BOOLEAN).withCheck(v.name("ckb")))))
                .add(
                        "enum-native-off",
                        v -> create(
                                v, t -> t.col("e", enumOf("a", "bb").asString().unchecked())));
    }

    private static void foreignKeys(Cases cases) {
        cases.add(
                        "fk",
                        v -> createChild(
                                v,
                                t -> t.col("id", INTEGER, c -> c.primaryKey())
                                        .col("p_id", INTEGER, c -> c.references(t.ref("p.id")))))
                .add(
                        "fk-typeless",
                        v -> createChild(
                                v,
                                t -> t.col("p_id", INTEGER, c -> c.primaryKey().references(t.ref("p.id")))))
                .add(
                        "fk-actions",
                        v -> createChild(
                                v,
                                t -> t.col(
                                        "p_id",
                                        INTEGER,
                                        c -> c.references(
                                                t.ref("p.id"),
                                                k -> k.onDelete(Action.CASCADE).onUpdate(Action.SET_NULL)))))
                .add(
                        "fk-named-deferrable",
                        v -> createChild(
                                v,
                                t -> t.col(
                                        "p_id",
                                        INTEGER,
                                        c -> c.references(
                                                t.ref("p.id"),
                                                k -> k.name(v.name("fk_p"))
                                                        .deferrable(true)
                                                        .initiallyDeferred(true)))));
    }

    private static void foreignKeysOfTables(Cases cases) {
        cases.add(
                        "fk-composite",
                        v -> createChild(
                                v,
                                t -> t.col("a", INTEGER)
                                        .col("b", INTEGER)
                                        .t
                                        .foreignKey(
                                                List.of(v.name("a"), v.name("b")),
                                                List.of(t.ref("p.id"), t.ref("p.id2")),
                                                k -> k.name(v.name("fk_ab")))))
                .add(
                        "use-alter",
                        v -> createChild(
                                v,
                                t -> t.col(
                                        "p_id",
                                        INTEGER,
                                        c -> c.references(
                                                t.ref("p.id"),
                                                k -> k.name(v.name("fk_x")).useAlter()))))
                .add(
                        "fk-unresolved",
                        v -> createChild(v, t -> t.col("p_id", INTEGER, c -> c.references(t.ref("nosuch.id")))));
    }

    private static void moreForeignKeys(Cases cases) {
        cases.add("fk-self", v -> {
                    Table table = new CaseTables(v)
                            .table(
                                    "n",
                                    t -> t.col("id", INTEGER, c -> c.primaryKey())
                                            .col("pid", INTEGER, c -> c.references(t.ref("n.id"))));
                    return (Cases.Ddl) d -> d.ddl().createTable(table);
                })
                .add("fk-schema", v -> {
                    CaseTables tables = new CaseTables(v);
                    tables.table("p", t -> {
                        t.t.schema(v.name("s"));
                        t.col("id", INTEGER, c -> c.primaryKey());
                    });
                    Table table = tables.table("c", t -> t.col("p_id", INTEGER, c -> c.references(t.ref("s.p.id"))));
                    return (Cases.Ddl) d -> d.ddl().createTable(table);
                });
    }

    private static final NamingConvention CONVENTION = new NamingConvention(
            "pk_{table}",
            "uq_{table}_{column}",
            "ck_{table}_{name}",
            "fk_{table}_{column}_{referredTable}",
            "ix_{label}");

    private static void names(Cases cases) {
        cases.add("naming-convention", v -> {
                    CaseTables tables = new CaseTables(v, CONVENTION);
                    tables.parent();
                    Table table = tables.table("c", t -> {
                        t.col("id", INTEGER, c -> c.primaryKey())
                                .col("p_id", INTEGER, c -> c.references(t.ref("p.id")))
                                .col("u", INTEGER, c -> c.unique())
                                .col("x", INTEGER);
                        t.t.check(v.name("pos"), t.at("x").gt(1));
                    });
                    return (Cases.Ddl) d -> d.ddl().createTable(table);
                })
                .add("if-not-exists", v -> create(v, t -> t.col("a", INTEGER), IF_NOT_EXISTS))
                .add("schema", v -> create(v, t -> t.col("a", INTEGER).t.schema(v.name("s1"))))
                .add("quoted", v -> {
                    Table table = new CaseTables(v)
                            .table(
                                    "Order",
                                    t -> t.col("Group", INTEGER, c -> c.primaryKey())
                                            .col("my col", INTEGER, c -> c.unique()));
                    return (Cases.Ddl) d -> d.ddl().createTable(table);
                });
    }

    private static void options(Cases cases) {
        cases.add(
                        "comment",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER, c -> c.comment(v.sql("col's")))
                                        .t
                                        .comment(v.sql("tab"))))
                .add(
                        "mysql-options",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER)
                                        .t
                                        .option("mysql", "engine", "InnoDB")
                                        .option("mysql", "charset", "utf8mb4")
                                        .option("mariadb", "engine", "Aria")))
                .add(
                        "pg-partition",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER)
                                        .t
                                        .option("postgresql", "partition_by_list", v.name("a"))
                                        .option("postgresql", "tablespace", v.name("ts"))));
    }

    private static void optionsOfSqlite(Cases cases) {
        cases.add(
                        "sqlite-strict",
                        v -> create(
                                v,
                                t -> t.col("a", INTEGER, c -> c.primaryKey())
                                        .t
                                        .option("sqlite", "with_rowid", false)
                                        .option("sqlite", "strict", true)))
                .add(
                        "sqlite-on-conflict",
                        v -> create(
                                v,
                                t -> t.col(
                                                "a",
                                                INTEGER,
                                                c -> c.primaryKey().option("sqlite", "on_conflict_primary_key", "FAIL"))
                                        .col(
                                                "b",
                                                INTEGER,
                                                c -> c.notNull().option("sqlite", "on_conflict_not_null", "IGNORE"))
                                        .t
                                        .unique(
                                                List.of(v.name("b")),
                                                u -> u.option("sqlite", "on_conflict", "REPLACE"))));
    }
}
