package io.athanor.tests.differential;

import static io.athanor.sql.Sql.aliased;
import static io.athanor.sql.Sql.all;
import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.any;
import static io.athanor.sql.Sql.caseOf;
import static io.athanor.sql.Sql.exists;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.tuple;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.when;

import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Select;
import io.athanor.sql.type.SqlTypes;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Random expressions. Left out, since databases differ by nature:
 * LIKE of letters in upper case, which SQLite takes for those in lower case, and with a backslash, with which H2 escapes;
 * a value that stands alone, which has no type in H2; products that an INTEGER cannot hold; division and modulo by what may be
 * zero, null in SQLite and refused by H2; a cast of text to a number; greatest and least of nulls; a replacement of no
 * text, which changes nothing in SQLite and yields null in H2, or by none, which MariaDB leaves out where nothing is to be
 * replaced; a quotient of negative integers, rounded towards zero or down; EXISTS beside an equals sign within a
 * subquery, which H2 cannot parse back; a null in a tuple, which H2 takes for unknown even where another value differs.
 */
final class Expressions {
    private final Dice dice;
    private final Scope scope;

    Expressions(Dice dice, Scope scope) {
        this.dice = dice;
        this.scope = scope;
    }

    private static final List<String> PATTERNS = List.of("a%", "%b", "%a%", "_", "a_b", "", "%", "%'s");

    Expression<Integer> number(int depth) {
        if (depth <= 0 || dice.percent(30)) {
            return dice.one(scope.numbers());
        }
        int d = depth - 1;
        return dice.make(
                () -> number(d).plus(number(d)),
                () -> number(d).minus(number(d)),
                () -> number(d).times(number(d)),
                () -> number(d).plus(small()),
                () -> number(d).minus(small()),
                () -> number(d).times(small()),
                () -> number(d).modulo(1 + dice.below(4)),
                () -> number(d).negated(),
                () -> func.coalesce(number(d), small()),
                () -> func.coalesce(number(d), number(d)),
                () -> func.nullif(number(d), small()),
                () -> func.length(text(d)),
                () -> func.call("abs", SqlTypes.INTEGER, number(d)),
                () -> when(condition(d), small()).otherwise(number(d)),
                () -> when(condition(d), number(d)).when(condition(d), small()).otherwise(number(d)),
                () -> caseOf(number(d))
                        .when(small(), number(d))
                        .when(small(), small())
                        .otherwise(small()),
                () -> caseOf(text(d)).when(word(), number(d)).end(),
                () -> func.call("abs", SqlTypes.INTEGER, number(d)).floorDivide(1 + dice.below(4)),
                () -> moments().isPossible() ? moments().number(d) : number(d),
                () -> scope.features().hasInstr()
                        ? func.call("instr", SqlTypes.INTEGER, text(d), value(dice.one(List.of("a", "b", "_"))))
                        : func.length(text(d)),
                () -> scope.hasSubqueries() ? aggregateOfOthers() : number(d));
    }

    /** A quotient to be selected: no zero of it is a negative one, which H2 takes for another. */
    Expression<Integer> selectedFraction() {
        return fraction(1).plus(0);
    }

    /** The true quotient of numbers, and what is reckoned with it; of divisors that leave no rounding. */
    private Expression<Integer> fraction(int depth) {
        int d = Math.max(depth - 1, 0);
        if (depth <= 0) {
            return number(0).divide(dice.one(List.of(1, 2, -4, 8)));
        }
        return dice.make(
                () -> number(d).divide(dice.one(List.of(1, 2, -4, 8))),
                () -> number(d).divide(func.nullif(number(d).modulo(3), 0)),
                () -> fraction(d).plus(number(d)),
                () -> number(d).minus(fraction(d)),
                () -> fraction(d).times(small()),
                () -> fraction(d).divide(dice.one(List.of(2, 4))),
                () -> func.coalesce(fraction(d), number(d)),
                () -> when(condition(d), fraction(d)).otherwise(small()));
    }

    private Moments moments() {
        return new Moments(dice, scope);
    }

    /** Never null. */
    private Expression<Integer> known(int depth) {
        return func.coalesce(number(depth), small());
    }

    private int small() {
        return dice.below(9) - 4;
    }

    Expression<String> text(int depth) {
        if (depth <= 0 || dice.percent(40)) {
            return dice.one(scope.texts());
        }
        int d = depth - 1;
        return dice.make(
                () -> text(d).concat(text(d)),
                () -> text(d).concat(word()),
                () -> func.upper(text(d)),
                () -> func.lower(text(d)),
                () -> func.trim(text(d)),
                () -> func.call("ltrim", SqlTypes.STRING, text(d)),
                () -> func.call("rtrim", SqlTypes.STRING, text(d)),
                () -> func.call("substr", SqlTypes.STRING, text(d), value(1 + dice.below(3)), value(dice.below(3))),
                () -> caseOf(number(d)).when(small(), text(d)).otherwise(word()),
                () -> func.coalesce(text(d), word()),
                () -> func.nullif(text(d), word()),
                () -> func.call(
                        "replace",
                        SqlTypes.STRING,
                        text(d),
                        value(dice.one(List.of("a", "b"))),
                        func.coalesce(text(d), word())),
                () -> number(d).cast(SqlTypes.TEXT),
                () -> when(condition(d), text(d)).otherwise(word()),
                () -> when(condition(d), word()).otherwise(text(d)));
    }

    private String word() {
        return dice.one(Sample.TEXTS);
    }

