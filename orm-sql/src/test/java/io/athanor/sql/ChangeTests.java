package io.athanor.sql;

import static io.athanor.sql.Shop.ACCOUNT;
import static io.athanor.sql.Shop.ITEM;
import static io.athanor.sql.Sql.aliased;
import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.exists;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.ConflictForm;
import io.athanor.sql.compile.OtherTables;
import io.athanor.sql.compile.ReturningForm;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Cte;
import io.athanor.sql.tree.Hint;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.type.SqlTypes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** INSERT, UPDATE and DELETE where no recorded case shows it. */
class ChangeTests {
    /** A database that differs in every way that a change can. */
    private static class Merging extends SqlCompiler {
        Merging() {
            super(CompilerSettings.STANDARD);
        }

        @Override
        protected ConflictForm conflictForm() {
            return ConflictForm.MERGE;
        }

        @Override
        protected OtherTables tablesOfUpdate() {
            return OtherTables.MERGE;
        }

        @Override
        protected OtherTables tablesOfDelete() {
            return OtherTables.MERGE;
        }

        @Override
        protected ReturningForm returningForm(Statement change) {
            return ReturningForm.DELTA_TABLE;
        }
    }

    private static final class Listing extends SqlCompiler {
        Listing() {
            super(CompilerSettings.STANDARD);
        }

        @Override
        protected ConflictForm conflictForm() {
            return ConflictForm.ON_DUPLICATE_KEY;
        }

        @Override
        protected OtherTables tablesOfUpdate() {
            return OtherTables.LIST;
        }

        @Override
        protected OtherTables tablesOfDelete() {
            return OtherTables.LIST;
        }

        @Override
        protected ReturningForm returningForm(Statement change) {
            return ReturningForm.NONE;
        }
    }

    private static final class KeyTelling extends SqlCompiler {
        KeyTelling() {
            super(CompilerSettings.STANDARD);
        }

        @Override
        protected boolean returnsGeneratedKey() {
            return true;
        }

        @Override
        protected OtherTables tablesOfUpdate() {
            return OtherTables.CLAUSE;
        }
    }

    private static String sql(SqlCompiler compiler, SqlNode node) {
        return compiler.compileNode(node, StructureKey.of(node)).sql().replaceAll("\\s+", " ");
    }

    private static String sql(SqlNode node) {
        return Shop.sql(node);
    }

    private static Insert named() {
        return insert(ACCOUNT).set(ACCOUNT.name, "x");
    }

    @Test
    void statementsOfDifferentSqlHaveDifferentKeys() {
        List<SqlNode> nodes = List.of(
                named(),
                named().set(ACCOUNT.age, 1),
                insert(ACCOUNT).set(ACCOUNT.age, 1),
                insert(ACCOUNT),
                named().inline(),
                named().withoutDefaults(),
                named().hint(Hint.keywords("OR REPLACE")),
                named().hint(Hint.keywords("OR IGNORE")),
                insert(ACCOUNT).rows(List.of("a", "b"), (row, each) -> row.set(ACCOUNT.name, each)),
                insert(ACCOUNT).columns(ACCOUNT.name).from(select(ITEM.sku)),
                insert(ACCOUNT).columns(ACCOUNT.name).from(select(ACCOUNT.name)),
                named().onConflict().doNothing(),
                named().onConflict(ACCOUNT.id).doNothing(),
                named().onConflict(ACCOUNT.name).doNothing(),
                named().onConflict(ACCOUNT.id, ACCOUNT.name).doNothing(),
                named().onConflictOf("u").doNothing(),
                named().onConflict(ACCOUNT.id).doUpdate(ACCOUNT.name),
                named().onConflict(ACCOUNT.id).doUpdate(set -> set.set(ACCOUNT.name, "x")),
                named().onConflict(ACCOUNT.id).doUpdate(set -> set.set(ACCOUNT.name, "x"), ACCOUNT.age.gt(1)),
                named().onConflict(ACCOUNT.id).where(ACCOUNT.age.gt(1)).doUpdate(set -> set.set(ACCOUNT.name, "x")),
                named().onConflict(ACCOUNT.id).where(ACCOUNT.age.gt(2)).doUpdate(set -> set.set(ACCOUNT.name, "x")),
                named().returning(ACCOUNT.id),
                named().returning(ACCOUNT.id, ACCOUNT.name),
                update(ACCOUNT).set(ACCOUNT.age, 1),
                update(ACCOUNT).set(ACCOUNT.age, 1).inStatedOrder(),
                update(ACCOUNT).set(ACCOUNT.age, 1).limit(1),
                update(ACCOUNT).set(ACCOUNT.age, 1).limit(2),
                update(ACCOUNT).set(ACCOUNT.age, 1).from(ITEM),
                update(ACCOUNT).set(ACCOUNT.age, 1).where(ACCOUNT.active),
                delete(ACCOUNT),
                delete(ACCOUNT).using(ITEM),
                delete(ACCOUNT).where(ACCOUNT.active),
                delete(ACCOUNT).limit(1),
                delete(ACCOUNT).returning(ACCOUNT.id));
        Set<StructureKey> keys = new HashSet<>();
        nodes.forEach(node -> keys.add(StructureKey.of(node)));
        assertThat(keys).hasSize(nodes.size());
    }

