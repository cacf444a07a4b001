package io.athanor.tests.cases;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;

import io.athanor.sql.Sql;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.ColumnSpec;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Hint;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.type.Json;
import io.athanor.sql.type.SqlTypes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The family {@code insert}. */
final class InsertCases {
    private InsertCases() {}

    static Cases all() {
        Cases cases = new Cases("insert");
        values(cases);
        manyRows(cases);
        defaults(cases);
        fromSelect(cases);
        returning(cases);
        names(cases);
        conflicts(cases);
        conflictsOfPostgresql(cases);
        duplicateKeys(cases);
        return cases;
    }

    private static Insert named(Vocabulary v) {
        return insert(v.account).set(v.account.name, v.s("x"));
    }

    private static Insert keyed(Vocabulary v) {
        return insert(v.account).set(v.account.id, v.n(1)).set(v.account.name, v.s("a"));
    }

    private static Insert twoKeyed(Vocabulary v) {
        return insert(v.account)
                .rows(
                        List.of(1, 2),
                        (row, id) -> row.set(v.account.id, v.n(id)).set(v.account.name, v.s(id == 1 ? "a" : "b")));
    }

    private static void values(Cases cases) {
        cases.add("one-value", InsertCases::named)
                .add(
                        "two-values",
                        v -> insert(v.account).set(v.account.age, v.n(5)).set(v.account.name, v.s("x")))
                .add(
                        "tuple",
                        v -> insert(v.item)
                                .set(v.item.id, v.n(1))
                                .set(v.item.accountId, v.n(2))
                                .set(v.item.sku, v.s("s"))
                                .set(v.item.qty, v.n(3))
                                .set(v.item.price, BigDecimal.valueOf(v.l(4))))
                .add("expr-value", v -> insert(v.account).set(v.account.name, func.lower(Sql.value(v.s("X")))))
                .add(
                        "scalar-value",
                        v -> insert(v.item)
                                .set(
                                        v.item.accountId,
                                        select(v.account.id)
                                                .where(v.account.name.eq(v.s("n")))
                                                .scalarSubquery())
                                .set(v.item.sku, v.s("s")))
                .add("null-sql", v -> insert(v.account).set(v.account.name, Sql.nullOf(SqlTypes.STRING)))
                .add(
                        "bindparam-named",
                        v -> insert(v.account).set(v.account.name, Sql.bind(v.name("who"), SqlTypes.STRING)))
                .add(
                        "json-value",
                        v -> insert(v.doc)
                                .set(v.doc.data, Json.of(Map.of("a", List.of(1, 2))))
                                .setNull(v.doc.title))
                .add("prefix", v -> named(v).hint(Hint.keywords("OR REPLACE")));
    }

    private static void manyRows(Cases cases) {
        cases.add(
                        "multi",
                        v -> insert(v.account)
                                .rows(
                                        List.of(1, 2),
                                        (row, n) -> row.set(v.account.name, v.s(n == 1 ? "a" : "b"))
                                                .set(v.account.age, v.n(n))))
                .add(
                        "multi-expr",
                        v -> insert(v.account)
                                .rows(List.of(v.s("a")), (row, name) -> row.set(v.account.name, name))
                                .rows(
                                        List.of(v.s("b")),
                                        (row, name) -> row.set(v.account.name, func.upper(Sql.value(name)))))
                .add(
                        "multi-hetero",
                        v -> insert(v.account)
                                .rows(List.of(v.s("a")), (row, name) -> row.set(v.account.name, name))
                                .rows(List.of(v.n(1)), (row, age) -> row.set(v.account.age, age)));
    }

    private static Table defaulted(Vocabulary v, Consumer<ColumnSpec<Integer>> spec) {
        return Table.of(
                new MetaData(),
                v.name("td"),
                t -> t.column(v.name("id"), SqlTypes.INTEGER, c -> c.primaryKey())
                        .column(v.name("v"), SqlTypes.INTEGER, spec));
    }

    private static Column<Integer> id(Vocabulary v, Table table) {
        return table.column(v.name("id"), SqlTypes.INTEGER);
    }

    private static Insert withId(Vocabulary v, Table table) {
        return insert(table).set(id(v, table), v.n(1));
    }

    private static void defaults(Cases cases) {
        cases.add(
                        "empty",
                        v -> insert(Table.of(
                                new MetaData(),
                                v.name("t0"),
                                t -> t.column(v.name("id"), SqlTypes.INTEGER, c -> c.primaryKey()))))
                .add("empty-dict", v -> insert(v.account))
                .add("client-default", v -> withId(v, defaulted(v, c -> c.defaultValue(5))))
                .add("callable-default", v -> withId(v, defaulted(v, c -> c.defaultSupplier(() -> 7))))
                .add(
                        "sql-default",
                        v -> withId(
                                v,
                                defaulted(
                                        v,
                                        c -> c.defaultExpression(
                                                select(func.max(v.account.id)).scalarSubquery()))))
                .add("sequence-default", v -> {
                    Table numbered = Table.of(
                            new MetaData(),
                            v.name("td"),
                            t -> t.column(
                                            v.name("id"),
                                            SqlTypes.INTEGER,
                                            c -> c.primaryKey().sequence(Sequence.of(v.name("td_seq"))))
                                    .column(v.name("v"), SqlTypes.string(5)));
                    return insert(numbered).set(numbered.column(v.name("v"), SqlTypes.STRING), v.s("q"));
                });
    }

