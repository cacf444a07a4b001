package io.athanor.examples.core;

import static io.athanor.examples.core.Schema.ACCOUNT;
import static io.athanor.examples.core.Schema.ITEM;
import static io.athanor.examples.core.Schema.LABEL;
import static io.athanor.examples.core.Schema.NODE;
import static io.athanor.examples.core.Schema.NODE_ID;
import static io.athanor.examples.core.Schema.PARENT_ID;
import static io.athanor.sql.Sql.aliased;
import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.any;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.orderBy;
import static io.athanor.sql.Sql.partitionBy;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.when;
import static io.athanor.sql.tree.FrameBound.CURRENT_ROW;
import static io.athanor.sql.tree.FrameBound.UNBOUNDED_PRECEDING;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.TIMESTAMP;
import static java.util.Objects.requireNonNull;

import io.athanor.engine.Connection;
import io.athanor.engine.dialect.Capability;
import io.athanor.examples.Checks;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Queries of every shape. */
final class Queries {
    private static final int ADULT = 18;
    private static final int OLD = 65;

    private final Connection connection;
    private final Checks checks;

    Queries(Connection connection, Checks checks) {
        this.connection = connection;
        this.checks = checks;
    }

    void run() {
        tree();
        windows();
        lateral();
        sets();
        expressions();
        whole();
        aliases();
        dynamic(Optional.of("bob"), Optional.of(ADULT), "name", List.of("bob"));
        dynamic(Optional.empty(), Optional.of(ADULT), "name", List.of("bob", "cyd"));
        dynamic(Optional.empty(), Optional.empty(), "age", List.of("ann", "ed", "bob", "cyd"));
    }

    private void tree() {
        DerivedTable tree = select(NODE_ID, PARENT_ID)
                .where(PARENT_ID.isNull())
                .recursiveCte(
                        "tree", self -> select(NODE_ID, PARENT_ID).join(self, PARENT_ID.eq(self.column(NODE_ID))));
        List<Row> rows = connection
                .execute(select(tree.column(NODE_ID), LABEL)
                        .join(NODE, NODE_ID.eq(tree.column(NODE_ID)))
                        .orderBy(LABEL))
                .all();
        List<String> labels = rows.stream().map(row -> row.get(LABEL)).toList();
        checks.show("the tree", labels, List.of("leaf", "left", "right", "root"));
    }

    private void windows() {
        var running = func.sum(ITEM.price)
                .over(partitionBy(ITEM.accountId).orderBy(ITEM.id).rows(UNBOUNDED_PRECEDING, CURRENT_ROW))
                .label("running");
        var rank = func.rowNumber().over(orderBy(ITEM.price.desc().nullsLast()));
        List<String> sums = new ArrayList<>();
        for (Row row : connection.execute(select(ITEM.id, running, rank).orderBy(ITEM.id))) {
            BigDecimal sum = requireNonNull(row.get(running));
            long place = requireNonNull(row.get(rank));
            sums.add(sum.stripTrailingZeros().toPlainString() + " at " + place);
        }
        checks.show("running sums and ranks", sums, List.of("5 at 2", "8.5 at 3", "9 at 1"));
    }

    /** Not every database has LATERAL. One that has not says so before anything is sent, with what to do instead. */
    private void lateral() {
        var top = select(ITEM.id, ITEM.price)
                .where(ITEM.accountId.eq(ACCOUNT.id))
                .orderBy(ITEM.price.desc())
                .limit(1)
                .lateral("top");
        var dearest = select(ACCOUNT.name, top.column(ITEM.price))
                .join(top, value(true))
                .orderBy(ACCOUNT.name);
        if (checks.has(Capability.LATERAL)) {
            List<String> found = connection.execute(dearest).all().stream()
                    .map(row -> row.get(ACCOUNT.name) + " " + plain(row.get(top.column(ITEM.price))))
                    .toList();
            checks.show("dearest items", found, List.of("ann 5", "bob 9"));
        } else {
            checks.refused("LATERAL", CompileException.class, () -> connection.execute(dearest));
        }
    }

    private static String plain(@Nullable BigDecimal number) {
        return requireNonNull(number).stripTrailingZeros().toPlainString();
    }

    private void sets() {
        List<String> both = connection
                .execute(select(ACCOUNT.name)
                        .union(select(LABEL))
                        .except(select(ACCOUNT.fullName).where(ACCOUNT.fullName.isNotNull()))
                        .orderBy("name")
                        .limit(3))
                .all();
        checks.show("names and labels", both, List.of("ann", "bob", "cyd"));
    }

