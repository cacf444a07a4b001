package io.athanor.sql;

import static io.athanor.sql.Shop.ACCOUNT;
import static io.athanor.sql.Shop.ITEM;
import static io.athanor.sql.Shop.NODE;
import static io.athanor.sql.Shop.sql;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SetOperation;
import io.athanor.sql.tree.SetOperator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetOperationTests {
    private static final Select<Integer> A = select(ACCOUNT.id);
    private static final Select<Integer> B = select(ITEM.id);
    private static final Select<Integer> C = select(NODE.id);

    @Test
    void aChainOfOneOperatorNeedsNoParentheses() {
        assertThat(sql(A.union(B).union(C)))
                .isEqualTo(
                        "SELECT account.id FROM account UNION SELECT item.id FROM item UNION SELECT node.id FROM node");
        assertThat(sql(A.union(B).unionAll(C))).startsWith("(SELECT account.id FROM account UNION SELECT");
        assertThat(sql(A.except(B.except(C)))).contains("EXCEPT (SELECT item.id");
    }

    @Test
    void aChainThatIsLimitedStaysAMember() {
        assertThat(sql(A.union(B).limit(1).union(C))).startsWith("(SELECT").contains("LIMIT ?) UNION SELECT node.id");
    }

    @Test
    void membersThatAreStatedSideBySideKeepTheirParentheses() {
        assertThat(sql(SetOperation.of(SetOperator.UNION, List.of(A.union(B), C))))
                .startsWith("(SELECT");
    }

    @Test
    void orderNamesColumnsWithoutTheirTable() {
        assertThat(sql(A.union(B).orderBy(ACCOUNT.id.desc())))
                .endsWith("UNION SELECT item.id FROM item ORDER BY id DESC");
        assertThat(sql(A.union(B).orderBy("id"))).endsWith("ORDER BY id");
        assertThatThrownBy(() -> sql(A.union(B).orderBy("sku")))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("[sku]");
    }

    @Test
    void differentNumbersOfColumnsAreRefused() {
        assertThatThrownBy(() -> select(ACCOUNT.id, ACCOUNT.name).union(select(ITEM.id, ITEM.sku, ITEM.accountId)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining(
                        "Statement [1] of a set operation selects [2] columns, statement [2] selects [3]");
    }

    @Test
    void theOperatorIsPartOfTheStructure() {
        assertThat(StructureKey.of(A.union(B)))
                .isEqualTo(StructureKey.of(A.union(B)))
                .isNotEqualTo(StructureKey.of(A.unionAll(B)))
                .isNotEqualTo(StructureKey.of(B.union(A)));
        assertThat(StructureKey.of(A.union(B).limit(1)))
                .isEqualTo(StructureKey.of(A.union(B).limit(2)));
        assertThat(StructureKey.of(A.union(B).limit(1)))
                .isNotEqualTo(StructureKey.of(A.union(B).offset(1)));
    }

    @Test
    void membersLeaveTheirFromToTheSelectAround() {
        Select<Integer> mine = select(ITEM.id).where(ITEM.accountId.eq(ACCOUNT.id));
        assertThat(sql(select(ACCOUNT.name).where(mine.union(C).exists())))
                .endsWith("WHERE EXISTS (SELECT item.id FROM item WHERE item.account_id = account.id"
                        + " UNION SELECT node.id FROM node)");
    }
}
