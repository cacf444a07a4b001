package io.athanor.sql;

import static io.athanor.sql.Shop.ACCOUNT;
import static io.athanor.sql.Shop.ITEM;
import static io.athanor.sql.Shop.NODE;
import static io.athanor.sql.Shop.sql;
import static io.athanor.sql.Sql.exists;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Select;
import org.junit.jupiter.api.Test;

class SubqueryTests {
    private static Select<Integer> itemsOfAccount() {
        return select(ITEM.id).where(ITEM.accountId.eq(ACCOUNT.id));
    }

    @Test
    void onlyTheSelectAroundIsCorrelatedByItself() {
        Condition inner = select(NODE.id)
                .where(NODE.id.eq(ITEM.id), NODE.id.eq(ACCOUNT.id))
                .exists();
        Condition outer = select(ITEM.id).where(inner).exists();
        assertThat(sql(select(ACCOUNT.id).where(outer)))
                .isEqualTo("SELECT account.id FROM account WHERE EXISTS (SELECT item.id FROM item WHERE EXISTS"
                        + " (SELECT node.id FROM node, account WHERE node.id = item.id AND node.id = account.id))");
    }

    @Test
    void statedCorrelationReachesFarther() {
        Condition inner = select(NODE.id)
                .where(NODE.id.eq(ITEM.id), NODE.id.eq(ACCOUNT.id))
                .correlate(ITEM, ACCOUNT)
                .exists();
        Condition outer = select(ITEM.id).where(inner).exists();
        assertThat(sql(select(ACCOUNT.id).where(outer)))
                .endsWith("(SELECT node.id FROM node WHERE node.id = item.id AND node.id = account.id))");
    }

    @Test
    void whatIsNamedByCorrelateAloneIsCorrelated() {
        assertThat(sql(select(ACCOUNT.id, ITEM.id)
                        .where(select(NODE.id)
                                .where(NODE.id.eq(ITEM.id), NODE.id.eq(ACCOUNT.id))
                                .correlate(ITEM)
                                .exists())))
                .endsWith("(SELECT node.id FROM node, account WHERE node.id = item.id AND node.id = account.id)");
    }

    @Test
    void aSubqueryWhoseWholeFromBelongsToOthersIsRefused() {
        assertThatThrownBy(() ->
                        sql(select(ACCOUNT.id, ITEM.id).where(itemsOfAccount().exists())))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("[item, account]")
                .hasMessageContaining("correlate(…)");
    }

    @Test
    void aSubqueryInFromIsNotCorrelated() {
        DerivedTable items = itemsOfAccount().subquery("s");
        assertThat(sql(select(ACCOUNT.id, items.column(ITEM.id))))
                .isEqualTo("SELECT account.id, s.id AS id_1 FROM account, (SELECT item.id AS id FROM item, account"
                        + " WHERE item.account_id = account.id) AS s");
    }

    @Test
    void aSubqueryOfAnUpdateLeavesTheTableToIt() {
        assertThat(sql(Sql.update(ACCOUNT).set(ACCOUNT.age, itemsOfAccount().scalarSubquery())))
                .contains("(SELECT item.id FROM item WHERE item.account_id = account.id)");
    }

    @Test
    void existsOfConditionsSelectsAll() {
        assertThat(sql(select(ACCOUNT.id).where(exists(ITEM.accountId.eq(ACCOUNT.id)))))
                .endsWith("WHERE EXISTS (SELECT * FROM item WHERE item.account_id = account.id)");
    }

    @Test
    void oneSubqueryUsedTwiceIsOneElement() {
        DerivedTable items = select(ITEM.id, ITEM.sku).subquery();
        assertThat(sql(select(items.column(ITEM.id), items.column(ITEM.sku))))
                .isEqualTo(
                        "SELECT anon_1.id, anon_1.sku FROM (SELECT item.id AS id, item.sku AS sku FROM item) AS anon_1");
    }
}
