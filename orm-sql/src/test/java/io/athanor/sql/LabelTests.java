package io.athanor.sql;

import static io.athanor.sql.Shop.ACCOUNT;
import static io.athanor.sql.Shop.ITEM;
import static io.athanor.sql.Shop.sql;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Label;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.type.SqlTypes;
import org.junit.jupiter.api.Test;

class LabelTests {
    @Test
    void repeatedColumnsGetNamesThatNobodyAsksFor() {
        assertThat(sql(select(ACCOUNT.id, ITEM.id, ITEM.id, ACCOUNT.id)))
                .isEqualTo("SELECT account.id, item.id AS id_1, item.id AS id__1, account.id AS id__2"
                        + " FROM account, item");
    }

    @Test
    void qualifiedLabelsTellRepeatsApart() {
        assertThat(sql(select(ACCOUNT.id, ACCOUNT.id).labelStyle(LabelStyle.TABLE_COLUMN)))
                .isEqualTo("SELECT account.id AS account_id, account.id AS account_id__1 FROM account");
        assertThat(sql(select(ACCOUNT.id, ACCOUNT.id).labelStyle(LabelStyle.TABLE_COLUMN_ONCE)))
                .isEqualTo("SELECT account.id AS account_id FROM account");
    }

    @Test
    void noLabelsLeaveEqualNamesEqual() {
        assertThat(sql(select(ACCOUNT.id, ITEM.id, func.count()).labelStyle(LabelStyle.NONE)))
                .isEqualTo("SELECT account.id, item.id, count(*) AS count_1 FROM account, item");
    }

    @Test
    void aCastIsCalledAsItsColumn() {
        assertThat(sql(select(ACCOUNT.age.cast(SqlTypes.BIGINT))))
                .isEqualTo("SELECT CAST(account.age AS BIGINT) AS age FROM account");
    }

    @Test
    void aCastBesideItsColumnIsTakenForARepeat() {
        assertThat(sql(select(ACCOUNT.age, ACCOUNT.age.cast(SqlTypes.BIGINT))))
                .isEqualTo("SELECT account.age, CAST(account.age AS BIGINT) AS age__1 FROM account");
    }

    @Test
    void aSignedColumnHasALabelInFromOnly() {
        Expression<Integer> negative = ACCOUNT.age.negated();
        assertThat(sql(select(negative))).isEqualTo("SELECT -account.age FROM account");
        assertThat(sql(select(select(negative).subquery())))
                .isEqualTo("SELECT anon_2.anon_1 FROM (SELECT -account.age AS anon_1 FROM account) AS anon_2");
    }

    @Test
    void columnsOfColumnsKeepTheNameThatTheyHaveThere() {
        DerivedTable inner = select(ACCOUNT.id, ITEM.id).subquery("q");
        DerivedTable outer = select(inner).subquery("r");
        assertThat(sql(select(outer)))
                .isEqualTo("SELECT r.id, r.id_1 FROM (SELECT q.id AS id, q.id_1 AS id_1 FROM"
                        + " (SELECT account.id AS id, item.id AS id_1 FROM account, item) AS q) AS r");
    }

    @Test
    void aLabelIsUsedInOrderByOnlyWhereItStandsAlone() {
        Label<Integer> next = ACCOUNT.age.plus(1).label("next");
        assertThat(sql(select(next).orderBy(next.desc().nullsLast(), next.plus(2))))
                .isEqualTo("SELECT account.age + ? AS next FROM account"
                        + " ORDER BY next DESC NULLS LAST, account.age + ? + ?");
    }

    @Test
    void aNameInOrderByMayBeTableAndColumn() {
        assertThat(sql(select(ACCOUNT.id, ITEM.id).orderBy("account_id")))
                .endsWith("FROM account, item ORDER BY account.id");
        assertThat(sql(select(ACCOUNT.id, ACCOUNT.name).orderBy("account_name")))
                .endsWith("ORDER BY account.name");
    }

    @Test
    void aNameInGroupByIsResolvedLikeOneInOrderBy() {
        Expression<Long> count = func.count();
        assertThat(sql(select(ACCOUNT.age.plus(1).label("next"), count).groupBy("next")))
                .endsWith("GROUP BY next");
        assertThatThrownBy(() -> sql(select(ACCOUNT.id, count).groupBy("1; drop table account")))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("[1; drop table account]")
                .hasMessageContaining("[id, count_1]");
    }
}
