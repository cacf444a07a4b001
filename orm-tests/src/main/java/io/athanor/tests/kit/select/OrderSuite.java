package io.athanor.tests.kit.select;

import static io.athanor.sql.Sql.desc;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.when;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Label;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import org.junit.jupiter.api.Test;

/** ORDER BY, GROUP BY and DISTINCT, by columns and by labels. */
public abstract class OrderSuite extends KitSuite {
    private final Table t = table(
            "ordered",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("x", INTEGER)
                    .column("y", INTEGER)
                    .column("q", string(50)));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<Integer> x = column(t, "x", INTEGER);
    private final NamedColumn<Integer> y = column(t, "y", INTEGER);
    private final NamedColumn<String> q = column(t, "q", STRING);

    /** Create the suite. */
    protected OrderSuite() {}

    @Override
    protected void insertRows() {
        rows(t, row(1, 1, 2, "q1"), row(2, 2, 3, "Q2"), row(3, 3, 4, "q3"), row(4, 3, null, "q4"));
    }

    @Test
    void byLabel() {
        assertThat(all(select(x.label("lx")).where(id.lt(4)).orderBy("lx"))).containsExactly(1, 2, 3);
    }

    @Test
    void byLabelDescending() {
        assertThat(all(select(x.label("lx")).where(id.lt(4)).orderBy(desc("lx"))))
                .containsExactly(3, 2, 1);
    }

    @Test
    void byLabelOfExpression() {
        assertThat(all(select(x.plus(y).label("lx")).where(id.lt(4)).orderBy(desc("lx"))))
                .containsExactly(7, 5, 3);
    }

    @Test
    void byLabelOfFunction() {
        assertThat(all(select(func.lower(q).label("lower_q")).orderBy(desc("lower_q"))))
                .containsExactly("q4", "q3", "q2", "q1");
    }

    @Test
    void byLabelItself() {
        Label<Integer> sum = x.times(-1).label("sum_x");
        assertThat(all(select(sum).where(id.lt(4)).orderBy(sum.asc()))).containsExactly(-3, -2, -1);
    }

    @Test
    void byExpressionThatIsNotSelected() {
        assertThat(all(select(id).where(id.lt(4)).orderBy(x.times(-1)))).containsExactly(3, 2, 1);
    }

    @Test
    void bySeveral() {
        assertThat(all(select(id).orderBy(x.desc(), id.desc()))).containsExactly(4, 3, 2, 1);
    }

    @Test
    void byCase() {
        assertThat(all(select(id).orderBy(when(id.eq(2), 0).otherwise(1).asc(), id)))
                .containsExactly(2, 1, 3, 4);
    }

    @Test
    void groupByLabel() {
        Label<Integer> parity = x.modulo(2).label("parity");
        assertThat(all(select(parity, func.count()).groupBy("parity").orderBy("parity")))
                .extracting(row -> row.get(1))
                .containsExactly(1L, 3L);
    }

    @Test
    void groupByExpression() {
        Expression<Integer> sum = x.plus(x);
        assertThat(all(select(func.count().label("n"), sum.label("s"))
                        .groupBy(sum)
                        .orderBy("s")))
                .extracting(row -> row.get("n", Long.class))
                .containsExactly(1L, 1L, 2L);
    }

    @Test
    void groupBySeveralWithHaving() {
        assertThat(all(select(x).groupBy(x).having(func.count().gt(1L)))).containsExactly(3);
    }

    @Test
    void havingOfAggregateThatIsNotSelected() {
        assertThat(all(select(x).groupBy(x).having(func.max(id).lt(4)).orderBy(x)))
                .containsExactly(1, 2);
    }

    @Test
    void distinctDropsRepetitions() {
        assertThat(all(select(x).distinct().orderBy(x))).containsExactly(1, 2, 3);
    }

    @Test
    void distinctOfSeveralColumns() {
        assertThat(all(select(x, x.plus(1)).distinct())).hasSize(3);
    }

    @Test
    void countOfDistinctValues() {
        assertThat(one(select(func.count(x).distinct()))).isEqualTo(3L);
    }

    @Requires(Capability.NULLS_ORDER)
    @Test
    void nullsFirst() {
        assertThat(all(select(id).orderBy(y.asc().nullsFirst()))).containsExactly(4, 1, 2, 3);
    }

    @Requires(Capability.NULLS_ORDER)
    @Test
    void nullsLast() {
        assertThat(all(select(id).orderBy(y.asc().nullsLast()))).containsExactly(1, 2, 3, 4);
    }

    @Requires(Capability.NULLS_ORDER)
    @Test
    void nullsLastDescending() {
        assertThat(all(select(id).orderBy(y.desc().nullsLast()))).containsExactly(3, 2, 1, 4);
    }

    @Requires(Capability.NULLS_ORDER)
    @Test
    void nullsFirstDescending() {
        assertThat(all(select(id).orderBy(y.desc().nullsFirst()))).containsExactly(4, 3, 2, 1);
    }

    @Requires(Capability.COLLATIONS)
    @Test
    void byCollation() {
        assertThat(all(select(q).orderBy(q.collate(kit().binaryCollation()).asc())))
                .containsExactly("Q2", "q1", "q3", "q4");
    }

    @Requires(Capability.COLLATIONS)
    @Test
    void byCollationDescending() {
        assertThat(all(select(q).orderBy(q.collate(kit().binaryCollation()).desc())))
                .containsExactly("q4", "q3", "q1", "Q2");
    }

    @Requires(Capability.DISTINCT_ON)
    @Test
    void distinctOnKeepsTheFirstOfEach() {
        assertThat(all(select(id).distinctOn(x).orderBy(x, id))).containsExactly(1, 2, 3);
    }

    @Requires(Capability.DISTINCT_ON)
    @Test
    void distinctOnSeveral() {
        assertThat(all(select(id).distinctOn(x, id).orderBy(x, id))).containsExactly(1, 2, 3, 4);
    }
}
