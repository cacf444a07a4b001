package io.athanor.tests.cases;

import static io.athanor.sql.Sql.aliased;
import static io.athanor.sql.Sql.literalColumn;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;

import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.FetchMode;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.Select;
import io.athanor.sql.type.SqlTypes;
import io.athanor.tests.cases.Vocabulary.Account;

/** The family {@code limit-lock}. */
final class LimitCases {
    private LimitCases() {}

    static Cases all() {
        Cases cases = new Cases("limit-lock");
        limits(cases);
        fetches(cases);
        locks(cases);
        return cases;
    }

    private static Select<Integer> sorted(Vocabulary v) {
        return select(v.account.id).orderBy(v.account.id);
    }

    private static void limits(Cases cases) {
        cases.add("limit", v -> sorted(v).limit(v.l(5)))
                .add("limit-offset", v -> sorted(v).limit(v.l(5)).offset(v.l(10)))
                .add("limit-zero", v -> sorted(v).limit(v.l(0)))
                .add("limit-none", v -> sorted(v).limit(v.l(5)).clearLimit())
                .add(
                        "limit-expr",
                        v -> sorted(v)
                                .limit(Bind.named(v.name("n"), v.l(4), SqlTypes.BIGINT)
                                        .plus(value(v.l(1)))))
                .add("limit-literal", v -> sorted(v).limit(literalColumn("3", SqlTypes.INTEGER)))
                .add("limit-in-subq", v -> select(sorted(v).limit(v.l(2)).subquery(v.name("x"))))
                .add("limit-literal-binds", v -> (Cases.Ddl)
                        dialect -> dialect.literal(sorted(v).limit(5).offset(10)));
    }

    private static void fetches(Cases cases) {
        cases.add("fetch", v -> sorted(v).fetch(v.l(5)))
                .add("fetch-ties", v -> sorted(v).fetch(value(v.l(5)), FetchMode.ROWS_WITH_TIES))
                .add("fetch-percent", v -> sorted(v).fetch(value(v.l(5)), FetchMode.PERCENT))
                .add("fetch-offset", v -> sorted(v).offset(v.l(2)).fetch(v.l(5)));
    }

    private static void locks(Cases cases) {
        cases.add("for-update", v -> select(v.account.id).forUpdate())
                .add("nowait", v -> select(v.account.id).forUpdate(ForUpdate.UPDATE.nowait()))
                .add("skip-locked", v -> select(v.account.id).forUpdate(ForUpdate.UPDATE.skipLocked()))
                .add("read", v -> select(v.account.id).forUpdate(ForUpdate.SHARE))
                .add(
                        "of-column",
                        v -> select(v.account.id, v.item.id)
                                .from(v.account.join(v.item))
                                .forUpdate(ForUpdate.UPDATE.of(v.account)))
                .add("of-alias", v -> {
                    Account a1 = aliased(v.account, v.name("a1"));
                    return select(a1.id).forUpdate(ForUpdate.UPDATE.of(a1));
                })
                .add("lock-limit", v -> sorted(v).limit(v.l(1)).forUpdate());
    }
}
