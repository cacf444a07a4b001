package io.athanor.tests.kit.schema;

import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.error.CheckViolationException;
import io.athanor.engine.error.ForeignKeyViolationException;
import io.athanor.engine.error.UniqueViolationException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.ForeignKeySpec;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Keys and checks do what they say. */
public abstract class ConstraintSuite extends KitSuite {
    private final Table parent =
            table("con_parent", t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false)));

    /** Create the suite. */
    protected ConstraintSuite() {}

    @Override
    protected void insertRows() {
        rows(parent, row(1), row(2));
    }

    private Table child(Consumer<ForeignKeySpec> key) {
        MetaData metadata = parent.metadata();
        return Table.of(
                metadata,
                "con_child" + metadata.tables().size(),
                t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                        .column("parent_id", INTEGER, c -> c.references(column(parent), key)));
    }

    private static Column<Integer> column(Table parent) {
        return parent.column("id", INTEGER);
    }

    private void with(Consumer<ForeignKeySpec> key, Consumer<Table> test) {
        Table child = child(key);
        child.metadata().createAll(engine());
        rows(child, row(1, 1), row(2, 2));
        test.accept(child);
    }

    @Test
    void deleteCascades() {
        with(key -> key.onDelete(ForeignKey.Action.CASCADE), child -> {
            run(delete(parent).where(column(parent).eq(1)));
            assertThat(all(select(child.column("id", INTEGER)))).containsExactly(2);
        });
    }

    @Test
    void deleteSetsNull() {
        with(key -> key.onDelete(ForeignKey.Action.SET_NULL), child -> {
            run(delete(parent).where(column(parent).eq(1)));
            NamedColumn<Integer> key = child.column("parent_id", INTEGER);
            assertThat(all(select(key).orderBy(child.column("id", INTEGER)))).containsExactly(null, 2);
        });
    }

    @Test
    void deleteIsRefused() {
        with(
                key -> {},
                child -> assertThatThrownBy(
                                () -> run(delete(parent).where(column(parent).eq(1))))
                        .isInstanceOf(ForeignKeyViolationException.class));
    }

    @Requires(Capability.UPDATE_CASCADE)
    @Test
    void updateCascades() {
        with(key -> key.onUpdate(ForeignKey.Action.CASCADE), child -> {
            run(update(parent).set(column(parent), 7).where(column(parent).eq(1)));
            assertThat(all(select(child.column("parent_id", INTEGER))
                            .where(child.column("id", INTEGER).eq(1))))
                    .containsExactly(7);
        });
    }

    @Requires(Capability.DEFERRED_CONSTRAINTS)
    @Test
    void deferredKeyIsCheckedAtTheCommit() {
        with(key -> key.deferrable(true).initiallyDeferred(true), child -> {
            engine().transaction(connection -> {
                connection.execute(
                        insert(child).set(child.column("id", INTEGER), 9).set(child.column("parent_id", INTEGER), 99));
                connection.execute(insert(parent).set(column(parent), 99));
            });
            assertThat(all(select(child.column("id", INTEGER))
                            .where(child.column("parent_id", INTEGER).eq(99))))
                    .containsExactly(9);
            assertThatThrownBy(() -> run(insert(child)
                            .set(child.column("id", INTEGER), 10)
                            .set(child.column("parent_id", INTEGER), 1234)))
                    .isInstanceOf(ForeignKeyViolationException.class);
        });
    }

    @Test
    void compositeKeyTellsPairsApart() {
        Table t = create(
                "con_pair", s -> s.column("a", INTEGER).column("b", INTEGER).primaryKey("a", "b"));
        rows(t, row(1, 1), row(1, 2), row(2, 1));
        assertThatThrownBy(() -> rows(t, row(1, 2))).isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void compositeForeignKeyRefersToPairs() {
        MetaData metadata = new MetaData();
        Table to = Table.of(
                metadata,
                "con_to",
                s -> s.column("a", INTEGER).column("b", INTEGER).primaryKey("a", "b"));
        Table from = Table.of(
                metadata,
                "con_from",
                s -> s.column("x", INTEGER)
                        .column("y", INTEGER)
                        .foreignKey(new String[] {"x", "y"}, "con_to.a", "con_to.b"));
        create(metadata);
        rows(to, row(1, 2));
        rows(from, row(1, 2), row(null, null));
        assertThatThrownBy(() -> rows(from, row(2, 1))).isInstanceOf(ForeignKeyViolationException.class);
        assertThat(all(select(column(from, "x", INTEGER)).join(to))).containsExactly(1);
    }

    @Test
    void uniqueConstraintOfSeveralColumns() {
        Table t = create(
                "con_unique", s -> s.column("a", INTEGER).column("b", INTEGER).unique("a", "b"));
        rows(t, row(1, 1), row(1, 2));
        assertThatThrownBy(() -> rows(t, row(1, 1))).isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void uniqueColumnTakesSeveralNulls() {
        Table t = create("con_nulls", s -> s.column("id", INTEGER).column("a", INTEGER, c -> c.unique()));
        rows(t, row(1, null), row(2, null));
        assertThat(all(select(t))).hasSize(2);
    }

    @Test
    void checkOverSeveralColumns() {
        Table t = create(
                "con_check",
                s -> s.column("low", INTEGER)
                        .column("high", INTEGER)
                        .check("ck_order", s.added("low", INTEGER).lt(s.added("high", INTEGER))));
        rows(t, row(1, 2));
        assertThatThrownBy(() -> rows(t, row(2, 1))).isInstanceOf(CheckViolationException.class);
    }

    @Test
    void checkOfTexts() {
        Table t = create("con_texts", s -> s.column("s", string(10), c -> c.check(x -> x.in("a", "it's"))));
        rows(t, row("it's"));
        assertThatThrownBy(() -> rows(t, row("b"))).isInstanceOf(CheckViolationException.class);
    }
}