    private static void fromSelect(Cases cases) {
        cases.add(
                        "from-select-union",
                        v -> insert(v.node)
                                .columns(v.node.id)
                                .from(select(v.account.id).union(select(v.item.id))))
                .add("from-select-default", v -> {
                    Table td = defaulted(v, c -> c.defaultValue(5));
                    return insert(td).columns(id(v, td)).from(select(v.account.id));
                })
                .add("from-select-no-default", v -> {
                    Table td = defaulted(v, c -> c.defaultValue(5));
                    return insert(td)
                            .columns(id(v, td))
                            .from(select(v.account.id))
                            .withoutDefaults();
                })
                .add(
                        "from-select-limit",
                        v -> insert(v.node)
                                .columns(v.node.id)
                                .from(select(v.account.id).orderBy(v.account.id).limit(v.l(2))))
                .add(
                        "pg-upsert-from-select",
                        v -> insert(v.node)
                                .columns(v.node.id, v.node.label)
                                .from(select(v.account.id, v.account.name))
                                .onConflict()
                                .doNothing());
    }

    private static void returning(Cases cases) {
        cases.add(
                        "returning-expr",
                        v -> named(v).returning(
                                        v.account.id.plus(v.n(1)),
                                        func.lower(v.account.name).label(v.name("l"))))
                .add(
                        "returning-all",
                        v -> insert(v.node)
                                .set(v.node.label, v.s("x"))
                                .returning(v.node.id, v.node.parentId, v.node.label));
    }

    private static void names(Cases cases) {
        cases.add("unknown-column", v -> insert(v.account).set(v.item.sku, v.s("x")))
                .add("quoted-cols", v -> {
                    Table table = Table.of(
                            new MetaData(),
                            "order",
                            t -> t.column("group", SqlTypes.INTEGER)
                                    .column("Desc", SqlTypes.INTEGER)
                                    .column("ok", SqlTypes.INTEGER));
                    return insert(table)
                            .set(table.column("group", SqlTypes.INTEGER), v.n(1))
                            .set(table.column("Desc", SqlTypes.INTEGER), v.n(2))
                            .set(table.column("ok", SqlTypes.INTEGER), v.n(3));
                })
                .add("odd-bind-names", v -> {
                    List<String> odd = List.of("a b", "c%d", "e(f)");
                    Table table = Table.of(
                            new MetaData(), v.name("t"), t -> odd.forEach(each -> t.column(each, SqlTypes.INTEGER)));
                    Insert all = insert(table);
                    for (String each : odd) {
                        all = all.set(table.column(each, SqlTypes.INTEGER), Sql.bind(each, SqlTypes.INTEGER));
                    }
                    return all;
                });
    }

    private static void conflicts(Cases cases) {
        cases.add("sl-upsert", v -> keyed(v).onConflict(v.account.id).doUpdate(v.account.name))
                .add(
                        "sl-nothing",
                        v -> insert(v.account)
                                .set(v.account.id, v.n(1))
                                .onConflict()
                                .doNothing())
                .add(
                        "sl-nothing-target",
                        v -> insert(v.account)
                                .set(v.account.id, v.n(1))
                                .onConflict(v.account.id)
                                .doNothing())
                .add(
                        "sl-upsert-ret",
                        v -> keyed(v).onConflict(v.account.id)
                                .doUpdate(v.account.name)
                                .returning(v.account.id))
                .add(
                        "sl-upsert-literal",
                        v -> keyed(v).onConflict(v.account.id).doUpdate(set -> set.set(v.account.name, v.s("lit"))));
    }

    private static void conflictsOfPostgresql(Cases cases) {
        cases.add(
                        "pg-upsert",
                        v -> keyed(v).onConflict(v.account.id)
                                .doUpdate(
                                        set -> set.set(v.account.name, set.excluded(v.account.name))
                                                .set(v.account.age, v.account.age.plus(v.n(1))),
                                        v.account.age.lt(v.n(5))))
                .add(
                        "pg-constraint",
                        v -> keyed(v).onConflictOf(v.name("uq_name")).doUpdate(v.account.name))
                .add(
                        "pg-nothing",
                        v -> insert(v.account)
                                .set(v.account.id, v.n(1))
                                .onConflict()
                                .doNothing())
                .add(
                        "pg-upsert-multi-ret",
                        v -> twoKeyed(v)
                                .onConflict(v.account.id)
                                .doUpdate(v.account.name)
                                .returning(v.account.id, v.account.name));
    }

    private static void duplicateKeys(Cases cases) {
        cases.add(
                        "my-upsert",
                        v -> keyed(v).onConflict()
                                .doUpdate(set -> set.set(v.account.name, set.excluded(v.account.name))
                                        .set(v.account.age, v.account.age.plus(v.n(1)))))
                .add(
                        "my-ignore",
                        v -> insert(v.account).set(v.account.id, v.n(1)).hint(Hint.keywords("IGNORE", "mysql")))
                .add(
                        "my-upsert-multi",
                        v -> twoKeyed(v)
                                .onConflict()
                                .doUpdate(set -> set.set(
                                        v.account.name,
                                        func.call(
                                                "concat",
                                                SqlTypes.STRING,
                                                v.account.name,
                                                set.excluded(v.account.name)))));
    }
}
