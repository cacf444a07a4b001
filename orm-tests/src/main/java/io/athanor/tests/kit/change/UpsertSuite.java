package io.athanor.tests.kit.change;

import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.error.IntegrityException;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Row;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inserts that meet a row of the same key. */
@Requires(Capability.UPSERT)
public abstract class UpsertSuite extends KitSuite {
    private final Table t = table(
            "ups_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("name", string(50))
                    .column("hits", INTEGER));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<String> name = column(t, "name", STRING);
    private final NamedColumn<Integer> hits = column(t, "hits", INTEGER);

    /** Create the suite. */
    protected UpsertSuite() {}

    @Override
    protected void insertRows() {
        rows(t, row(1, "one", 10));
    }

    private Insert of(int key, String text) {
        return insert(t).set(id, key).set(name, text).set(hits, 1);
    }

    private Row at(int key) {
        return one(select(t).where(id.eq(key)));
    }

    @Test
    void newRowIsInserted() {
        run(of(2, "two").onConflict(id).doUpdate(name));
        assertThat(at(2).get(name)).isEqualTo("two");
    }

    @Test
    void oldRowTakesTheProposedValues() {
        run(of(1, "uno").onConflict(id).doUpdate(name));
        assertThat(at(1).get(name)).isEqualTo("uno");
        assertThat(at(1).get(hits)).isEqualTo(10);
    }

    @Test
    void oldRowTakesSeveralProposedValues() {
        run(of(1, "uno").onConflict(id).doUpdate(name, hits));
        assertThat(at(1).get(hits)).isEqualTo(1);
    }

    @Test
    void oldRowIsChangedByExpressions() {
        run(of(1, "uno").onConflict(id).doUpdate(set -> set.set(hits, hits.plus(5))));
        assertThat(at(1).get(hits)).isEqualTo(15);
        assertThat(at(1).get(name)).isEqualTo("one");
    }

    @Test
    void oldAndProposedValuesAreAdded() {
        run(of(1, "uno").onConflict(id).doUpdate(set -> set.set(hits, hits.plus(set.excluded(hits)))));
        assertThat(at(1).get(hits)).isEqualTo(11);
    }

    @Test
    void nothingIsDone() {
        run(of(1, "uno").onConflict(id).doNothing());
        run(of(3, "three").onConflict(id).doNothing());
        assertThat(at(1).get(name)).isEqualTo("one");
        assertThat(at(3).get(name)).isEqualTo("three");
    }

    @Test
    void severalRowsAreInsertedOrChanged() {
        run(insert(t)
                .rows(
                        List.of(1, 2, 3),
                        (row, i) -> row.set(id, i).set(name, "n" + i).set(hits, i))
                .onConflict(id)
                .doUpdate(name));
        assertThat(all(select(name).orderBy(id))).containsExactly("n1", "n2", "n3");
        assertThat(at(1).get(hits)).isEqualTo(10);
    }

    @Requires(Capability.CONDITIONAL_UPSERT)
    @Test
    void onlyRowsOfTheConditionAreChanged() {
        rows(t, row(2, "two", 20));
        run(insert(t)
                .rows(
                        List.of(1, 2, 3),
                        (row, i) -> row.set(id, i).set(name, "new").set(hits, i))
                .onConflict(id)
                .doUpdate(set -> set.set(name, set.excluded(name)).set(hits, hits.plus(1)), hits.gt(10)));
        assertThat(all(select(name).orderBy(id))).containsExactly("one", "new", "new");
        assertThat(all(select(hits).orderBy(id))).containsExactly(10, 21, 3);
    }

    @Requires(Capability.CONDITIONAL_UPSERT)
    @Test
    void conditionDecidesByTheOldRow() {
        Insert proposed = of(1, "uno");
        run(proposed.onConflict(id).doUpdate(set -> set.set(name, set.excluded(name)), name.eq("other")));
        assertThat(at(1).get(name)).isEqualTo("one");
        run(proposed.onConflict(id).doUpdate(set -> set.set(name, set.excluded(name)), name.eq("one")));
        assertThat(at(1).get(name)).isEqualTo("uno");
    }

    @Test
    void conditionIsRefusedWhereThereIsNone() {
        Insert upsert = of(1, "uno").onConflict(id).doUpdate(set -> set.set(hits, hits.plus(1)), hits.gt(10));
        if (has(Capability.CONDITIONAL_UPSERT)) {
            assertThat(run(upsert)).isNotNegative();
        } else {
            assertThatThrownBy(() -> run(upsert)).isInstanceOf(CompileException.class);
        }
        assertThat(at(1).get(hits)).isEqualTo(10);
    }

    @Test
    void otherConflictIsAnError() {
        Table two = create(
                "ups_two",
                s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                        .column("v", INTEGER, c -> c.notNull()));
        assertThatThrownBy(() -> run(insert(two)
                        .set(column(two, "id", INTEGER), 1)
                        .setNull(column(two, "v", INTEGER))
                        .onConflict(column(two, "id", INTEGER))
                        .doNothing()))
                .isInstanceOf(IntegrityException.class);
    }
}
