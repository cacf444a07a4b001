package io.athanor.tests.suite;

import static io.athanor.sql.Sql.aliased;
import static io.athanor.sql.Sql.all;
import static io.athanor.sql.Sql.any;
import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.dialect.Capability;
import io.athanor.sql.Sql;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Cte;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FetchMode;
import io.athanor.sql.tree.Regexp;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.Values;
import io.athanor.sql.type.SqlTypes;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.database.NormalRows;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements for which the databases have different words, or none: they mean the same everywhere, or are refused. */
public abstract class PortableQuerySuite extends DatabaseSuite {
    private ChangeTables.Account account;
    private ChangeTables.Item item;
    private Connection connection;

    protected PortableQuerySuite(Database database) {
        super(database);
    }

    @BeforeEach
    void fill() {
        ChangeTables tables = new ChangeTables(engine);
        tables.fill(engine);
        account = tables.account;
        item = tables.item;
        connection = engine.connect();
        connection.execute(insert(item)
                .rows(
                        List.of(1, 2, 3, 4),
                        (row, id) -> row.set(item.id, id)
                                .set(item.accountId, id == 4 ? null : (id + 1) / 2)
                                .set(item.sku, "s" + id)
                                .set(item.qty, id * 10)));
    }

    @AfterEach
    void closeConnection() {
        connection.close();
    }

    /** The rows as text; one of a single column without its brackets. */
    private String sorted(RowStatement<?> query) {
        String rows = NormalRows.sorted(connection.execute(query).all()).toString();
        return rows.replaceAll("\\[([^\\[\\],]+)]", "$1");
    }

    /** Run it where the database can, and else see that the refusal names what is missing and what to do. */
    private void runsWhere(Capability capability, RowStatement<?> query, String rows) {
        if (has(capability)) {
            assertThat(sorted(query)).isEqualTo(rows);
        } else {
            assertThatThrownBy(() -> connection.execute(query))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining("[" + capability + "]")
                    .hasMessageContaining("[" + engine.dialect().name() + "]")
                    .hasMessageContaining("; ");
        }
    }

    @Test
    void nestedSetOperationsKeepTheirOrder() {
        Select<Integer> few = select(account.id).where(account.age.le(10));
        Select<Integer> all = select(account.id);
        Select<Integer> some = select(item.id).where(item.qty.ge(20));
        assertThat(connection.execute(all.except(few.union(some)).orderBy("id")).all())
                .isEmpty();
        assertThat(connection.execute(all.except(few).union(some).orderBy("id")).all())
                .containsExactly(2, 3, 4);
        assertThat(connection
                        .execute(all.except(few.intersect(some)).orderBy("id"))
                        .all())
                .containsExactly(1, 2, 3);
    }

    @Test
    void membersOfASetOperationHaveOrderAndLimitOfTheirOwn() {
        Select<Integer> youngest = select(account.age).orderBy(account.age).limit(1);
        Select<Integer> largest = select(item.qty).orderBy(item.qty.desc()).limit(1);
        assertThat(connection.execute(youngest.unionAll(largest)).all()).containsExactlyInAnyOrder(10, 40);
        assertThat(connection
                        .execute(select(func.count())
                                .from(youngest.unionAll(largest).subquery("u")))
                        .one())
                .isEqualTo(2);
    }

    @Test
    void anyAndAllOfASubqueryMeanInAndNotIn() {
        Select<Integer> owners = select(item.accountId).where(item.accountId.isNotNull());
        assertThat(connection
                        .execute(select(account.name)
                                .where(account.id.eq(any(owners)))
                                .orderBy(account.name))
                        .all())
                .containsExactly("ed", "wendy");
        assertThat(connection
                        .execute(select(account.name).where(account.id.ne(all(owners))))
                        .all())
                .containsExactly("mary");
        assertThat(connection
                        .execute(select(account.name)
                                .where(account.id.ne(all(owners)).not())
                                .orderBy(account.name))
                        .all())
                .containsExactly("ed", "wendy");
    }

    @Test
    void plainFetchLimits() {
        assertThat(connection
                        .execute(select(account.age).orderBy(account.age).fetch(1))
                        .all())
                .containsExactly(10);
        assertThat(connection
                        .execute(select(account.age)
                                .orderBy(account.age)
                                .offset(1)
                                .fetch(1))
                        .all())
                .containsExactly(20);
    }

    @Test
    void fetchWithTiesAndPercentNeedTheirCapabilities() {
        Select<Integer> sorted = select(item.qty).orderBy(item.accountId.desc().nullsLast());
        runsWhere(Capability.FETCH_WITH_TIES, sorted.fetch(Sql.value(1), FetchMode.ROWS_WITH_TIES), "[30]");
        runsWhere(
                Capability.FETCH_PERCENT,
                select(item.qty).orderBy(item.qty).fetch(Sql.value(50), FetchMode.PERCENT),
                "[10, 20]");
    }

