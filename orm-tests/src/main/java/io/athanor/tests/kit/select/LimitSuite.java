package io.athanor.tests.kit.select;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.literalColumn;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.FetchMode;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Select;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import org.junit.jupiter.api.Test;

/** LIMIT, OFFSET and FETCH. */
public abstract class LimitSuite extends KitSuite {
    private final Table t = table(
            "limited",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("x", INTEGER));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<Integer> x = column(t, "x", INTEGER);

    /** Create the suite. */
    protected LimitSuite() {}

    @Override
    protected void insertRows() {
        rows(t, row(1, 1), row(2, 2), row(3, 3), row(4, 4), row(5, 4));
    }

    private Select<Integer> ids() {
        return select(id).orderBy(id);
    }

    @Test
    void limit() {
        assertThat(all(ids().limit(2))).containsExactly(1, 2);
    }

    @Test
    void limitOfOne() {
        assertThat(all(ids().limit(1))).containsExactly(1);
    }

    @Requires(Capability.ZERO_LIMITS)
    @Test
    void limitOfZeroYieldsNothing() {
        assertThat(all(ids().limit(0))).isEmpty();
    }

    @Test
    void limitBeyondTheEnd() {
        assertThat(all(ids().limit(100))).hasSize(5);
    }

    @Test
    void offset() {
        assertThat(all(ids().offset(3))).containsExactly(4, 5);
    }

    @Test
    void offsetOfZero() {
        assertThat(all(ids().offset(0))).hasSize(5);
    }

    @Test
    void offsetBeyondTheEndYieldsNothing() {
        assertThat(all(ids().offset(9))).isEmpty();
    }

    @Test
    void limitAndOffset() {
        assertThat(all(ids().limit(2).offset(1))).containsExactly(2, 3);
    }

    @Test
    void slice() {
        assertThat(all(ids().slice(1, 3))).containsExactly(2, 3);
    }

    @Test
    void limitOverridesLimit() {
        assertThat(all(ids().limit(4).limit(1))).containsExactly(1);
    }

    @Test
    void clearedLimitYieldsAll() {
        assertThat(all(ids().limit(1).clearLimit())).hasSize(5);
    }

    @Test
    void sameStatementWithOtherNumbersIsNotConfused() {
        assertThat(all(ids().limit(1).offset(1))).containsExactly(2);
        assertThat(all(ids().limit(2).offset(3))).containsExactly(4, 5);
    }

    @Test
    void limitWithoutOrder() {
        assertThat(all(select(id).limit(3))).hasSize(3);
    }

    @Test
    void limitOfDistinctRows() {
        assertThat(all(select(x).distinct().orderBy(x).limit(4))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void limitWithCondition() {
        assertThat(all(ids().where(x.gt(1)).limit(2))).containsExactly(2, 3);
    }

    @Test
    void limitOfGroups() {
        assertThat(all(select(x).groupBy(x).orderBy(x.desc()).limit(1))).containsExactly(4);
    }

    @Test
    void limitInSubquery() {
        DerivedTable first = ids().limit(2).subquery("first_rows");
        assertThat(one(select(func.count()).from(first))).isEqualTo(2L);
    }

    @Test
    void limitWithOffsetInSubquery() {
        DerivedTable part = ids().limit(2).offset(2).subquery("part");
        assertThat(all(select(part.column(id)).orderBy(part.column(id)))).containsExactly(3, 4);
    }

    @Test
    void limitOfJoin() {
        DerivedTable same = t.as("same");
        assertThat(all(select(id)
                        .join(same, same.column(id).eq(id))
                        .orderBy(id)
                        .limit(2)
                        .offset(1)))
                .containsExactly(2, 3);
    }

    @Test
    void limitInScalarSubquery() {
        assertThat(one(select(
                        select(id).orderBy(id.desc()).limit(1).scalarSubquery().label("last_one"))))
                .isEqualTo(5);
    }

    @Test
    void fetch() {
        assertThat(all(ids().fetch(2))).containsExactly(1, 2);
    }

    @Test
    void fetchWithOffset() {
        assertThat(all(ids().fetch(2).offset(2))).containsExactly(3, 4);
    }

    @Requires(Capability.ZERO_LIMITS)
    @Test
    void fetchOfZeroYieldsNothing() {
        assertThat(all(ids().fetch(0))).isEmpty();
    }

    @Test
    void fetchWithoutOrder() {
        assertThat(all(select(id).fetch(4))).hasSize(4);
    }

    @Requires(Capability.COMPUTED_LIMITS)
    @Test
    void limitIsComputed() {
        assertThat(all(ids().limit(value(1).plus(1)))).containsExactly(1, 2);
    }

    @Requires(Capability.COMPUTED_LIMITS)
    @Test
    void offsetIsComputed() {
        assertThat(all(ids().limit(2).offset(value(1).plus(1)))).containsExactly(3, 4);
    }

    @Requires(Capability.COMPUTED_LIMITS)
    @Test
    void limitAndOffsetAreLiterals() {
        assertThat(all(ids().limit(literalColumn("1 + 1", INTEGER)).offset(literalColumn("2", INTEGER))))
                .containsExactly(3, 4);
    }

    @Requires(Capability.FETCH_WITH_TIES)
    @Test
    void fetchWithTies() {
        assertThat(all(select(id).orderBy(x.desc()).fetch(value(1), FetchMode.ROWS_WITH_TIES)))
                .containsExactlyInAnyOrder(4, 5);
    }

    @Requires(Capability.FETCH_WITH_TIES)
    @Test
    void fetchWithTiesAndOffset() {
        assertThat(all(select(x)
                        .orderBy(x)
                        .fetch(value(1), FetchMode.ROWS_WITH_TIES)
                        .offset(3)))
                .containsExactly(4, 4);
    }

    @Requires(Capability.FETCH_PERCENT)
    @Test
    void fetchPercent() {
        assertThat(all(ids().fetch(value(20), FetchMode.PERCENT))).containsExactly(1);
    }

    @Requires(Capability.FETCH_PERCENT)
    @Test
    void fetchPercentWithOffset() {
        assertThat(all(ids().fetch(value(40), FetchMode.PERCENT).offset(1))).containsExactly(2, 3);
    }

    @Requires({Capability.FETCH_PERCENT, Capability.FETCH_WITH_TIES})
    @Test
    void fetchPercentWithTies() {
        assertThat(all(select(id).orderBy(x.desc()).fetch(value(20), FetchMode.PERCENT_WITH_TIES)))
                .containsExactlyInAnyOrder(4, 5);
    }
}
