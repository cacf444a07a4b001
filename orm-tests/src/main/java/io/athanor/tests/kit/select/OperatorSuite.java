package io.athanor.tests.kit.select;

import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.caseOf;
import static io.athanor.sql.Sql.inline;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.nullOf;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.when;
import static io.athanor.sql.type.SqlTypes.DOUBLE;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.numeric;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.tests.kit.KitSuite;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operators and what they mean: comparisons, logic, arithmetic, bits, texts. */
public abstract class OperatorSuite extends KitSuite {
    private final Table t = table(
            "op_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("a", INTEGER)
                    .column("b", INTEGER)
                    .column("word", string(20)));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<Integer> a = column(t, "a", INTEGER);
    private final NamedColumn<Integer> b = column(t, "b", INTEGER);
    private final NamedColumn<String> word = column(t, "word", STRING);

    /** Create the suite. */
    protected OperatorSuite() {}

    @Override
    protected void insertRows() {
        rows(t, row(1, 1, 1, "one"), row(2, 2, 3, "two"), row(3, null, 3, null), row(4, null, null, ""));
    }

    private List<Integer> where(Expression<Boolean> condition) {
        return all(select(id).where(condition).orderBy(id));
    }

    private <T> T of(Expression<T> expression) {
        return one(select(expression.label("v")).where(id.eq(2)));
    }

    @Test
    void equality() {
        assertThat(where(a.eq(b))).containsExactly(1);
        assertThat(where(a.ne(b))).containsExactly(2);
    }

    @Test
    void order() {
        assertThat(where(b.lt(3))).containsExactly(1);
        assertThat(where(b.le(3))).containsExactly(1, 2, 3);
        assertThat(where(b.gt(1))).containsExactly(2, 3);
        assertThat(where(b.ge(1))).containsExactly(1, 2, 3);
    }

    @Test
    void between() {
        assertThat(where(a.between(1, 2))).containsExactly(1, 2);
        assertThat(where(b.between(a, value(9)))).containsExactly(1, 2);
        assertThat(where(not(b.between(2, 3)))).containsExactly(1);
    }

    @Test
    void nullIsFound() {
        assertThat(where(a.isNull())).containsExactly(3, 4);
        assertThat(where(a.isNotNull())).containsExactly(1, 2);
        Integer none = null;
        assertThat(where(a.eq(none))).containsExactly(3, 4);
    }

    @Test
    void isDistinctFromColumn() {
        assertThat(where(a.isDistinctFrom(b))).containsExactly(2, 3);
        assertThat(where(a.isNotDistinctFrom(b))).containsExactly(1, 4);
    }

    @Test
    void isDistinctFromValue() {
        assertThat(where(a.isDistinctFrom(1))).containsExactly(2, 3, 4);
        assertThat(where(a.isNotDistinctFrom(1))).containsExactly(1);
    }

    @Test
    void isDistinctFromNull() {
        Integer none = null;
        assertThat(where(a.isDistinctFrom(none))).containsExactly(1, 2);
        assertThat(where(a.isNotDistinctFrom(none))).containsExactly(3, 4);
    }

    @Test
    void andBindsTighterThanOr() {
        assertThat(where(or(id.eq(4), and(a.eq(1), b.eq(1))))).containsExactly(1, 4);
        assertThat(where(and(or(id.eq(4), a.eq(1)), b.eq(1)))).containsExactly(1);
    }

    @Test
    void notOfOr() {
        assertThat(where(not(or(id.eq(1), id.eq(2))))).containsExactly(3, 4);
    }

    @Test
    void emptyTextIsNoNull() {
        assertThat(where(word.eq(""))).containsExactly(4);
        assertThat(where(word.isNull())).containsExactly(3);
    }

    @Test
    void sumDifferenceAndProduct() {
        assertThat(of(a.plus(b))).isEqualTo(5);
        assertThat(of(a.minus(b))).isEqualTo(-1);
        assertThat(of(a.times(b))).isEqualTo(6);
        assertThat(of(a.plus(b).times(2))).isEqualTo(10);
        assertThat(of(a.minus(b.minus(1)))).isZero();
    }

    @Test
    void negation() {
        assertThat(of(a.negated())).isEqualTo(-2);
        assertThat(of(a.minus(b.negated()))).isEqualTo(5);
    }