    @Test
    void statementSurvivesNewChildren() {
        for (SqlNode node : List.<SqlNode>of(
                named().onConflict(ACCOUNT.id)
                        .where(ACCOUNT.age.gt(1))
                        .doUpdate(set -> set.set(ACCOUNT.name, set.excluded(ACCOUNT.name)), ACCOUNT.active)
                        .returning(ACCOUNT.id, ACCOUNT.name),
                insert(ACCOUNT)
                        .columns(ACCOUNT.name)
                        .from(select(ITEM.sku))
                        .onConflict()
                        .doNothing(),
                delete(ACCOUNT).where(ACCOUNT.id.eq(1)).returning(ACCOUNT.id))) {
            SqlNode copy = node.withChildren(node.children());
            assertThat(StructureKey.of(copy)).isEqualTo(StructureKey.of(node));
            assertThat(sql(copy)).isEqualTo(sql(node));
        }
    }

    @Test
    void valuesGoToTheirPlacesWhateverTheOrderOfTheColumns() {
        Insert first = insert(ACCOUNT).set(ACCOUNT.age, 1).set(ACCOUNT.name, "a");
        CompiledStatement compiled =
                new SqlCompiler(CompilerSettings.STANDARD).compileStatement(first, StructureKey.of(first));
        Insert second = insert(ACCOUNT).set(ACCOUNT.age, 2).set(ACCOUNT.name, "b");
        assertThat(compiled.sql()).isEqualTo("INSERT INTO account (name, age) VALUES (?, ?)");
        assertThat(Arrays.asList(
                        compiled.bind(StructureKey.of(second).binds(), Map.of()).values()))
                .containsExactly("b", 2);
    }

