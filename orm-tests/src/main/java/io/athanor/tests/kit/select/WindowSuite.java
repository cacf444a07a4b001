package io.athanor.tests.kit.select;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.orderBy;
import static io.athanor.sql.Sql.partitionBy;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.FrameBound;
import io.athanor.sql.tree.FrameExclusion;
import io.athanor.sql.tree.FunctionCall;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Window;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Window functions. */
@Requires(Capability.WINDOWS)
public abstract class WindowSuite extends KitSuite {
    private final Table t = table(
            "win_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("grp", string(10))
                    .column("x", INTEGER));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<String> group = column(t, "grp", STRING);
    private final NamedColumn<Integer> x = column(t, "x", INTEGER);

    /** Create the suite. */
    protected WindowSuite() {}

    @Override
    protected void insertRows() {
        rows(t, row(1, "a", 1), row(2, "a", 2), row(3, "a", 2), row(4, "b", 5), row(5, "b", 10));
    }

    private <T> List<T> over(FunctionCall<T> function, Window window) {
        return all(select(id, function.over(window).label("w")).orderBy(id)).stream()
                .map(row -> row.get("w", function.type().javaType()))
                .toList();
    }

    @Test
    void rowNumber() {
        assertThat(over(func.rowNumber(), orderBy(id.desc()))).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void rank() {
        assertThat(over(func.rank(), orderBy(x))).containsExactly(1L, 2L, 2L, 4L, 5L);
    }

    @Test
    void denseRank() {
        assertThat(over(func.denseRank(), orderBy(x))).containsExactly(1L, 2L, 2L, 3L, 4L);
    }

    @Test
    void ntile() {
        assertThat(over(func.ntile(2), orderBy(id))).containsExactly(1L, 1L, 1L, 2L, 2L);
    }

    @Test
    void partitions() {
        assertThat(over(func.rowNumber(), partitionBy(group).orderBy(id))).containsExactly(1L, 2L, 3L, 1L, 2L);
    }

    @Test
    void aggregateOfPartition() {
        assertThat(over(func.max(x), partitionBy(group))).containsExactly(2, 2, 2, 10, 10);
    }

    @Test
    void aggregateOfAllRows() {
        assertThat(all(select(id, func.count().over().label("w"))))
                .extracting(row -> row.get("w", Long.class))
                .containsOnly(5L);
    }

    @Test
    void runningSum() {
        assertThat(over(func.sum(x, BIGINT), orderBy(id))).containsExactly(1L, 3L, 5L, 10L, 20L);
    }

    @Test
    void lagAndLead() {
        assertThat(over(func.lag(x), orderBy(id))).containsExactly(null, 1, 2, 2, 5);
        assertThat(over(func.lead(x), orderBy(id))).containsExactly(2, 2, 5, 10, null);
    }

    @Test
    void lagOfADistance() {
        assertThat(over(func.lag(x, 2), orderBy(id))).containsExactly(null, null, 1, 2, 2);
    }

    @Test
    void firstAndLastValue() {
        assertThat(over(func.firstValue(x), partitionBy(group).orderBy(id))).containsExactly(1, 1, 1, 5, 5);
        assertThat(over(
                        func.lastValue(x),
                        partitionBy(group)
                                .orderBy(id)
                                .rows(FrameBound.UNBOUNDED_PRECEDING, FrameBound.UNBOUNDED_FOLLOWING)))
                .containsExactly(2, 2, 2, 10, 10);
    }

    @Test
    void rowsBeforeAndAfter() {
        assertThat(over(func.sum(x, BIGINT), orderBy(id).rows(FrameBound.preceding(1), FrameBound.following(1))))
                .containsExactly(3L, 5L, 9L, 17L, 15L);
    }

    @Test
    void rowsFromTheBegin() {
        assertThat(over(func.sum(x, BIGINT), orderBy(id).rows(FrameBound.UNBOUNDED_PRECEDING, FrameBound.CURRENT_ROW)))
                .containsExactly(1L, 3L, 5L, 10L, 20L);
    }

    @Test
    void rangeFromTheBeginTakesEqualRowsTogether() {
        assertThat(over(func.sum(x, BIGINT), orderBy(x).range(FrameBound.UNBOUNDED_PRECEDING, FrameBound.CURRENT_ROW)))
                .containsExactly(1L, 5L, 5L, 10L, 20L);
    }

    @Requires(Capability.RANGE_FRAMES)
    @Test
    void rangeOfValues() {
        assertThat(over(func.count(), orderBy(x).range(FrameBound.preceding(1), FrameBound.following(3))))
                .containsExactly(3L, 4L, 4L, 1L, 1L);
    }

    @Requires(Capability.GROUPS_FRAMES)
    @Test
    void groupsOfEqualRows() {
        assertThat(over(func.count(), orderBy(x).groups(FrameBound.preceding(1), FrameBound.CURRENT_ROW)))
                .containsExactly(1L, 3L, 3L, 3L, 2L);
    }

    @Requires(Capability.FRAME_EXCLUSION)
    @Test
    void frameWithoutTheRowItself() {
        assertThat(over(
                        func.sum(x, BIGINT),
                        orderBy(id)
                                .rows(FrameBound.preceding(1), FrameBound.following(1))
                                .exclude(FrameExclusion.CURRENT_ROW)))
                .containsExactly(2L, 3L, 7L, 12L, 5L);
    }

    @Test
    void inOrder() {
        assertThat(all(select(id).orderBy(func.rowNumber().over(orderBy(x.desc())), id)))
                .startsWith(5, 4);
    }

    @Test
    void inSubqueryIsFilteredOn() {
        DerivedTable ranked = select(
                        id,
                        func.rowNumber()
                                .over(partitionBy(group).orderBy(x.desc(), id))
                                .label("n"))
                .subquery("ranked");
        assertThat(all(select(ranked.column(id))
                        .where(ranked.column("n", BIGINT).eq(1L))
                        .orderBy(ranked.column(id))))
                .containsExactly(2, 5);
    }
}