    @Test
    void modulo() {
        assertThat(of(b.modulo(2))).isEqualTo(1);
        assertThat(of(value(-5).modulo(b))).isEqualTo(-2);
    }

    @Test
    void divisionOfIntegersKeepsTheFraction() {
        assertThat(of(b.divide(a).cast(DOUBLE))).isEqualTo(1.5);
    }

    @Test
    void divisionByValueKeepsTheFraction() {
        assertThat(of(b.divide(2).cast(DOUBLE))).isEqualTo(1.5);
    }

    @Test
    void floorDivisionOfIntegers() {
        assertThat(of(b.floorDivide(a))).isEqualTo(1);
        assertThat(of(value(-15).floorDivide(5))).isEqualTo(-3);
    }

    @Test
    void divisionOfDoubles() {
        assertThat(of(value(5.5).divide(2.0))).isEqualTo(2.75);
    }

    @Test
    void floorDivisionOfDoubles() {
        assertThat(of(value(5.5).floorDivide(2.0))).isEqualTo(2.0);
    }

    @Test
    void divisionOfDecimals() {
        assertThat(of(value(new BigDecimal("52.6"), numeric(10, 2)).divide(new BigDecimal("4"))))
                .isEqualByComparingTo("13.15");
    }

    @Test
    void bits() {
        assertThat(of(value(6).bitAnd(b))).isEqualTo(2);
        assertThat(of(value(4).bitOr(b))).isEqualTo(7);
        assertThat(of(value(6).bitXor(b))).isEqualTo(5);
    }

    @Test
    void bitNot() {
        assertThat(of(a.bitNot().bitAnd(255))).isEqualTo(253);
    }

    @Test
    void shifts() {
        assertThat(of(a.shiftLeft(3))).isEqualTo(16);
        assertThat(of(value(16).shiftRight(a))).isEqualTo(4);
    }

    @Test
    void concatenation() {
        assertThat(of(word.concat("!"))).isEqualTo("two!");
        assertThat(of(value("<").concat(word).concat(">"))).isEqualTo("<two>");
    }

    @Test
    void concatenationOfNumberAndText() {
        assertThat(of(word.concat(b))).isEqualTo("two3");
    }

    @Test
    void caseOfConditions() {
        assertThat(all(select(when(a.eq(1), "x")
                                .when(a.eq(2), "y")
                                .otherwise("z")
                                .label("v"))
                        .orderBy(id)))
                .containsExactly("x", "y", "z", "z");
    }

    @Test
    void caseWithoutOtherwiseIsNull() {
        assertThat(all(select(when(a.eq(1), word).otherwise(nullOf(STRING)).label("v"))
                        .orderBy(id)))
                .containsExactly("one", null, null, null);
    }

    @Test
    void caseOfSubject() {
        assertThat(all(select(caseOf(a)
                                .when(1, value("x"))
                                .when(2, value("y"))
                                .otherwise("z")
                                .label("v"))
                        .orderBy(id)))
                .containsExactly("x", "y", "z", "z");
    }

    @Test
    void castOfTextToNumber() {
        assertThat(of(value("12").cast(INTEGER).plus(1))).isEqualTo(13);
    }

    @Test
    void castOfNumberToText() {
        assertThat(of(b.cast(string(10)))).isEqualTo("3");
    }

    @Test
    void castOfNumberToDecimal() {
        assertThat(of(b.cast(numeric(10, 2)))).isEqualByComparingTo("3");
    }

    @Test
    void conditionIsSelected() {
        assertThat(all(select(b.eq(3).label("v")).where(id.lt(4)).orderBy(id))).containsExactly(false, true, true);
    }

    @Test
    void valueIsSelectedWithoutTable() {
        assertThat(one(select(value("x").label("v")))).isEqualTo("x");
        assertThat(one(select(value(1).plus(1).label("v")))).isEqualTo(2);
    }

    @Test
    void nullIsSelectedWithoutTable() {
        assertThat(one(select(nullOf(INTEGER).label("v"), value(1).label("w"))).get("v", Integer.class))
                .isNull();
    }

    @Test
    void literalsMeanTheSameAsBoundValues() {
        assertThat(of(inline("it's", STRING))).isEqualTo("it's");
        assertThat(of(inline(-7, INTEGER))).isEqualTo(-7);
        assertThat(where(word.eq(inline("two", STRING)))).containsExactly(2);
    }
}