    Condition condition(int depth) {
        if (depth <= 0) {
            return comparison(0);
        }
        int d = depth - 1;
        return dice.make(
                () -> comparison(d),
                () -> comparison(d),
                () -> ofText(d),
                () -> and(condition(d), condition(d)),
                () -> or(condition(d), condition(d)),
                () -> not(condition(d)),
                () -> scope.truths().isEmpty() ? comparison(d) : ofTruth(d),
                () -> scope.hasSubqueries() ? ofOthers() : comparison(d));
    }

    private Condition comparison(int d) {
        return dice.make(
                () -> number(d).eq(number(d)),
                () -> number(d).ne(small()),
                () -> number(d).lt(number(d)),
                () -> number(d).le(small()),
                () -> number(d).gt(small()),
                () -> number(d).ge(number(d)),
                () -> number(d).in(small(), small(), small()),
                () -> number(d).notIn(List.of(small(), small())),
                () -> number(d).in(List.of()),
                () -> number(d).in(Stream.generate(this::small).limit(20).toList()),
                () -> tuple(known(d), known(d)).inRows(List.of(List.of(small(), small()), List.of(small(), 1))),
                () -> tuple(known(d), func.coalesce(text(d), word())).notInRows(List.of(List.of(small(), word()))),
                () -> fraction(d).lt(small()),
                () -> fraction(d).ge(fraction(d)),
                () -> moments().isPossible()
                        ? moments().condition(d)
                        : number(d).eq(small()),
                () -> number(d).notIn(List.of()),
                () -> number(d).inExpressions(number(d), number(d)),
                () -> number(d).between(small(), small() + 3),
                () -> number(d).between(number(d), number(d)).not(),
                () -> number(d).isNull(),
                () -> text(d).isNotNull(),
                () -> number(d).isDistinctFrom(number(d)),
                () -> number(d).isNotDistinctFrom(small()));
    }

    private Condition ofText(int d) {
        return dice.make(
                () -> text(d).eq(word()),
                () -> text(d).lt(text(d)),
                () -> text(d).ge(word()),
                () -> text(d).in(word(), word()),
                () -> text(d).between(word(), word()),
                () -> text(d).ilike(dice.one(PATTERNS)),
                () -> text(d).icontains(word()),
                () -> stored().like(dice.one(PATTERNS)),
                () -> stored().notLike(dice.one(PATTERNS)),
                () -> stored().startsWith(word()),
                () -> stored().contains(stored()),
                () -> stored().endsWith(stored()));
    }

    /** Text as stored is in lower case. */
    private Expression<String> stored() {
        return dice.one(scope.texts());
    }

    private Condition ofTruth(int d) {
        Expression<Boolean> truth = dice.one(scope.truths());
        return dice.make(
                () -> and(truth, condition(d)),
                () -> not(truth),
                () -> truth.eq(dice.percent(50)),
                () -> scope.features().hasTruthInOuterJoins() ? truth.isTrue() : truth.eq(true),
                () -> scope.features().hasTruthInOuterJoins() ? truth.isFalse().not() : truth.ne(false),
                () -> truth.isNull(),
                () -> truth.eq(new Expressions(dice, scope.withoutSubqueries()).condition(d)),
                () -> new Expressions(dice, scope.withoutSubqueries())
                        .condition(d)
                        .eq(truth),
                () -> func.coalesce(truth, dice.percent(50)).isTrue());
    }

    private Sample other() {
        return aliased(dice.one(Sample.ALL), dice.name("o"));
    }

    /** Rows of another table, most often those that have to do with this row. */
    private Select<Integer> others(Sample other, Expression<Integer> selected) {
        Expressions own = new Expressions(dice, scopeOf(other));
        Condition related = dice.percent(70) ? other.ref.eq(dice.one(scope.numbers())) : own.condition(1);
        return select(selected).where(related, own.condition(1));
    }

    private Scope scopeOf(Sample table) {
        Scope only = Scope.empty(scope.features(), false);
        only.add(table);
        return only;
    }

    private Condition ofOthers() {
        Sample other = other();
        Expressions own = new Expressions(dice, scopeOf(other));
        return dice.make(
                () -> exists(others(other, other.id)),
                () -> others(other, other.id).exists().not(),
                () -> number(1).in(others(other, own.number(1))),
                () -> number(1).notIn(others(other, own.number(0))),
                () -> number(1).eq(any(others(other, own.number(0)))),
                () -> number(1).ne(all(others(other, own.number(1)))),
                () -> number(0).lt(aggregateOfOthers()));
    }

    private Expression<Integer> aggregateOfOthers() {
        Sample other = other();
        Expression<Integer> number = new Expressions(dice, scopeOf(other)).number(1);
        return others(other, dice.make(() -> func.count().typeCoerce(SqlTypes.INTEGER), () -> aggregate(number)))
                .scalarSubquery();
    }

    private Expression<Integer> aggregate(Expression<Integer> of) {
        return dice.make(
                () -> func.sum(of),
                () -> func.min(of),
                () -> func.max(of),
                () -> func.count(of).typeCoerce(SqlTypes.INTEGER),
                () -> func.count(of).distinct().typeCoerce(SqlTypes.INTEGER),
                () -> func.sum(of).distinct(),
                () -> when(func.avg(of).gt(BigDecimal.valueOf(small())), small())
                        .otherwise(small()),
                () -> scope.features().hasFilters()
                        ? func.sum(of).filter(new Expressions(dice, scope.withoutSubqueries()).condition(1))
                        : func.max(of));
    }

    /** An aggregate of the rows of this scope. */
    Expression<Integer> aggregate() {
        return aggregate(new Expressions(dice, scope.withoutSubqueries()).number(1));
    }
}
