package io.athanor.sql;

import static io.athanor.sql.Shop.ACCOUNT;
import static io.athanor.sql.Shop.ITEM;
import static io.athanor.sql.Shop.NODE;
import static io.athanor.sql.Shop.sql;
import static io.athanor.sql.Shop.values;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Cte;
import io.athanor.sql.tree.DerivedTable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CteTests {
    @Test
    void oneThatAnotherUsesComesFirst() {
        Cte a = select(ACCOUNT.id).where(ACCOUNT.name.eq("x")).cte("a");
        Cte b = select(a.column(ACCOUNT.id)).cte("b");
        assertThat(sql(select(b)))
                .isEqualTo("WITH a AS (SELECT account.id AS id FROM account WHERE account.name = ?),"
                        + " b AS (SELECT a.id AS id FROM a) SELECT b.id FROM b");
    }

    @Test
    void oneInASubqueryStandsInFrontOfTheWhole() {
        Cte c = select(ACCOUNT.id).where(ACCOUNT.age.gt(1)).cte("c");
        assertThat(sql(select(ITEM.id).where(ITEM.sku.eq("s"), ITEM.accountId.in(select(c.column(ACCOUNT.id))))))
                .isEqualTo("WITH c AS (SELECT account.id AS id FROM account WHERE account.age > ?)"
                        + " SELECT item.id FROM item WHERE item.sku = ? AND item.account_id IN (SELECT c.id FROM c)");
        assertThat(values(select(ITEM.id).where(ITEM.sku.eq("s"), ITEM.accountId.in(select(c.column(ACCOUNT.id))))))
                .containsExactly(1, "s");
    }

    @Test
    void valuesFollowTheTextThroughNestedOnes() {
        Cte inner =
                select(ACCOUNT.id).where(ACCOUNT.age.gt(2)).cte("inner_rows").nesting();
        DerivedTable sub = select(inner.column(ACCOUNT.id))
                .where(inner.column(ACCOUNT.id).ne(3))
                .subquery("s");
        Cte outer = select(NODE.id).where(NODE.id.eq(1)).cte("outer_rows");
        var statement = select(sub.column(inner.column(ACCOUNT.id)), outer.column(NODE.id))
                .limit(4);
        assertThat(sql(statement))
                .isEqualTo("WITH outer_rows AS (SELECT node.id AS id FROM node WHERE node.id = ?) SELECT s.id,"
                        + " outer_rows.id AS id_1 FROM (WITH inner_rows AS (SELECT account.id AS id FROM account"
                        + " WHERE account.age > ?) SELECT inner_rows.id AS id FROM inner_rows WHERE inner_rows.id != ?)"
                        + " AS s, outer_rows LIMIT ?");
        assertThat(values(statement)).containsExactly(1, 2, 3, 4L);
    }

    @Test
    void listsInsideAreExpandedWhereTheyStand() {
        Cte c = select(ACCOUNT.id).where(ACCOUNT.name.in("a", "b")).cte("c");
        var statement = select(c.column(ACCOUNT.id)).where(c.column(ACCOUNT.id).in(7, 8, 9));
        assertThat(sql(statement)).contains("account.name IN (?, ?)").contains("c.id IN (?, ?, ?)");
        assertThat(values(statement)).containsExactly("a", "b", 7, 8, 9);
    }

    @Test
    void twoOfOneNameAreRefused() {
        Cte one = select(ACCOUNT.id).cte("c");
        Cte other = select(ITEM.id).cte("c");
        assertThatThrownBy(() -> sql(select(one.column(ACCOUNT.id), other.column(ITEM.id))))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("Two common table expressions are called [c]");
    }

    @Test
    void theRowsSoFarAreRefusedOutsideTheRecursion() {
        AtomicReference<DerivedTable> kept = new AtomicReference<>();
        select(NODE.id).recursiveCte("tree", self -> {
            kept.set(self);
            return select(NODE.id).join(self, NODE.parentId.eq(self.column(NODE.id)));
        });
        assertThatThrownBy(() -> sql(select(kept.get().column(NODE.id))))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("[tree] stands for the rows so far");
    }

    @Test
    void recursionIsPartOfTheStructure() {
        assertThat(StructureKey.of(select(tree(1)))).isEqualTo(StructureKey.of(select(tree(2))));
        assertThat(StructureKey.of(select(tree(1))))
                .isNotEqualTo(StructureKey.of(select(select(NODE.id).cte("tree"))));
        Cte plain = select(NODE.id).cte("c");
        assertThat(StructureKey.of(select(plain.materialized())))
                .isNotEqualTo(StructureKey.of(select(plain)))
                .isNotEqualTo(StructureKey.of(select(plain.nesting())));
    }

    private static Cte tree(int root) {
        return select(NODE.id)
                .where(NODE.id.eq(root))
                .recursiveCte("tree", self -> select(NODE.id).join(self, NODE.parentId.eq(self.column(NODE.id))));
    }

    @Test
    void oneThatNothingNamesIsStated() {
        assertThat(sql(select(ACCOUNT.id).with(select(ITEM.id).cte("unused"))))
                .isEqualTo("WITH unused AS (SELECT item.id AS id FROM item) SELECT account.id FROM account");
    }

    @Test
    void membersOfASetOperationShareThem() {
        Cte c = select(ACCOUNT.id).cte("c");
        assertThat(sql(select(c.column(ACCOUNT.id)).union(select(c.column(ACCOUNT.id)))))
                .isEqualTo(
                        "WITH c AS (SELECT account.id AS id FROM account) SELECT c.id FROM c UNION SELECT c.id FROM c");
    }
}
