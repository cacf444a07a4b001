package io.athanor.tests.kit.type;

import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.inline;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.Sql.when;
import static io.athanor.sql.type.SqlTypes.BOOLEAN;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Truth values. */
public abstract class BooleanSuite extends KitSuite {
    private final Table t = table(
            "bool_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("flag", BOOLEAN));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<Boolean> flag = column(t, "flag", BOOLEAN);

    /** Create the suite. */
    protected BooleanSuite() {}

    @Override
    protected void insertRows() {
        rows(t, row(1, true), row(2, false), row(3, null));
    }

    private List<Integer> where(Expression<Boolean> condition) {
        return all(select(id).where(condition).orderBy(id));
    }

    @Test
    void valuesComeBack() {
        assertThat(all(select(flag).orderBy(id))).containsExactly(true, false, null);
    }

    @Test
    void columnIsACondition() {
        assertThat(where(flag)).containsExactly(1);
    }

    @Test
    void negatedColumnIsACondition() {
        assertThat(where(not(flag))).containsExactly(2);
    }

    @Test
    void isTrueAndIsFalse() {
        assertThat(where(flag.isTrue())).containsExactly(1);
        assertThat(where(flag.isFalse())).containsExactly(2);
    }

    @Test
    void comparedWithValues() {
        assertThat(where(flag.eq(true))).containsExactly(1);
        assertThat(where(flag.eq(false))).containsExactly(2);
        assertThat(where(flag.ne(true))).containsExactly(2);
    }

    @Test
    void isNull() {
        assertThat(where(flag.isNull())).containsExactly(3);
    }

    @Test
    void columnAmongConditions() {
        assertThat(where(and(flag, id.eq(1)))).containsExactly(1);
        assertThat(where(or(flag, id.eq(3)))).containsExactly(1, 3);
    }

    @Test
    void inList() {
        assertThat(where(flag.in(true, false))).containsExactly(1, 2);
    }

    @Test
    void conditionIsStored() {
        run(update(t).set(flag, id.gt(1)));
        assertThat(all(select(flag).orderBy(id))).containsExactly(false, true, true);
    }

    @Test
    void caseOfTruth() {
        assertThat(all(select(when(flag, "yes").otherwise("no").label("v")).orderBy(id)))
                .containsExactly("yes", "no", "no");
    }

    @Test
    void orderedByTruth() {
        assertThat(all(select(id).where(flag.isNotNull()).orderBy(flag))).containsExactly(2, 1);
    }

    @Test
    void groupedByTruth() {
        assertThat(all(select(flag, func.count())
                        .where(flag.isNotNull())
                        .groupBy(flag)
                        .orderBy(flag)))
                .extracting(row -> row.get(0))
                .containsExactly(false, true);
    }

    @Requires(Capability.NATIVE_BOOLEAN)
    @Test
    void wordsOfRawSql() {
        assertThat(all(text("SELECT id FROM bool_rows WHERE flag = TRUE"))).hasSize(1);
        assertThat(all(text("SELECT flag FROM bool_rows WHERE id = 1")).get(0).get(0))
                .isEqualTo(true);
    }

    @Test
    void literals() {
        run(insert(t).set(id, 10).set(flag, inline(true, BOOLEAN)));
        run(insert(t).set(id, 11).set(flag, inline(false, BOOLEAN)));
        assertThat(all(select(flag).where(id.ge(10)).orderBy(id))).containsExactly(true, false);
    }
}