    @Test
    void whatHasNoWordsIsRefused() {
        runsWhere(
                Capability.LATERAL,
                select(select(item.qty.label("q"))
                                .where(item.accountId.eq(account.id), item.qty.gt(10))
                                .lateral("l")
                                .column("q", SqlTypes.INTEGER))
                        .from(account),
                "[20, 30]");
        runsWhere(
                Capability.FULL_JOIN,
                select(account.name, item.sku).from(account).fullJoin(item, item.accountId.eq(account.id)),
                "[[ed, s1], [ed, s2], [mary, null], [null, s4], [wendy, s3]]");
        runsWhere(
                Capability.DISTINCT_ON,
                select(item.qty)
                        .distinctOn(item.accountId)
                        .where(item.accountId.isNotNull())
                        .orderBy(item.accountId, item.qty),
                "[10, 30]");
    }

    @Test
    void repeatedRowsAndAggregatesNeedTheirCapabilities() {
        runsWhere(Capability.INTERSECT_ALL, select(account.id).exceptAll(select(item.id)), "[]");
        runsWhere(Capability.INTERSECT_ALL, select(account.id).intersectAll(select(item.id)), "[1, 2, 3]");
        runsWhere(Capability.AGGREGATE_FILTER, select(func.count(item.id).filter(item.qty.gt(20))), "[2]");
        runsWhere(
                Capability.CHANGES_IN_WITH,
                select(Cte.of(delete(item).where(item.id.eq(4)).returning(item.id), "gone")
                        .column("id", SqlTypes.INTEGER)),
                "[4]");
        runsWhere(
                Capability.RECURSIVE_DISTINCT_CTES,
                select(select(account.id.label("i"))
                        .where(account.id.eq(1))
                        .recursiveDistinctCte(
                                "r",
                                self -> select(account.id)
                                        .where(account.id.le(self.column("i", SqlTypes.INTEGER)
                                                .plus(1))))
                        .column("i", SqlTypes.INTEGER)),
                "[1, 2, 3]");
        runsWhere(Capability.REGULAR_EXPRESSIONS, select(account.name).where(account.name.regexp("^w")), "[wendy]");
    }

    @Test
    void valuesHaveNamesInFromOrInWith() {
        Values values = Values.of(
                "v",
                spec -> spec.column("x", SqlTypes.INTEGER)
                        .column("y", SqlTypes.STRING)
                        .row(1, "a")
                        .row(2, "b"));
        runsWhere(Capability.VALUES_IN_FROM, select(values.column("y", SqlTypes.STRING)), "[a, b]");
        assertThat(sorted(select(values.cte("w").column("y", SqlTypes.STRING)))).isEqualTo("[a, b]");
    }

    /** A user who registers a function has it written by a rule, which the refusal must not prevent. */
    @Test
    void aRuleOfTheUsersIsNotRefused() {
        CompileRules rules = CompileRules.NONE.with(
                Regexp.class,
                (node, out) -> out.compile(node.value()).append(" = ").compile(node.pattern()));
        connection.commit();
        connection.close();
        try (Engine own = Engine.of(
                        source, options -> options.dialect(database.dialect()).rules(rules));
                Connection other = own.connect()) {
            assertThat(other.execute(select(account.name).where(account.name.regexp("ed")))
                            .all())
                    .containsExactly("ed");
        }
    }

    @Test
    void deleteUsesOtherTables() {
        connection.execute(delete(item).using(account).where(item.accountId.eq(account.id), account.age.eq(10)));
        assertThat(sorted(select(item.id))).isEqualTo("[3, 4]");
        ChangeTables.Item other = aliased(item, "other");
        connection.execute(delete(item).where(item.id.lt(other.id), other.sku.eq("s4"), other.qty.eq(40)));
        assertThat(sorted(select(item.id))).isEqualTo("[4]");
    }

    @Test
    void updateTakesValuesFromOtherTables() {
        connection.execute(update(item)
                .set(item.qty, account.age.plus(item.qty))
                .set(item.sku, "x")
                .where(item.accountId.eq(account.id), account.age.lt(15)));
        assertThat(sorted(select(item.qty, item.sku))).isEqualTo("[[20, x], [30, s3], [30, x], [40, s4]]");
    }

    @Test
    void updateUsesSeveralTables() {
        ChangeTables.Item other = aliased(item, "other");
        connection.execute(update(item)
                .set(item.qty, account.age.plus(other.qty))
                .where(item.accountId.eq(account.id), other.id.eq(4), account.name.eq("wendy")));
        assertThat(sorted(select(item.qty))).isEqualTo("[10, 20, 40, 60]");
    }

