package io.athanor.tests.kit.select;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.when;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.DATE;
import static io.athanor.sql.type.SqlTypes.DOUBLE;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.TIMESTAMP;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.DatePart;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Functions: aggregates, texts, parts of dates. */
public abstract class FunctionSuite extends KitSuite {
    private final Table t = table(
            "fn_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("x", INTEGER)
                    .column("word", string(20))
                    .column("at", TIMESTAMP)
                    .column("day_of", DATE));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<Integer> x = column(t, "x", INTEGER);
    private final NamedColumn<String> word = column(t, "word", STRING);
    private final NamedColumn<LocalDateTime> at = column(t, "at", TIMESTAMP);
    private final NamedColumn<LocalDate> day = column(t, "day_of", DATE);

    /** Create the suite. */
    protected FunctionSuite() {}

    @Override
    protected void insertRows() {
        LocalDateTime moment = LocalDateTime.of(2024, 2, 29, 13, 14, 15);
        rows(
                t,
                row(1, 10, "Ab", moment, moment.toLocalDate()),
                row(2, 20, "cd", moment.plusYears(1), moment.toLocalDate().plusDays(1)),
                row(3, null, "  e ", null, null));
    }

    private <T> T of(Expression<T> expression) {
        return one(select(expression.label("v")).where(id.eq(1)));
    }

    @Test
    void countOfRowsAndOfValues() {
        assertThat(one(select(func.count()).from(t))).isEqualTo(3L);
        assertThat(one(select(func.count(x)))).isEqualTo(2L);
    }

    @Test
    void sumIsExact() {
        assertThat(one(select(func.sum(x, BIGINT)))).isEqualTo(30L);
    }

    @Test
    void sumOfNothingIsNull() {
        assertThat(all(select(func.sum(x, BIGINT)).where(id.gt(9)))).containsExactly((Long) null);
    }

    @Test
    void averageKeepsTheFraction() {
        assertThat(one(select(func.avg(x.plus(id))))).isEqualByComparingTo("16.5");
    }

    @Test
    void minAndMax() {
        assertThat(one(select(func.min(x)))).isEqualTo(10);
        assertThat(one(select(func.max(day)))).isEqualTo(LocalDate.of(2024, 3, 1));
    }

    @Test
    void lowerAndUpper() {
        assertThat(of(func.lower(word))).isEqualTo("ab");
        assertThat(of(func.upper(word))).isEqualTo("AB");
    }

    @Test
    void lengthCountsCharacters() {
        assertThat(of(func.charLength(value("Grüße")))).isEqualTo(5);
    }

    @Test
    void trim() {
        assertThat(one(select(func.trim(word)).where(id.eq(3)))).isEqualTo("e");
    }

    @Test
    void coalesceTakesTheFirstThatIsNotNull() {
        assertThat(all(select(func.coalesce(x, 0).label("v")).orderBy(id))).containsExactly(10, 20, 0);
        assertThat(all(select(func.coalesce(x, id).label("v")).orderBy(id))).containsExactly(10, 20, 3);
    }

    @Test
    void nullif() {
        assertThat(all(select(func.nullif(x, 10).label("v")).orderBy(id))).containsExactly(null, 20, null);
    }

    @Test
    void greatestAndLeast() {
        assertThat(of(func.greatest(x, value(15)))).isEqualTo(15);
        assertThat(of(func.least(x, value(15)))).isEqualTo(10);
    }

    @Test
    void functionOfOwnName() {
        assertThat(of(func.call("abs", INTEGER, x.negated()))).isEqualTo(10);
    }

    @Test
    void partsOfATimestamp() {
        assertThat(of(func.extract(DatePart.YEAR, at))).isEqualTo(2024);
        assertThat(of(func.extract(DatePart.MONTH, at))).isEqualTo(2);
        assertThat(of(func.extract(DatePart.DAY, at))).isEqualTo(29);
        assertThat(of(func.extract(DatePart.HOUR, at))).isEqualTo(13);
        assertThat(of(func.extract(DatePart.MINUTE, at))).isEqualTo(14);
        assertThat(of(func.extract(DatePart.SECOND, at))).isEqualTo(15);
    }

    @Test
    void partsOfADate() {
        assertThat(of(func.extract(DatePart.YEAR, day))).isEqualTo(2024);
        assertThat(of(func.extract(DatePart.DAY, day))).isEqualTo(29);
        assertThat(of(func.extract(DatePart.DOY, day))).isEqualTo(60);
        assertThat(of(func.extract(DatePart.DOW, day))).isEqualTo(4);
    }

    @Test
    void partOfADateInCondition() {
        assertThat(all(select(id).where(func.extract(DatePart.MONTH, day).eq(3))))
                .containsExactly(2);
    }

    @Test
    void nowIsAMoment() {
        assertThat(one(select(func.now().label("v")))).isAfter(LocalDateTime.of(2020, 1, 1, 0, 0));
    }

    @Test
    void currentDateIsADay() {
        assertThat(one(select(func.currentDate().label("v")))).isAfter(LocalDate.of(2020, 1, 1));
    }

    @Test
    void aggregatedStrings() {
        assertThat(one(select(func.aggregateStrings(word, "+")).where(id.eq(1))))
                .isEqualTo("Ab");
        assertThat(one(select(func.aggregateStrings(word, "+")).where(id.lt(3))))
                .isIn("Ab+cd", "cd+Ab");
    }

    @Requires(Capability.ORDERED_AGGREGATES)
    @Test
    void aggregatedStringsInOrder() {
        assertThat(one(select(func.aggregateStrings(word, ",").orderBy(id.desc()))
                        .where(id.lt(3))))
                .isEqualTo("cd,Ab");
    }

    @Requires(Capability.WITHIN_GROUP)
    @Test
    void aggregateWithinASortedGroup() {
        assertThat(one(select(func.percentileCont(0.5, DOUBLE).withinGroup(x).label("v"))))
                .isEqualTo(15.0);
    }

    @Requires(Capability.AGGREGATE_FILTER)
    @Test
    void filteredAggregate() {
        assertThat(one(select(func.count().filter(x.gt(10)).label("v")))).isEqualTo(1L);
        assertThat(one(select(func.max(x).filter(x.lt(20)).label("v")))).isEqualTo(10);
    }

    @Test
    void aggregateInCondition() {
        assertThat(all(select(word).groupBy(word).having(func.max(x).ge(20)))).containsExactly("cd");
    }

    @Test
    void aggregateOfCase() {
        assertThat(one(select(func.sum(when(x.gt(10), 1).otherwise(0), BIGINT))))
                .isEqualTo(1L);
    }
}
