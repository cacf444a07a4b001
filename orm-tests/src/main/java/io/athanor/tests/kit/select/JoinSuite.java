package io.athanor.tests.kit.select;

import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Row;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Joins, by the foreign key and by conditions. */
public abstract class JoinSuite extends KitSuite {
    private final Table a =
            table("join_a", t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false)));
    private final Table b = table(
            "join_b",
            t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("a_id", INTEGER, c -> c.references("join_a.id")));
    private final NamedColumn<Integer> aId = column(a, "id", INTEGER);
    private final NamedColumn<Integer> bId = column(b, "id", INTEGER);
    private final NamedColumn<Integer> key = column(b, "a_id", INTEGER);

    /** Create the suite. */
    protected JoinSuite() {}

    @Override
    protected void insertRows() {
        rows(a, row(1), row(2), row(3), row(4), row(5));
        rows(b, row(1, 1), row(2, 1), row(4, 2), row(5, 3), row(6, null));
    }

    private static List<String> pairs(List<Row> rows) {
        return rows.stream().map(row -> row.get(0) + "-" + row.get(1)).toList();
    }

    @Test
    void byForeignKey() {
        assertThat(pairs(all(select(aId, bId).from(a.join(b)).orderBy(aId, bId))))
                .containsExactly("1-1", "1-2", "2-4", "3-5");
    }

    @Test
    void byForeignKeyFromTheOtherSide() {
        assertThat(pairs(all(select(aId, bId).from(b.join(a)).orderBy(aId, bId))))
                .containsExactly("1-1", "1-2", "2-4", "3-5");
    }

    @Test
    void ofSelect() {
        assertThat(all(select(bId).join(a).orderBy(bId))).containsExactly(1, 2, 4, 5);
    }

    @Test
    void onCondition() {
        assertThat(pairs(all(select(aId, bId).from(a.join(b, aId.eq(bId))).orderBy(aId))))
                .containsExactly("1-1", "2-2", "4-4", "5-5");
    }

    @Test
    void onTrueIsEveryPair() {
        assertThat(all(select(aId, bId).from(a.join(b, value(1).eq(1))))).hasSize(25);
    }

    @Test
    void onSeveralConditions() {
        assertThat(pairs(all(select(aId, bId)
                        .from(a.join(b, and(aId.eq(key), bId.gt(1))))
                        .orderBy(bId))))
                .containsExactly("1-2", "2-4", "3-5");
    }

    @Test
    void leftJoinKeepsWhatHasNoPartner() {
        assertThat(pairs(all(
                        select(aId, bId).from(a.leftJoin(b)).where(aId.gt(2)).orderBy(aId))))
                .containsExactly("3-5", "4-null", "5-null");
    }

    @Test
    void outerJoinOfSelect() {
        assertThat(all(select(bId).outerJoin(a).where(aId.isNull()))).containsExactly(6);
    }

    @Requires(Capability.FULL_JOIN)
    @Test
    void fullJoinKeepsBoth() {
        assertThat(pairs(all(select(aId, bId).from(a.fullJoin(b))))).hasSize(7).contains("4-null", "null-6");
    }

    @Test
    void implicitJoinByCondition() {
        assertThat(pairs(all(select(aId, bId).where(aId.eq(key), bId.eq(4))))).containsExactly("2-4");
    }

    @Test
    void ofAliases() {
        DerivedTable one = b.as("one_b");
        DerivedTable two = b.as("two_b");
        assertThat(pairs(all(select(one.column(bId), two.column(bId))
                        .from(one.join(
                                two,
                                and(
                                        one.column(key).eq(two.column(key)),
                                        one.column(bId).lt(two.column(bId))))))))
                .containsExactly("1-2");
    }

    @Test
    void ofThree() {
        DerivedTable more = b.as("more");
        assertThat(all(select(bId)
                        .from(a.join(b).join(more, more.column(key).eq(aId)))
                        .orderBy(bId)))
                .containsExactly(1, 1, 2, 2, 4, 5);
    }

    @Test
    void ofSubquery() {
        DerivedTable counts = select(key, func.count().label("n")).groupBy(key).subquery("counts");
        assertThat(all(select(aId, counts.column("n", BIGINT))
                        .join(counts, counts.column(key).eq(aId))
                        .orderBy(aId)))
                .extracting(row -> row.get(1))
                .containsExactly(2L, 1L, 1L);
    }

    @Test
    void columnsOfOneNameAreToldApart() {
        Row row = one(select(aId, bId, key).from(a.join(b)).where(bId.eq(4)));
        assertThat(row.get(aId)).isEqualTo(2);
        assertThat(row.get(bId)).isEqualTo(4);
    }
}
