package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.SqlTypes;

/** Numbers of rows as binds. */
final class RowCounts {
    private RowCounts() {}

    static Bind<Long> count(String clause, long n) {
        if (n < 0) {
            throw new ArgumentException("%s [%d] is negative; give 0 or more".formatted(clause, n));
        }
        return new Bind<>("param", n, SqlTypes.BIGINT);
    }
}
