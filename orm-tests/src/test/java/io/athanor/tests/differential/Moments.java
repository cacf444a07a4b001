package io.athanor.tests.differential;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.when;

import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.DatePart;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.type.SqlTypes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Random dates, and what is made of them; numbers and conditions within come from the other expressions. */
final class Moments {
    private static final List<DatePart> COMMON_PARTS = List.of(DatePart.YEAR, DatePart.MONTH, DatePart.DAY);
    private static final List<DatePart> PARTS =
            List.of(DatePart.YEAR, DatePart.MONTH, DatePart.DAY, DatePart.DOW, DatePart.DOY);

    private final Dice dice;
    private final Scope scope;

    Moments(Dice dice, Scope scope) {
        this.dice = dice;
        this.scope = scope;
    }

    /** Some scopes, such as groups, have none. */
    boolean isPossible() {
        return !scope.dates().isEmpty();
    }

    Expression<LocalDate> date(int depth) {
        if (depth <= 0 || dice.percent(40)) {
            return dice.one(scope.dates());
        }
        int d = depth - 1;
        Expressions others = new Expressions(dice, scope);
        return dice.make(
                () -> date(d).plus(Duration.ofDays(dice.below(70) - 35)),
                () -> date(d).minus(Duration.ofDays(dice.below(400))),
                () -> func.coalesce(date(d), Sample.day(dice)),
                () -> func.coalesce(date(d), date(d)),
                () -> func.nullif(date(d), Sample.day(dice)),
                () -> when(others.condition(d), date(d)).otherwise(Sample.day(dice)),
                () -> when(others.condition(d), date(d)).otherwise(dice.one(scope.dates())));
    }

    Expression<Integer> number(int depth) {
        return func.extract(dice.one(scope.features().hasDaysOfWeek() ? PARTS : COMMON_PARTS), date(depth));
    }

    Condition condition(int depth) {
        return dice.make(
                () -> date(depth).lt(date(depth)),
                () -> date(depth).ge(Sample.day(dice)),
                () -> date(depth).eq(date(depth)),
                () -> date(depth).in(Sample.day(dice), Sample.day(dice)),
                () -> date(depth).between(Sample.day(dice), Sample.day(dice)),
                () -> date(depth).isNotDistinctFrom(date(depth)),
                () -> date(depth).isNull(),
                () -> date(depth).since(date(depth)).gt(Duration.ofDays(dice.below(60) - 30)),
                () -> value(Sample.day(dice), SqlTypes.DATE).gt(date(depth)));
    }
}
