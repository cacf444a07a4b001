package io.athanor.orm.flush;

import io.athanor.orm.state.StaleDataException;
import io.athanor.sql.schema.Table;

/** Compares how many rows a batch has met with how many it was to meet. */
final class RowCount {
    private RowCount() {}

    static long met(long[] counts) {
        long met = 0;
        for (long count : counts) {
            // A driver may say that a batch succeeded without saying how many rows it met.
            met += count == java.sql.Statement.SUCCESS_NO_INFO ? 1 : count;
        }
        return met;
    }

    static void check(String verb, Table table, long[] counts) {
        long expected = counts.length;
        long met = met(counts);
        if (met != expected) {
            throw new StaleDataException(
                    "%s of table [%s] was to meet [%d] rows but met [%d]; the rows were changed or deleted meanwhile: roll back, and load them again"
                            .formatted(verb, table.name(), expected, met));
        }
    }
}
