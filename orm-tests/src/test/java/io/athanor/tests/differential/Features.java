package io.athanor.tests.differential;

/**
 * What all databases that are asked can do, and which is left out otherwise.
 *
 * @param hasFullJoin FULL JOIN
 * @param joinsFullyOnAll whether FULL JOIN takes any condition, rather than one that two columns are equal
 * @param hasFilters aggregates with FILTER
 * @param hasDaysOfWeek EXTRACT of the day of the week and of the year
 * @param hasInstr the function {@code instr}
 * @param hasTruthInOuterJoins whether IS TRUE of a missing row is false, however it is negated; MariaDB drops the row
 * @param hasDistinctGroups whether SELECT DISTINCT of groups keeps all that differ; MariaDB loses some
 */
record Features(
        boolean hasFullJoin,
        boolean joinsFullyOnAll,
        boolean hasFilters,
        boolean hasDaysOfWeek,
        boolean hasInstr,
        boolean hasTruthInOuterJoins,
        boolean hasDistinctGroups) {}
