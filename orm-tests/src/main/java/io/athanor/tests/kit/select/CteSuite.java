package io.athanor.tests.kit.select;

import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Cte;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Row;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Common table expressions: {@code WITH}. */
@Requires(Capability.CTES)
public abstract class CteSuite extends KitSuite {
    private final Table some = table(
            "cte_some",
            t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("data", string(50))
                    .column("parent_id", INTEGER));
    private final Table other = table(
            "cte_other",
            t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("data", string(50))
                    .column("parent_id", INTEGER));
    private final NamedColumn<Integer> id = column(some, "id", INTEGER);
    private final NamedColumn<String> data = column(some, "data", STRING);
    private final NamedColumn<Integer> parent = column(some, "parent_id", INTEGER);
    private final NamedColumn<Integer> otherId = column(other, "id", INTEGER);
    private final NamedColumn<String> otherData = column(other, "data", STRING);

    /** Create the suite. */
    protected CteSuite() {}

    @Override
    protected void insertRows() {
        rows(some, row(1, "d1", null), row(2, "d2", 1), row(3, "d3", 1), row(4, "d4", 3), row(5, "d5", 3));
    }

    private Cte middle() {
        return select(id, data, parent).where(data.in("d2", "d3", "d4")).cte("middle");
    }

    @Test
    void isSelectedFrom() {
        Cte cte = middle();
        assertThat(all(select(cte.column(id)).orderBy(cte.column(id)))).containsExactly(2, 3, 4);
    }

    @Test
    void withoutNameIsSelectedFrom() {
        Cte cte = select(id).where(id.gt(3)).cte();
        assertThat(all(select(cte.column(id)).orderBy(cte.column(id)))).containsExactly(4, 5);
    }

    @Test
    void joinsTable() {
        Cte cte = middle();
        assertThat(all(select(data).join(cte, cte.column(parent).eq(id)).orderBy(cte.column(id))))
                .containsExactly("d1", "d1", "d3");
    }

    @Test
    void joinsItself() {
        Cte cte = middle();
        DerivedTable boss = cte.as("boss");
        assertThat(all(select(cte.column(data)).join(boss, cte.column(parent).eq(boss.column(id)))))
                .containsExactly("d4");
    }

    @Test
    void readsAnotherOne() {
        Cte first = select(id, data).where(id.gt(1)).cte("first_part");
        Cte second = select(first.column(id)).where(first.column(id).lt(4)).cte("second_part");
        NamedColumn<Integer> last = second.column(first.column(id));
        assertThat(all(select(last).orderBy(last))).containsExactly(2, 3);
    }

    @Test
    void namesInOddLettersAreQuoted() {
        Cte cte = select(id).where(id.eq(2)).cte("Some \"cte\"");
        assertThat(all(select(cte.column(id)))).containsExactly(2);
    }

    @Test
    void valuesAreBoundInTheirOrder() {
        Cte cte = select(id).where(id.gt(1)).cte("bound");
        assertThat(all(select(cte.column(id), value("x")).where(cte.column(id).lt(3)))
                        .get(0)
                        .get(1, String.class))
                .isEqualTo("x");
    }

    @Test
    void servesAsSubqueryOfCondition() {
        Cte cte = middle();
        assertThat(all(select(data).where(id.in(select(cte.column(parent)))).orderBy(id)))
                .containsExactly("d1", "d3");
    }

    @Test
    void standsInMemberOfUnion() {
        Cte cte = middle();
        assertThat(all(select(cte.column(data)).unionAll(select(data).where(id.eq(5)))))
                .containsExactlyInAnyOrder("d2", "d3", "d4", "d5");
    }

    @Requires(Capability.RECURSIVE_CTES)
    @Test
    void recursiveOneCounts() {
        Cte numbers = select(value(1).label("n"))
                .recursiveCte(
                        "numbers",
                        n -> select(n.column("n", INTEGER).plus(1).label("n"))
                                .where(n.column("n", INTEGER).lt(7)));
        assertThat(all(select(numbers.column("n", INTEGER)).orderBy(numbers.column("n", INTEGER))))
                .containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Requires(Capability.RECURSIVE_CTES)
    @Test
    void recursiveOneWalksDownATree() {
        Cte tree = select(id, data, parent)
                .where(data.in("d3"))
                .recursiveCte("tree", up -> select(id, data, parent).where(parent.eq(up.column(id))));
        assertThat(all(select(tree.column(data)).orderBy(tree.column(id)))).containsExactly("d3", "d4", "d5");
    }

    @Requires(Capability.RECURSIVE_DISTINCT_CTES)
    @Test
    void recursiveOneWithoutRepetitionsYieldsEachRowOnce() {
        Cte upwards = select(id, parent)
                .where(id.gt(3))
                .recursiveDistinctCte("upwards", up -> select(id, parent).where(id.eq(up.column(parent))));
        assertThat(all(select(upwards.column(id)).orderBy(upwards.column(id)))).containsExactly(1, 3, 4, 5);
    }

    @Test
    void feedsInsertFromSelect() {
        Cte cte = middle();
        run(insert(other).columns(otherId, otherData).from(select(cte.column(id), cte.column(data))));
        assertThat(all(select(otherData).orderBy(otherId))).containsExactly("d2", "d3", "d4");
    }

    @Requires(Capability.CTES_OF_CHANGES)
    @Test
    void limitsUpdate() {
        Cte cte = middle();
        run(update(some).set(data, "new").where(id.in(select(cte.column(id)))));
        assertThat(all(select(data).orderBy(id))).containsExactly("d1", "new", "new", "new", "d5");
    }

    @Requires(Capability.CTES_OF_CHANGES)
    @Test
    void limitsDelete() {
        Cte cte = middle();
        run(delete(some).where(id.in(select(cte.column(id)))));
        assertThat(all(select(id).orderBy(id))).containsExactly(1, 5);
    }

    @Requires({Capability.CHANGES_IN_WITH, Capability.DELETE_RETURNING})
    @Test
    void yieldsWhatAChangeWithinItYields() {
        DerivedTable gone = delete(some).where(id.gt(3)).returning(id, data).cte("gone");
        List<Row> rows = engine().inTransaction(connection -> connection
                .execute(select(gone.column("data", STRING), value(1).label("n")))
                .all());
        assertThat(rows).extracting(row -> row.get(0)).containsExactlyInAnyOrder("d4", "d5");
        assertThat(all(select(id).orderBy(id))).containsExactly(1, 2, 3);
    }

    @Requires(Capability.CTES_OF_CHANGES)
    @Test
    void isComparedWithInDelete() {
        Cte cte = select(id).where(id.gt(3)).cte("late");
        run(delete(some).where(id.eq(select(func.max(cte.column(id))).scalarSubquery())));
        assertThat(all(select(id).orderBy(id))).containsExactly(1, 2, 3, 4);
    }
}
