package io.athanor.tests.cases;

import static io.athanor.sql.Sql.select;

/** The family {@code select}. */
final class SelectCases {
    private SelectCases() {}

    static Cases all() {
        return new Cases("select")
                .add("two-columns", v -> select(v.account.id, v.account.name))
                .add("same-column-twice", v -> select(v.account.id, v.account.id));
    }
}
