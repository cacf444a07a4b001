package io.athanor.tests.kit.change;

import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Row;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.List;
import org.junit.jupiter.api.Test;

/** UPDATE and DELETE, and how many rows they tell. */
public abstract class UpdateDeleteSuite extends KitSuite {
    private final Table t = table(
            "upd_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("name", string(50))
                    .column("dept", string(10)));
    private final Table other = table(
            "upd_other",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("name", string(50)));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<String> name = column(t, "name", STRING);
    private final NamedColumn<String> dept = column(t, "dept", STRING);
    private final NamedColumn<Integer> otherId = column(other, "id", INTEGER);
    private final NamedColumn<String> otherName = column(other, "name", STRING);

    /** Create the suite. */
    protected UpdateDeleteSuite() {}

    @Override
    protected void insertRows() {
        rows(t, row(1, "Angela", "A"), row(2, "Andrew", "A"), row(3, "Anand", "B"), row(4, "Bob", "C"));
        rows(other, row(1, "x1"), row(3, "x3"));
    }

    private List<String> names() {
        return all(select(name).orderBy(id));
    }

    @Test
    void updateOfOneRow() {
        assertThat(run(update(t).set(name, "new").where(id.eq(2)))).isEqualTo(1);
        assertThat(names()).containsExactly("Angela", "new", "Anand", "Bob");
    }

    @Test
    void updateOfAllRows() {
        assertThat(run(update(t).set(dept, "Z"))).isEqualTo(4);
        assertThat(all(select(dept).distinct())).containsExactly("Z");
    }

    @Test
    void updateTellsRowsItMatchedThoughNothingChanges() {
        assertThat(run(update(t).set(dept, "A").where(dept.eq("A")))).isEqualTo(2);
    }

    @Test
    void updateOfNothing() {
        assertThat(run(update(t).set(dept, "A").where(id.eq(99)))).isZero();
    }

    @Test
    void updateByExpression() {
        run(update(t).set(name, name.concat("!")).where(id.eq(4)));
        assertThat(names()).endsWith("Bob!");
    }

    @Test
    void updateToNull() {
        run(update(t).setNull(dept).where(id.eq(1)));
        assertThat(all(select(id).where(dept.isNull()))).containsExactly(1);
    }

    @Test
    void updateOfSeveralColumns() {
        run(update(t).set(name, "n").set(dept, "d").where(id.eq(1)));
        Row row = one(select(t).where(id.eq(1)));
        assertThat(row.get(name)).isEqualTo("n");
        assertThat(row.get(dept)).isEqualTo("d");
    }

    @Test
    void updateOfKey() {
        run(update(t).set(id, id.plus(100)).where(id.eq(4)));
        assertThat(all(select(id).orderBy(id))).containsExactly(1, 2, 3, 104);
    }

    @Test
    void updateBySubquery() {
        run(update(t)
                .set(name, select(otherName).where(otherId.eq(id)).scalarSubquery())
                .where(id.in(select(otherId))));
        assertThat(names()).containsExactly("x1", "Andrew", "x3", "Bob");
    }

    @Test
    void updateWhereExists() {
        assertThat(run(update(t)
                        .set(dept, "E")
                        .where(select(otherId).where(otherId.eq(id)).exists())))
                .isEqualTo(2);
    }

    @Requires(Capability.UPDATE_FROM)
    @Test
    void updateFromAnotherTable() {
        run(update(t).set(name, otherName).where(id.eq(otherId)));
        assertThat(names()).containsExactly("x1", "Andrew", "x3", "Bob");
    }

    @Requires(Capability.UPDATE_FROM)
    @Test
    void updateFromAnotherTableWithConditionOnIt() {
        assertThat(run(update(t).set(name, "new").where(id.eq(otherId), otherName.eq("x3"))))
                .isEqualTo(1);
        assertThat(names()).containsExactly("Angela", "Andrew", "new", "Bob");
    }

    @Requires(Capability.LIMITED_CHANGES)
    @Test
    void limitedUpdate() {
        assertThat(run(update(t).set(dept, "L").limit(2))).isEqualTo(2);
        assertThat(all(select(id).where(dept.eq("L")))).hasSize(2);
    }

    @Test
    void deleteOfOneRow() {
        assertThat(run(delete(t).where(id.eq(2)))).isEqualTo(1);
        assertThat(names()).containsExactly("Angela", "Anand", "Bob");
    }

    @Test
    void deleteOfAllRows() {
        assertThat(run(delete(t))).isEqualTo(4);
        assertThat(names()).isEmpty();
    }

    @Test
    void deleteOfNothing() {
        assertThat(run(delete(t).where(id.eq(99)))).isZero();
    }

    @Test
    void deleteBySubquery() {
        assertThat(run(delete(t).where(id.in(select(otherId))))).isEqualTo(2);
        assertThat(names()).containsExactly("Andrew", "Bob");
    }

    @Test
    void deleteWhereNotExists() {
        assertThat(run(delete(t).where(not(select(otherId).where(otherId.eq(id)).exists()))))
                .isEqualTo(2);
        assertThat(names()).containsExactly("Angela", "Anand");
    }

    @Requires(Capability.DELETE_USING)
    @Test
    void deleteUsingAnotherTable() {
        run(delete(t).using(other).where(id.eq(otherId), otherName.eq("x1")));
        assertThat(names()).containsExactly("Andrew", "Anand", "Bob");
    }

    @Requires(Capability.LIMITED_CHANGES)
    @Test
    void limitedDelete() {
        assertThat(run(delete(t).limit(3))).isEqualTo(3);
        assertThat(names()).hasSize(1);
    }

    @Test
    void statementRunsAgainWithOtherValues() {
        for (int i = 1; i <= 4; i++) {
            assertThat(run(update(t).set(name, "n" + i).where(id.eq(i)))).isEqualTo(1);
        }
        assertThat(names()).containsExactly("n1", "n2", "n3", "n4");
    }

    @Test
    void rawUpdateTellsItsRows() {
        assertThat(sql("UPDATE upd_rows SET dept = 'R' WHERE id > 1")).isEqualTo(3);
    }

    @Test
    void rawDeleteTellsItsRows() {
        assertThat(sql("DELETE FROM upd_rows WHERE dept = 'A'")).isEqualTo(2);
    }

    @Test
    void countOfChangesWithinATransaction() {
        engine().transaction(connection -> {
            assertThat(connection.execute(update(t).set(dept, "T").where(id.lt(4))))
                    .isEqualTo(3);
            assertThat(connection.execute(delete(t).where(dept.eq("T")))).isEqualTo(3);
            assertThat(connection.execute(delete(t).where(dept.eq("T")))).isZero();
        });
    }
}