    @Test
    void conditionOfAnIndexIsALiteral() {
        assertThat(sql(named().onConflict(ACCOUNT.name).where(ACCOUNT.age.gt(5)).doNothing()))
                .isEqualTo("INSERT INTO account (name) VALUES (?) ON CONFLICT (name) WHERE age > 5 DO NOTHING");
        assertThatThrownBy(() -> named().onConflict().where(ACCOUNT.age.gt(5)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("no columns");
    }

    @Test
    void subqueriesOfUpdateAndDeleteLeaveItsTables() {
        assertThat(sql(update(ACCOUNT)
                        .set(
                                ACCOUNT.name,
                                select(func.max(ITEM.sku))
                                        .where(ITEM.accountId.eq(ACCOUNT.id))
                                        .scalarSubquery())))
                .isEqualTo("UPDATE account SET name=(SELECT max(item.sku) AS max_1 FROM item"
                        + " WHERE item.account_id = account.id)");
        assertThat(sql(delete(ACCOUNT).where(exists(select(ITEM.id).where(ITEM.accountId.eq(ACCOUNT.id))))))
                .isEqualTo("DELETE FROM account WHERE EXISTS (SELECT item.id FROM item"
                        + " WHERE item.account_id = account.id)");
    }

    @Test
    void statedOrderIsKept() {
        assertThat(sql(update(ACCOUNT)
                        .set(ACCOUNT.age, 1)
                        .set(ACCOUNT.name, "x")
                        .inStatedOrder()))
                .isEqualTo("UPDATE account SET age=?, name=?");
    }

    @Test
    void namedTablesComeBeforeFoundOnes() {
        Shop.Account other = aliased(ACCOUNT, "other");
        assertThat(sql(
                        new KeyTelling(),
                        update(ACCOUNT).set(ACCOUNT.name, ITEM.sku).from(other).where(ITEM.accountId.eq(ACCOUNT.id))))
                .isEqualTo("UPDATE account SET name=item.sku FROM account AS other, item"
                        + " WHERE item.account_id = account.id");
    }

    @Test
    void defaultsOfUpdatedTablesInAListAreAdded() {
        Table t = Table.of(
                new MetaData(),
                "t",
                spec -> spec.column("id", SqlTypes.INTEGER)
                        .column(
                                "upd",
                                SqlTypes.INTEGER,
                                c -> c.onUpdateExpression(func.call("now", SqlTypes.INTEGER))));
        Column<Integer> id = t.column("id", SqlTypes.INTEGER);
        assertThat(sql(
                        new Listing(),
                        update(ACCOUNT).set(ACCOUNT.age, 1).set(id, 2).where(id.eq(ACCOUNT.id))))
                .isEqualTo("UPDATE account, t SET t.id=?, t.upd=now(), account.age=? WHERE t.id = account.id");
    }

    @Test
    void deleteOfAnAliasNamesItInTheList() {
        Shop.Account a1 = aliased(ACCOUNT, "a1");
        assertThat(sql(new Listing(), delete(a1).where(a1.id.eq(ITEM.accountId))))
                .isEqualTo("DELETE FROM a1 USING account AS a1, item WHERE a1.id = item.account_id");
    }

    @Test
    void mergeComparesTheTargetOrEveryKeyThatIsSet() {
        assertThat(sql(
                        new Merging(),
                        named().set(ACCOUNT.id, 1).onConflict(ACCOUNT.id).doUpdate(ACCOUNT.name)))
                .isEqualTo("MERGE INTO account USING (VALUES (?, ?)) AS excluded (id, name) ON account.id = excluded.id"
                        + " WHEN MATCHED THEN UPDATE SET name = excluded.name"
                        + " WHEN NOT MATCHED THEN INSERT (id, name) VALUES (excluded.id, excluded.name)");
        assertThat(sql(new Merging(), named().onConflict().doNothing()))
                .isEqualTo("INSERT INTO account (name) VALUES (?)");
        assertThatThrownBy(
                        () -> sql(new Merging(), named().onConflict(ACCOUNT.id).doNothing()))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("set the key too");
    }

    @Test
    void mergeStandsForUpdateAndDeleteWithOneOtherTable() {
        assertThat(sql(
                        new Merging(),
                        update(ACCOUNT).set(ACCOUNT.name, ITEM.sku).where(ITEM.accountId.eq(ACCOUNT.id))))
                .isEqualTo("MERGE INTO account USING item ON item.account_id = account.id"
                        + " WHEN MATCHED THEN UPDATE SET name = item.sku");
        assertThat(sql(
                        new Merging(),
                        delete(ACCOUNT).where(ITEM.accountId.eq(ACCOUNT.id)).returning(ACCOUNT.name)))
                .isEqualTo("SELECT name FROM OLD TABLE (MERGE INTO account USING item ON item.account_id = account.id"
                        + " WHEN MATCHED THEN DELETE) AS account");
        assertThatThrownBy(() -> sql(new Merging(), delete(ACCOUNT).using(ITEM, Shop.NODE)))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("use a subquery");
    }

    @Test
    void returnedColumnsOfADeltaTableAreThoseOfTheChangedOne() {
        assertThatThrownBy(() -> sql(
                        new Merging(),
                        delete(ACCOUNT).where(ITEM.accountId.eq(ACCOUNT.id)).returning(ITEM.sku)))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("[item]");
    }

    @Test
    void duplicateKeyTakesNeitherConditionNorConstraint() {
        assertThat(sql(new Listing(), named().onConflict().doNothing()))
                .isEqualTo("INSERT INTO account (name) VALUES (?) ON DUPLICATE KEY UPDATE id = account.id");
        assertThatThrownBy(() -> sql(new Listing(), named().onConflictOf("u").doNothing()))
                .isInstanceOf(CompileException.class);
        assertThatThrownBy(() -> sql(
                        new Listing(), named().onConflict().doUpdate(set -> set.set(ACCOUNT.age, 1), ACCOUNT.active)))
                .isInstanceOf(CompileException.class);
    }

    @Test
    void keyIsToldUnaskedOnlyOfOneRow() {
        assertThat(sql(new KeyTelling(), named())).endsWith("VALUES (?) RETURNING account.id");
        assertThat(sql(new KeyTelling(), named().set(ACCOUNT.id, 1))).endsWith("VALUES (?, ?)");
        assertThat(sql(new KeyTelling(), named().inline())).endsWith("VALUES (?)");
        assertThat(sql(new KeyTelling(), named().returning(ACCOUNT.name))).endsWith("RETURNING account.name");
        assertThat(sql(
                        new KeyTelling(),
                        insert(ACCOUNT).rows(List.of("a", "b"), (row, each) -> row.set(ACCOUNT.name, each))))
                .endsWith("VALUES (?), (?)");
        Insert insert = named();
        CompiledStatement compiled = new KeyTelling().compileStatement(insert, StructureKey.of(insert));
        assertThat(compiled.returnsRows()).isTrue();
    }

    @Test
    void changeStandsInWith() {
        Cte gone = (Cte) delete(ACCOUNT)
                .where(ACCOUNT.age.gt(9))
                .returning(ACCOUNT.id, ACCOUNT.name)
                .cte("gone");
        assertThat(sql(select(gone.column(ACCOUNT.name))))
                .isEqualTo("WITH gone AS (DELETE FROM account WHERE account.age > ?"
                        + " RETURNING account.id, account.name) SELECT gone.name FROM gone");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> sql(insert(ACCOUNT).set(ITEM.sku, "x")))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("[sku]");
        assertThatThrownBy(() -> sql(update(ACCOUNT)))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("sets nothing");
        assertThatThrownBy(() -> sql(update(ACCOUNT).set(ITEM.sku, "x"))).isInstanceOf(CompileException.class);
        assertThatThrownBy(() -> sql(update(ACCOUNT).set(ACCOUNT.name, ITEM.sku)))
                .isInstanceOf(CompileException.class);
        assertThatThrownBy(() -> sql(delete(ACCOUNT).limit(3))).isInstanceOf(CompileException.class);
        assertThatThrownBy(() -> delete(ACCOUNT).limit(-1)).isInstanceOf(ArgumentException.class);
        assertThatThrownBy(() -> sql(insert(ACCOUNT).columns(ACCOUNT.name))).isInstanceOf(CompileException.class);
        assertThatThrownBy(() -> insert(ACCOUNT).from(select(ITEM.sku))).isInstanceOf(ArgumentException.class);
        assertThatThrownBy(() -> insert(ACCOUNT).columns(ACCOUNT.name).from(select(ITEM.sku, ITEM.id)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("[1] columns");
        assertThatThrownBy(() -> named().columns(ACCOUNT.age)).isInstanceOf(ArgumentException.class);
        assertThatThrownBy(() -> named().onConflict(ACCOUNT.id).doUpdate()).isInstanceOf(ArgumentException.class);
        assertThatThrownBy(() -> named().hint(Hint.keywords("; DROP TABLE account")))
                .isInstanceOf(ArgumentException.class);
        assertThatThrownBy(() -> sql(insert(ACCOUNT)
                        .rows(List.of("a"), (row, each) -> row.set(ACCOUNT.name, row.excluded(ACCOUNT.name)))))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("doUpdate");
        assertThatThrownBy(() -> insert(ACCOUNT).rows(List.of(), (row, each) -> {}))
                .isInstanceOf(ArgumentException.class);
    }

    @Test
    void manyRowsMustSetTheSameColumnsInAnyOrder() {
        Insert rows = insert(ACCOUNT)
                .rows(List.of(1), (row, n) -> row.set(ACCOUNT.name, "a").set(ACCOUNT.age, n))
                .rows(List.of(2), (row, n) -> row.set(ACCOUNT.age, n).set(ACCOUNT.name, "b"));
        assertThat(Shop.values(rows)).containsExactly("a", 1, "b", 2);
        assertThatThrownBy(() -> rows.rows(List.of(3), (row, n) -> row.set(ACCOUNT.age, n)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("Row [3]");
    }

    @Test
    void rowsOfTheOtherTablesOfADeleteAreNotReturned() {
        SqlCompiler nested = new SqlCompiler(CompilerSettings.STANDARD) {
            @Override
            protected OtherTables tablesOfDelete() {
                return yieldsRows() ? OtherTables.SUBQUERY : OtherTables.CLAUSE;
            }
        };
        var matched = delete(ACCOUNT).using(ITEM).where(ITEM.accountId.eq(ACCOUNT.id));
        assertThat(sql(nested, matched)).isEqualTo("DELETE FROM account USING item WHERE item.account_id = account.id");
        assertThat(sql(nested, matched.returning(ACCOUNT.name)))
                .endsWith("DELETE FROM account WHERE EXISTS "
                        + "(SELECT 1 FROM item WHERE item.account_id = account.id) RETURNING account.name");
        assertThatThrownBy(() -> sql(nested, matched.returning(ACCOUNT.name, ITEM.sku)))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("[account]")
                .hasMessageContaining("[item]")
                .hasMessageContaining("returning");
    }
}
