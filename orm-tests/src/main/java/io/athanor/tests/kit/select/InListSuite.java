package io.athanor.tests.kit.select;

import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.bindList;
import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.tuple;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.when;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.BindList;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** IN and its lists, which are made as long as there are values. */
public abstract class InListSuite extends KitSuite {
    private final Table t = table(
            "in_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("x", INTEGER)
                    .column("y", INTEGER)
                    .column("z", string(50)));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<Integer> x = column(t, "x", INTEGER);
    private final NamedColumn<Integer> y = column(t, "y", INTEGER);
    private final NamedColumn<String> z = column(t, "z", STRING);

    /** Create the suite. */
    protected InListSuite() {}

    @Override
    protected void insertRows() {
        rows(
                t,
                row(1, 1, 2, "z1"),
                row(2, 2, 3, "z2"),
                row(3, 3, 4, "z3"),
                row(4, 4, 5, "z4"),
                row(5, null, null, null));
    }

    private List<Integer> where(Expression<Boolean> condition) {
        return all(select(id).where(condition).orderBy(id));
    }

    @Test
    void oneValue() {
        assertThat(where(x.in(2))).containsExactly(2);
    }

    @Test
    void severalValues() {
        assertThat(where(x.in(1, 3, 9))).containsExactly(1, 3);
    }

    @Test
    void collectionOfValues() {
        assertThat(where(x.in(List.of(2, 4)))).containsExactly(2, 4);
    }

    @Test
    void strings() {
        assertThat(where(z.in("z1", "z4", "it's"))).containsExactly(1, 4);
    }

    @Test
    void twoLists() {
        assertThat(where(and(x.in(1, 2, 3), y.in(3, 4)))).containsExactly(2, 3);
    }

    @Test
    void listsOfDifferentLengthsOfOneStatement() {
        assertThat(where(x.in(List.of(1)))).containsExactly(1);
        assertThat(where(x.in(List.of(1, 2, 3)))).containsExactly(1, 2, 3);
        assertThat(where(x.in(List.of()))).isEmpty();
        assertThat(where(x.in(List.of(4, 3)))).containsExactly(3, 4);
    }

    @Test
    void manyValues() {
        assertThat(where(x.in(IntStream.range(2, 600).boxed().toList()))).containsExactly(2, 3, 4);
    }

    @Test
    void empty() {
        assertThat(where(x.in(List.of()))).isEmpty();
    }

    @Test
    void emptyOfStrings() {
        assertThat(where(z.in(List.of()))).isEmpty();
    }

    @Test
    void emptyAmongOthers() {
        assertThat(where(or(x.in(List.of()), id.eq(2)))).containsExactly(2);
    }

    @Test
    void twoEmptyOnes() {
        assertThat(where(or(x.in(List.of()), z.in(List.of())))).isEmpty();
    }

    @Test
    void notIn() {
        assertThat(where(x.notIn(1, 2))).containsExactly(3, 4);
    }

    @Test
    void notInOfStrings() {
        assertThat(where(z.notIn("z2", "z3"))).containsExactly(1, 4);
    }

    @Test
    void notInEmptyIsTrueOfAllRows() {
        assertThat(where(x.notIn(List.of()))).contains(1, 2, 3, 4);
    }

    @Test
    void negatedIn() {
        assertThat(where(not(x.in(1, 2)))).containsExactly(3, 4);
    }

    @Test
    void negatedEmptyIn() {
        assertThat(where(not(id.in(List.of())))).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void nullIsInNoList() {
        assertThat(where(x.in(1, 2, 3, 4))).doesNotContain(5);
        assertThat(where(x.notIn(1, 2, 3))).doesNotContain(5);
    }

    @Test
    void nullAmongTheValuesMatchesNothing() {
        assertThat(where(x.in(Arrays.asList(1, null)))).containsExactly(1);
    }

    @Test
    void nullAmongTheValuesOfNotInMatchesNothing() {
        assertThat(where(x.notIn(Arrays.asList(1, null)))).isEmpty();
    }

    @Test
    void repeatedValues() {
        assertThat(where(x.in(2, 2, 2))).containsExactly(2);
    }

    @Test
    void selected() {
        assertThat(all(select(x.in(1, 2).label("found")).where(x.isNotNull()).orderBy(id)))
                .containsExactly(true, true, false, false);
    }

    @Test
    void selectedEmpty() {
        assertThat(one(select(x.in(List.of()).label("found")).where(id.eq(1)))).isFalse();
    }

    @Test
    void expressions() {
        assertThat(where(x.inExpressions(y.minus(1), value(9)))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void notInExpressions() {
        assertThat(where(x.notInExpressions(y.minus(1), value(9)))).isEmpty();
    }

    @Test
    void ofExpression() {
        assertThat(where(x.plus(y).in(3, 7))).containsExactly(1, 3);
    }

    @Test
    void ofFunction() {
        assertThat(where(func.upper(z).in("Z1", "Z2"))).containsExactly(1, 2);
    }

    @Test
    void subquery() {
        assertThat(where(x.in(select(y).where(y.lt(4))))).containsExactly(2, 3);
    }

    @Test
    void notInSubquery() {
        assertThat(where(x.notIn(select(y).where(y.lt(4))))).containsExactly(1, 4);
    }

    @Test
    void namedList() {
        BindList<Integer> wanted = bindList("wanted", INTEGER, List.of(1, 4));
        assertThat(where(x.in(wanted))).containsExactly(1, 4);
    }

    @Test
    void listOfConvertedValues() {
        assertThat(where(cast(x).in(List.of(true)))).containsExactly(1);
    }

    private static Expression<Boolean> cast(Expression<Integer> number) {
        return when(number.eq(1), true).otherwise(false);
    }

    @Test
    void inUpdate() {
        assertThat(run(update(t).set(z, "new").where(x.in(1, 2)))).isEqualTo(2);
        assertThat(where(z.eq("new"))).containsExactly(1, 2);
    }

    @Test
    void inDelete() {
        assertThat(run(delete(t).where(x.in(List.of(3, 4))))).isEqualTo(2);
        assertThat(where(id.gt(0))).containsExactly(1, 2, 5);
    }

    @Test
    void emptyInDeleteDeletesNothing() {
        assertThat(run(delete(t).where(x.in(List.of())))).isZero();
    }

    @Requires(Capability.TUPLE_IN)
    @Test
    void tuples() {
        assertThat(where(tuple(x, y).inRows(List.of(List.of(1, 2), List.of(3, 4), List.of(4, 4)))))
                .containsExactly(1, 3);
    }

    @Requires(Capability.TUPLE_IN)
    @Test
    void tuplesOfDifferentTypes() {
        assertThat(where(tuple(x, z).inRows(List.of(List.of(2, "z2"), List.of(3, "z1")))))
                .containsExactly(2);
    }

    @Requires(Capability.TUPLE_IN)
    @Test
    void noTuples() {
        assertThat(where(tuple(x, z).inRows(List.of()))).isEmpty();
    }

    @Requires(Capability.TUPLE_IN)
    @Test
    void notInTuples() {
        assertThat(where(tuple(x, y).notInRows(List.of(List.of(1, 2), List.of(2, 3)))))
                .containsExactly(3, 4);
    }

    @Requires(Capability.TUPLE_IN)
    @Test
    void notInNoTuples() {
        assertThat(where(tuple(id, z).notInRows(List.of()))).contains(1, 2, 3, 4);
    }
}