    @Test
    void aRowWithSeveralPartnersIsChangedOnce() {
        long changed = connection.execute(
                update(account).set(account.name, "owner").where(item.accountId.eq(account.id), account.id.eq(1)));
        assertThat(changed).isEqualTo(1);
    }

    @Test
    void changesUseCommonTableExpressions() {
        Cte few = select(item.accountId, item.qty).where(item.qty.gt(20)).cte("few");
        connection.execute(
                update(account).set(account.age, 99).where(account.id.in(select(few.column(item.accountId)))));
        assertThat(sorted(select(account.age))).isEqualTo("[10, 30, 99]");
        connection.execute(update(account)
                .set(account.age, few.column(item.qty))
                .where(account.id.eq(few.column(item.accountId))));
        assertThat(sorted(select(account.age))).isEqualTo("[10, 30, 30]");
        connection.execute(delete(item)
                .where(
                        item.accountId.in(select(few.column(item.accountId))),
                        item.id.in(select(item.id).where(item.qty.in(select(few.column(item.qty)))))));
        assertThat(sorted(select(item.id))).isEqualTo("[1, 2, 4]");
        Cte all = select(item.id.plus(10).label("n"), item.sku).cte("al");
        connection.execute(insert(item)
                .columns(item.id, item.sku)
                .from(select(all.column("n", SqlTypes.INTEGER), all.column(item.sku))));
        assertThat(sorted(select(item.id))).isEqualTo("[11, 12, 14, 1, 2, 4]");
    }

    @Test
    void quotientsOfIntegersLoseTheirFractionWhenRead() {
        Expression<Integer> half = item.qty.divide(item.id.times(4));
        Select<Integer> seven = select(account.age.minus(3).divide(2)).where(account.id.eq(1));
        assertThat(connection.execute(seven).one()).isEqualTo(3);
        assertThat(connection
                        .execute(select(account.age.minus(17).divide(2)).where(account.id.eq(1)))
                        .one())
                .isEqualTo(-3);
        assertThat(connection
                        .execute(select(half.plus(half)).where(item.id.eq(1)))
                        .one())
                .isEqualTo(5);
        assertThat(connection
                        .execute(select(item.id.plus(half)).where(item.id.eq(1)))
                        .one())
                .isEqualTo(3);
        assertThat(connection
                        .execute(select(half.typeCoerce(SqlTypes.DOUBLE)).where(item.id.eq(1)))
                        .one())
                .isEqualTo(2.5);
        assertThat(connection.execute(select(item.id).where(half.eq(2))).all()).isEmpty();
        assertThat(connection
                        .execute(select(func.max(half).label("h")).where(item.id.gt(0)))
                        .one())
                .isEqualTo(2);
        assertThat(connection
                        .execute(select(half.divide(2).floorDivide(1)).where(item.id.eq(1)))
                        .one())
                .isEqualTo(1);
    }

    @Test
    void floorDivisionTakesBoundValues() {
        assertThat(connection
                        .execute(select(account.age.plus(1).floorDivide(4)).where(account.id.eq(1)))
                        .one())
                .isEqualTo(2);
        assertThat(connection
                        .execute(select(item.qty.floorDivide(item.id.plus(2))).where(item.id.eq(1)))
                        .one())
                .isEqualTo(3);
        assertThat(connection
                        .execute(select(func.call(
                                        "floor",
                                        SqlTypes.INTEGER,
                                        account.age.minus(17).divide(2)))
                                .where(account.id.eq(1)))
                        .one())
                .isEqualTo(-4);
    }

    @Test
    void decimalsCompareWithExpressionsAsNumbers() {
        assertThat(connection
                        .execute(select(item.accountId)
                                .where(item.accountId.isNotNull())
                                .groupBy(item.accountId)
                                .having(func.avg(item.qty).gt(new BigDecimal("15.5"))))
                        .all())
                .containsExactly(2);
        assertThat(connection
                        .execute(select(item.id)
                                .where(item.qty
                                        .cast(SqlTypes.NUMERIC)
                                        .times(new BigDecimal("1.5"))
                                        .lt(new BigDecimal("20"))))
                        .all())
                .containsExactly(1);
    }

    @Test
    void averagesKeepTheirFraction() {
        assertThat(connection
                        .execute(select(func.avg(item.qty)).where(item.id.in(1, 2)))
                        .one())
                .isEqualByComparingTo(new BigDecimal("15"));
        assertThat(connection
                        .execute(select(func.avg(item.id)).where(item.id.in(1, 2)))
                        .one())
                .isEqualByComparingTo(new BigDecimal("1.5"));
    }

    @Test
    void aQuotientThatDoesNotFitIsRefused() {
        Expression<Integer> large =
                account.age.divide(account.age).times(Integer.MAX_VALUE).times(3);
        assertThatThrownBy(() -> connection
                        .execute(select(large).where(account.id.eq(1)))
                        .one())
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("typeCoerce");
    }
}
