package io.athanor.tests.cases;

import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.INTEGER;

import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.LabelStyle;
import java.util.function.Consumer;

/** The family {@code quoting}. */
final class QuotingCases {
    private QuotingCases() {}

    static Cases all() {
        Cases cases = new Cases("quoting");
        names(cases);
        schemas(cases);
        keys(cases);
        return cases;
    }

    /** Every column of a table. */
    private static Object of(Vocabulary v, String name, Consumer<CaseTables.Spec> spec) {
        return select(new CaseTables(v).table(name, spec).columns().toArray(Expression<?>[]::new));
    }

    private static Object columns(Vocabulary v, String name, String... columns) {
        return of(v, name, t -> {
            for (String column : columns) {
                t.col(column, INTEGER);
            }
        });
    }

    private static void names(Cases cases) {
        cases.add("mixed-case", v -> columns(v, "MyTable", "MyCol", "lower"))
                .add("upper", v -> columns(v, "ALLUPPER", "COL"))
                .add("digit-first", v -> columns(v, "1t", "2c"))
                .add("dollar", v -> columns(v, "a$b", "_x", "$y"))
                .add("quote-char", v -> columns(v, "a\"b", "c\"d"))
                .add("dot", v -> columns(v, "t", "a.b"))
                .add("percent", v -> {
                    Table table = new CaseTables(v).table("t", t -> t.col("a%b", INTEGER));
                    Column<Integer> column = table.column(v.name("a%b"), INTEGER);
                    return select(column).where(column(v.name("a%b"), INTEGER).eq(v.n(1)));
                })
                .add("unicode", v -> columns(v, "tabl\u00e9", "na\u00efve"))
                .add(
                        "forced",
                        v -> of(
                                v,
                                "plain",
                                t -> t.col("c", INTEGER, c -> c.quoted()).t.quoted()))
                .add("quoted-name", v -> of(v, "q", t -> t.col("x", INTEGER).t.quoted()))
                .add(
                        "alias-quoted",
                        v -> select(v.account.as(v.name("My Alias")).column(v.account.id)))
                .add(
                        "keyword-false",
                        v -> of(v, "t", t -> {
                            // Reserved words are the case, so they keep their names.
                            for (String word : new String[] {
                                "true", "null", "value", "date", "key", "rank", "offset", "limit", "end"
                            }) {
                                t.t.column(word, INTEGER);
                            }
                        }));
    }

    private static void schemas(Cases cases) {
        cases.add("schema", v -> of(v, "t", t -> t.col("x", INTEGER).t.schema(v.name("s1"))))
                .add(
                        "schema-reserved",
                        v -> of(v, "t", t -> t.col("x", INTEGER).t.schema("user")))
                .add("schema-dotted", v -> of(v, "t", t -> t.col("x", INTEGER).t.schema(v.name("db.owner"))))
                .add("schema-mixed", v -> of(v, "t", t -> t.col("x", INTEGER).t.schema(v.name("MySchema"))))
                .add("schema-labels", v -> {
                    Table table = new CaseTables(v)
                            .table("t", t -> t.col("x", INTEGER).t.schema(v.name("s1")));
                    return select(table.columns().get(0)).labelStyle(LabelStyle.TABLE_COLUMN);
                });
    }

    private static Column<Integer> keyed(Vocabulary v) {
        return new CaseTables(v)
                .table("t", t -> t.col("db_name", INTEGER, c -> c.key(v.name("k"))))
                .column(v.name("k"), INTEGER);
    }

    private static void keys(Cases cases) {
        cases.add("column-key-differs", v -> {
                    Column<Integer> k = keyed(v);
                    return select(k).where(k.eq(v.n(5)));
                })
                .add("column-key-insert", v -> {
                    Column<Integer> k = keyed(v);
                    return insert((Table) k.table()).set(k, v.n(1));
                })
                .add("column-key-label", v -> select(keyed(v)).labelStyle(LabelStyle.TABLE_COLUMN))
                .add("key-in-subquery", v -> {
                    Column<Integer> k = keyed(v);
                    DerivedTable s = select(k).subquery(v.name("s"));
                    return select(s.column(k));
                });
    }
}