    private void expressions() {
        Expression<String> size = when(ACCOUNT.age.lt(ADULT), "child")
                .when(ACCOUNT.age.gt(OLD), "old")
                .otherwise("adult");
        Expression<Long> wide = ACCOUNT.age.cast(BIGINT);
        Expression<String> name = func.coalesce(ACCOUNT.fullName, ACCOUNT.name);
        Expression<String> orX = func.coalesce(ACCOUNT.fullName, "x");
        Row row = connection
                .execute(select(size, wide, name, orX).where(ACCOUNT.name.eq("cyd")))
                .one();
        checks.show("size", row.get(size), "old");
        checks.show("age as a long", row.get(wide), 70L);
        checks.show("full name or name", row.get(name), "cyd");
        checks.show("full name or x", row.get(orX), "x");
        Expression<BigDecimal> total = ITEM.price.times(ITEM.qty).plus(5).label("total");
        List<String> totals = connection.execute(select(total).orderBy(total.desc())).all().stream()
                .map(each -> each.stripTrailingZeros().toPlainString())
                .toList();
        checks.show("totals", totals, List.of("15", "14", "8.5"));
        List<Row> groups = connection
                .execute(select(ITEM.accountId, func.count())
                        .groupBy(ITEM.accountId)
                        .having(func.count().gt(1L)))
                .all();
        checks.show("accounts with several items", groups.size(), 1);
    }

    /** Much at once: cases, casts, decimals, lengths of time, groups and their conditions, sorting by a label. */
    private void whole() {
        var size = when(ACCOUNT.age.lt(ADULT), "child")
                .when(ACCOUNT.age.gt(OLD), "old")
                .otherwise("adult")
                .label("size");
        var who = when(ACCOUNT.name.isNull(), ACCOUNT.fullName)
                .otherwise(ACCOUNT.name)
                .label("who");
        var wide = ACCOUNT.age.cast(BIGINT).label("wide");
        var total = ITEM.price.times(ITEM.qty).plus(5).label("total");
        var name = func.coalesce(ACCOUNT.fullName, ACCOUNT.name).label("either");
        var orX = func.coalesce(ACCOUNT.fullName, "x").label("or_x");
        Expression<Duration> old = func.now().since(ACCOUNT.created);
        Expression<Boolean> fresh =
                ACCOUNT.created.gt(func.now().typeCoerce(TIMESTAMP).minus(Duration.ofDays(3)));
        List<Row> rows = connection
                .execute(select(size, who, wide, total, name, orX)
                        .join(ITEM, ITEM.accountId.eq(ACCOUNT.id))
                        .where(fresh)
                        .groupBy(size, who, wide, total, name, orX)
                        .having(func.count().ge(1L))
                        .orderBy(total.asc()))
                .all();
        checks.show(
                "of each group",
                rows.stream()
                        .map(row -> row.get(size) + " " + row.get(who) + " " + row.get(wide) + " "
                                + plain(row.get(total)) + " " + row.get(name) + " " + row.get(orX))
                        .toList(),
                List.of("child ann 2 8.5 ann x", "child ann 2 15 ann x"));
        Duration age = requireNonNull(
                connection.execute(select(old).where(ACCOUNT.name.eq("ann"))).one());
        checks.show("age of Ann's account is less than a day", age.abs().compareTo(Duration.ofDays(1)) < 0, true);
    }

    private void aliases() {
        Account older = aliased(ACCOUNT, "a1");
        List<Row> pairs = connection
                .execute(select(ACCOUNT.name, older.name).where(ACCOUNT.age.lt(older.age), ACCOUNT.name.eq("bob")))
                .all();
        checks.show(
                "older than Bob", pairs.stream().map(row -> row.get(older.name)).toList(), List.of("cyd"));
        List<String> some = connection
                .execute(select(ACCOUNT.name, older.name)
                        .where(ACCOUNT.age.lt(older.age), ACCOUNT.age.eq(any(select(ITEM.qty)))))
                .map(row -> row.get(ACCOUNT.name) + " " + row.get(older.name))
                .all()
                .stream()
                .sorted()
                .toList();
        checks.show("of an age that is a quantity", some, List.of("ann bob", "ann cyd", "ann ed"));
        DerivedTable parent = NODE.as("n2");
        List<Row> leaves = connection
                .execute(select(LABEL, parent.column(LABEL))
                        .where(PARENT_ID.eq(parent.column(NODE_ID)), LABEL.eq("leaf")))
                .all();
        checks.show("parent of the leaf", leaves.get(0).get(parent.column(LABEL)), "left");
    }

    /** Conditions collected at run time, and an order by a column that is known by name only. */
    private void dynamic(Optional<String> name, Optional<Integer> minAge, String sortBy, List<String> expected) {
        List<Condition> where = new ArrayList<>();
        name.ifPresent(n -> where.add(ACCOUNT.name.eq(n)));
        minAge.ifPresent(a -> where.add(ACCOUNT.age.ge(a)));
        List<Expression<?>> columns = new ArrayList<>(List.of(ACCOUNT.id, ACCOUNT.name));
        columns.add(ACCOUNT.age);
        List<Row> rows = connection
                .execute(select(columns.toArray(new Expression<?>[0]))
                        .where(and(where))
                        .orderBy(ACCOUNT.column(sortBy)))
                .all();
        checks.show(
                "sorted by " + sortBy,
                rows.stream().map(row -> row.get(ACCOUNT.name)).toList(),
                expected);
    }
}
