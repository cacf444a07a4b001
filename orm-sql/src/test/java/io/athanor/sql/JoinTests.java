package io.athanor.sql;

import static io.athanor.sql.Shop.ACCOUNT;
import static io.athanor.sql.Shop.ITEM;
import static io.athanor.sql.Shop.NODE;
import static io.athanor.sql.Shop.sql;
import static io.athanor.sql.Sql.aliased;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.Shop.Account;
import io.athanor.sql.Shop.Item;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.BooleanConstant;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Values;
import org.junit.jupiter.api.Test;

class JoinTests {
    @Test
    void whatIsJoinedIsNoElementOfItsOwn() {
        assertThat(sql(select(ITEM.sku, ACCOUNT.id).from(ACCOUNT).join(ITEM).where(NODE.id.eq(1))))
                .isEqualTo("SELECT item.sku, account.id FROM account JOIN item ON account.id = item.account_id, node"
                        + " WHERE node.id = ?");
    }

    @Test
    void theRightSideOfANestedJoinStandsInParentheses() {
        assertThat(sql(select(ACCOUNT.id).from(ACCOUNT.leftJoin(ITEM.join(NODE, NODE.id.eq(ITEM.id))))))
                .isEqualTo("SELECT account.id FROM account LEFT OUTER JOIN (item JOIN node ON node.id = item.id)"
                        + " ON account.id = item.account_id");
    }

    @Test
    void aliasesOfATableTakeItsForeignKeys() {
        Account owner = aliased(ACCOUNT, "owner");
        Item part = aliased(ITEM);
        assertThat(sql(select(owner.name, part.sku).from(owner).join(part)))
                .isEqualTo("SELECT owner.name, item_1.sku FROM account AS owner JOIN item AS item_1"
                        + " ON owner.id = item_1.account_id");
    }

    @Test
    void anAliasIsTheSameStructureEachTime() {
        assertThat(StructureKey.of(select(aliased(ACCOUNT, "a").id)))
                .isEqualTo(StructureKey.of(select(aliased(ACCOUNT, "a").id)))
                .isNotEqualTo(StructureKey.of(select(aliased(ACCOUNT, "b").id)));
        Account one = aliased(ACCOUNT, "a");
        Account other = aliased(ACCOUNT, "a");
        assertThat(StructureKey.of(select(one.id, other.id))).isNotEqualTo(StructureKey.of(select(one.id, one.id)));
    }

    @Test
    void aTableThatNoClassStandsForHasNoTypedAlias() {
        MetaData meta = new MetaData();
        Table plain = Table.of(meta, "plain", t -> t.column("id", INTEGER));
        assertThat(sql(select(plain.as("p").column("id", INTEGER)))).isEqualTo("SELECT p.id FROM plain AS p");
    }

    @Test
    void aJoinThatCanStartFromSeveralSidesIsRefused() {
        Item other = aliased(ITEM, "other");
        assertThatThrownBy(() -> sql(select(ITEM.id, other.id).join(ACCOUNT)))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("can start from each of [item, other]")
                .hasMessageContaining("from(…)");
    }

    @Test
    void aJoinWithoutForeignKeyIsRefused() {
        assertThatThrownBy(() -> sql(select(NODE.id).join(ACCOUNT)))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("Join to [account] has no left side")
                .hasMessageContaining("[node]");
        assertThatThrownBy(() -> sql(select(NODE.id).from(NODE.join(ACCOUNT))))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("No foreign key between [node] and [account]");
    }

    @Test
    void twoForeignKeysBetweenTheSidesAreRefused() {
        MetaData meta = new MetaData();
        Table city = Table.of(meta, "city", t -> t.column("id", INTEGER, c -> c.primaryKey()));
        Table trip = Table.of(
                meta,
                "trip",
                t -> t.column("a", INTEGER, c -> c.references("city.id"))
                        .column("b", INTEGER, c -> c.references("city.id")));
        assertThatThrownBy(() -> sql(select(trip.column("a", INTEGER)).join(city)))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("[2] foreign keys between [trip] and [city]");
    }

    @Test
    void aSubqueryMayHaveTheColumnsOfAForeignKey() {
        DerivedTable items = select(ITEM.accountId.label("owner")).subquery("s");
        assertThat(sql(select(ACCOUNT.id).join(items)))
                .endsWith("FROM account JOIN (SELECT item.account_id AS owner FROM item) AS s"
                        + " ON account.id = s.owner");
    }

    @Test
    void aLateralSubqueryLeavesTheElementsBeforeItToTheSelect() {
        DerivedTable top =
                select(ITEM.sku).where(ITEM.accountId.eq(ACCOUNT.id)).limit(1).lateral("top");
        assertThat(sql(select(ACCOUNT.id, top.column(ITEM.sku)).outerJoin(top, BooleanConstant.TRUE)))
                .isEqualTo("SELECT account.id, top.sku FROM account LEFT OUTER JOIN LATERAL (SELECT item.sku AS sku"
                        + " FROM item WHERE item.account_id = account.id LIMIT ?) AS top ON true");
    }

    @Test
    void aRowOfValuesMustFitTheColumns() {
        assertThatThrownBy(() -> Values.of("v", v -> v.column("x", INTEGER).row(1, 2)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("[2] values for [1] columns [x]");
        assertThatThrownBy(() -> Values.of("v", v -> v.column("x", INTEGER).row("a")))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("Column [x] holds [java.lang.Integer], not [a]");
        assertThatThrownBy(() -> Values.of("v", v -> v.column("x", INTEGER)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("[0] rows");
    }

    @Test
    void literalValuesAreAStructureOfTheirOwn() {
        assertThat(StructureKey.of(select(literals(1)))).isNotEqualTo(StructureKey.of(select(literals(2))));
        assertThat(StructureKey.of(select(bound(1)))).isEqualTo(StructureKey.of(select(bound(2))));
    }

    private static Values bound(int value) {
        return Values.of("v", v -> v.column("x", INTEGER).row(value));
    }

    private static Values literals(int value) {
        return bound(value).literals();
    }
}
