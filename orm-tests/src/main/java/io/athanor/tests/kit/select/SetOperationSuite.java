package io.athanor.tests.kit.select;

import static io.athanor.sql.Sql.asc;
import static io.athanor.sql.Sql.desc;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.Select;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.List;
import org.junit.jupiter.api.Test;

/** UNION, INTERSECT, EXCEPT. */
public abstract class SetOperationSuite extends KitSuite {
    private final Table t = table(
            "set_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("x", INTEGER)
                    .column("y", INTEGER));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<Integer> x = column(t, "x", INTEGER);
    private final NamedColumn<Integer> y = column(t, "y", INTEGER);

    /** Create the suite. */
    protected SetOperationSuite() {}

    @Override
    protected void insertRows() {
        rows(t, row(1, 1, 2), row(2, 2, 3), row(3, 3, 4), row(4, 4, 5));
    }

    private Select<Integer> only(int which) {
        return select(id).where(id.eq(which));
    }

    @Test
    void unionIsOrdered() {
        assertThat(all(only(3).union(only(2)).orderBy(asc("id")))).containsExactly(2, 3);
    }

    @Test
    void unionIsOrderedByColumn() {
        assertThat(all(only(2).union(only(3)).orderBy(id.desc()))).containsExactly(3, 2);
    }

    @Test
    void unionIsOrderedByLabel() {
        assertThat(all(select(x.label("a")).union(select(y.label("a"))).orderBy(desc("a"))))
                .containsExactly(5, 4, 3, 2, 1);
    }

    @Test
    void unionDropsRepetitions() {
        assertThat(all(only(2).union(only(2)))).containsExactly(2);
    }

    @Test
    void unionAllKeepsRepetitions() {
        assertThat(all(only(2).unionAll(only(2)))).containsExactly(2, 2);
    }

    @Test
    void threeMembersAreUnited() {
        assertThat(all(only(1).union(only(2)).union(only(4)).orderBy(asc("id"))))
                .containsExactly(1, 2, 4);
    }

    @Test
    void unionIsLimited() {
        assertThat(all(only(3).unionAll(only(2))
                        .unionAll(only(1))
                        .orderBy(asc("id"))
                        .limit(2)))
                .containsExactly(1, 2);
    }

    @Test
    void unionIsLimitedWithOffset() {
        assertThat(all(only(3).unionAll(only(2))
                        .unionAll(only(1))
                        .orderBy(asc("id"))
                        .limit(1)
                        .offset(1)))
                .containsExactly(2);
    }

    @Test
    void unionOfSeveralColumnsKeepsTheirNames() {
        List<Row> rows = all(select(id, x)
                .where(id.eq(1))
                .union(select(id, y).where(id.eq(2)))
                .orderBy(asc("id")));
        assertThat(rows).extracting(row -> row.get("x", Integer.class)).containsExactly(1, 3);
    }

    @Test
    void unionIsSelectedFrom() {
        DerivedTable both = only(1).unionAll(only(4)).subquery("both_rows");
        assertThat(all(select(both.column(id)).where(both.column(id).gt(2)))).containsExactly(4);
    }

    @Test
    void unionIsSearchedIn() {
        assertThat(all(select(x).where(id.in(only(1).unionAll(only(4)))).orderBy(x)))
                .containsExactly(1, 4);
    }

    @Test
    void membersHaveValuesOfTheirOwn() {
        assertThat(all(select(value("a").label("v"))
                        .unionAll(select(value("b").label("v")))
                        .orderBy(asc("v"))))
                .containsExactly("a", "b");
    }

    @Requires(Capability.INTERSECT_AND_EXCEPT)
    @Test
    void intersectKeepsWhatBothHave() {
        assertThat(all(select(x).intersect(select(y)).orderBy(asc("x")))).containsExactly(2, 3, 4);
    }

    @Requires(Capability.INTERSECT_AND_EXCEPT)
    @Test
    void exceptKeepsWhatOnlyTheFirstHas() {
        assertThat(all(select(x).except(select(y)))).containsExactly(1);
    }

    @Requires(Capability.INTERSECT_AND_EXCEPT)
    @Test
    void exceptOfAUnionKeepsItsGrouping() {
        assertThat(all(only(1).union(only(2)).except(only(1)))).containsExactly(2);
    }

    @Requires(Capability.INTERSECT_AND_EXCEPT)
    @Test
    void unionWithAnExceptKeepsItsGrouping() {
        assertThat(all(only(1).union(select(id).where(id.le(2)).except(only(2))).orderBy(asc("id"))))
                .containsExactly(1);
    }

    @Requires(Capability.INTERSECT_AND_EXCEPT)
    @Test
    void intersectIsSelectedFrom() {
        DerivedTable common = select(x).intersect(select(y)).subquery("common");
        assertThat(one(select(func.count()).from(common))).isEqualTo(3L);
    }

    @Requires(Capability.INTERSECT_ALL)
    @Test
    void intersectAllKeepsRepetitions() {
        assertThat(all(only(2).unionAll(only(2)).intersectAll(only(2).unionAll(only(2)))))
                .containsExactly(2, 2);
    }

    @Requires(Capability.INTERSECT_ALL)
    @Test
    void exceptAllTakesOneForOne() {
        assertThat(all(only(2).unionAll(only(2)).exceptAll(only(2)))).containsExactly(2);
    }

    @Requires(Capability.LIMITED_MEMBERS)
    @Test
    void membersAreLimited() {
        assertThat(all(select(id)
                        .orderBy(id)
                        .limit(1)
                        .union(select(id).orderBy(id.desc()).limit(1))
                        .orderBy(asc("id"))))
                .containsExactly(1, 4);
    }

    @Requires(Capability.LIMITED_MEMBERS)
    @Test
    void membersAreOrderedAndOffset() {
        assertThat(all(select(id)
                        .orderBy(id)
                        .limit(1)
                        .offset(1)
                        .unionAll(select(id).orderBy(id.desc()).limit(1))
                        .orderBy(asc("id"))))
                .containsExactly(2, 4);
    }

    @Test
    void membersAreLimitedWithinSubqueries() {
        DerivedTable first = select(id).orderBy(id).limit(2).subquery("first_rows");
        DerivedTable last = select(id).orderBy(id.desc()).limit(1).subquery("last_rows");
        assertThat(all(select(first.column(id))
                        .unionAll(select(last.column(id)))
                        .orderBy(asc("id"))))
                .containsExactly(1, 2, 4);
    }
}
