package io.athanor.tests.differential;

import io.athanor.sql.tree.Expression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What an expression may be made of.
 *
 * @param keys that together tell the rows of the query apart
 * @param features what may be used
 * @param hasSubqueries whether subqueries may be made, which refer to any of these
 */
record Scope(
        List<Expression<Integer>> numbers,
        List<Expression<String>> texts,
        List<Expression<Boolean>> truths,
        List<Expression<LocalDate>> dates,
        List<Expression<Integer>> keys,
        Features features,
        boolean hasSubqueries) {

    /** Nothing yet. */
    static Scope empty(Features features, boolean hasSubqueries) {
        return new Scope(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                features,
                hasSubqueries);
    }

    Scope withoutSubqueries() {
        return new Scope(numbers, texts, truths, dates, keys, features, false);
    }

    void add(Sample table) {
        numbers.addAll(List.of(table.id, table.ref, table.a, table.b));
        texts.addAll(List.of(table.s, table.t));
        truths.add(table.f);
        dates.add(table.d);
        keys.add(table.id);
    }

    /** A copy to which more can be added. */
    Scope copy() {
        return new Scope(
                new ArrayList<>(numbers),
                new ArrayList<>(texts),
                new ArrayList<>(truths),
                new ArrayList<>(dates),
                keys,
                features,
                hasSubqueries);
    }
}
