package io.athanor.tests.kit.change;

import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.type.SqlTypes.DOUBLE;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.NUMERIC;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.numeric;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.dialect.Capability;
import io.athanor.sql.Sql;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.RowStatement;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** RETURNING. */
public abstract class ReturningSuite extends KitSuite {
    private final Table t = table(
            "ret_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey())
                    .column("data", string(50))
                    .column("number", INTEGER, c -> c.serverDefault(Sql.value(7)))
                    .column("price", numeric(10, 2))
                    .column("share", DOUBLE));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<String> data = column(t, "data", STRING);
    private final NamedColumn<Integer> number = column(t, "number", INTEGER);
    private final NamedColumn<BigDecimal> price = column(t, "price", NUMERIC);
    private final NamedColumn<Double> share = column(t, "share", DOUBLE);

    /** Create the suite. */
    protected ReturningSuite() {}

    private void insertThree() {
        rows(t, row(1, "d1", 10), row(2, "d2", 20), row(3, "d3", 30));
    }

    @Requires(Capability.INSERT_RETURNING)
    @Test
    void insertedKeyComesBack() {
        int key = changed(insert(t).set(data, "x").returning(id)).get(0);
        assertThat(one(select(data).where(id.eq(key)))).isEqualTo("x");
    }

    @Requires(Capability.INSERT_RETURNING)
    @Test
    void valueSuppliedByTheDatabaseComesBack() {
        assertThat(changed(insert(t).set(data, "x").returning(number))).containsExactly(7);
    }

    @Requires(Capability.INSERT_RETURNING)
    @Test
    void severalColumnsOfInsertComeBackAsRow() {
        Row row = changed(insert(t).set(data, "x").returning(id, data, number)).get(0);
        assertThat(row.get(data)).isEqualTo("x");
        assertThat(row.get(number)).isEqualTo(7);
    }

    @Requires(Capability.INSERT_RETURNING)
    @Test
    void typedValuesOfInsertComeBack() {
        Row row = changed(insert(t)
                        .set(price, new BigDecimal("12.50"))
                        .set(share, 0.25)
                        .returning(price, share))
                .get(0);
        assertThat(row.get(price)).isEqualByComparingTo("12.50");
        assertThat(row.get(share)).isEqualTo(0.25);
    }

    @Requires(Capability.INSERT_RETURNING)
    @Test
    void expressionOfInsertComesBack() {
        assertThat(changed(insert(t).set(data, "x").returning(number.plus(1).label("next"))))
                .containsExactly(8);
    }

    @Requires(Capability.INSERT_RETURNING)
    @Test
    void insertWithoutCommitIsUndone() {
        try (Connection connection = engine().connect()) {
            connection.execute(insert(t).set(data, "x").returning(id)).all();
            connection.rollback();
        }
        assertThat(all(select(id))).isEmpty();
    }

    @Requires(Capability.UPDATE_RETURNING)
    @Test
    void updatedValuesComeBack() {
        insertThree();
        assertThat(changed(update(t).set(number, number.plus(1)).where(id.ge(2)).returning(number)))
                .containsExactlyInAnyOrder(21, 31);
    }

    @Requires(Capability.UPDATE_RETURNING)
    @Test
    void updateOfNothingReturnsNothing() {
        assertThat(changed(update(t).set(number, 1).where(id.eq(99)).returning(id)))
                .isEmpty();
    }

    @Requires(Capability.DELETE_RETURNING)
    @Test
    void deletedValuesComeBack() {
        insertThree();
        assertThat(changed(delete(t).where(id.lt(3)).returning(data))).containsExactlyInAnyOrder("d1", "d2");
        assertThat(all(select(id))).containsExactly(3);
    }

    @Requires(Capability.DELETE_RETURNING)
    @Test
    void deleteOfNothingReturnsNothing() {
        assertThat(changed(delete(t).returning(id))).isEmpty();
    }

    @Test
    void insertIsRefusedOrReturns() {
        refusedUnless(Capability.INSERT_RETURNING, insert(t).set(data, "x").returning(id));
    }

    @Test
    void updateIsRefusedOrReturns() {
        refusedUnless(Capability.UPDATE_RETURNING, update(t).set(data, "x").returning(id));
    }

    @Test
    void deleteIsRefusedOrReturns() {
        refusedUnless(Capability.DELETE_RETURNING, delete(t).returning(id));
    }

    private void refusedUnless(Capability capability, RowStatement<Integer> statement) {
        if (has(capability)) {
            assertThat(engine().dialect().compile(statement).sql()).isNotBlank();
        } else {
            assertThatThrownBy(() -> changed(statement)).isInstanceOf(CompileException.class);
        }
    }
}
