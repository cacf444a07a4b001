package io.athanor.tests.kit.schema;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.literalColumn;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.BOOLEAN;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.TIMESTAMP;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.error.DatabaseException;
import io.athanor.sql.Sql;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Row;
import io.athanor.sql.type.SqlType;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Columns whose values the database supplies: defaults, identities, computed ones. */
public abstract class GeneratedColumnSuite extends KitSuite {
    /** Create the suite. */
    protected GeneratedColumnSuite() {}

    private Table defaults() {
        return create(
                "gen_defaults",
                t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                        .column("word", string(20), c -> c.serverDefault(Sql.value("it's 50%")))
                        .column("number", INTEGER, c -> c.serverDefault(Sql.value(-5)))
                        .column("flag", BOOLEAN, c -> c.serverDefault(Sql.value(true)))
                        .column("at", TIMESTAMP, c -> c.serverDefault(func.currentTimestamp())));
    }

    private <T> T supplied(String name, SqlType<T> type) {
        Table t = defaults();
        run(insert(t).set(column(t, "id", INTEGER), 1));
        return one(select(column(t, name, type)));
    }

    @Test
    void defaultText() {
        assertThat(supplied("word", STRING)).isEqualTo("it's 50%");
    }

    @Test
    void defaultNumber() {
        assertThat(supplied("number", INTEGER)).isEqualTo(-5);
    }

    @Requires(Capability.COMPUTED_DEFAULTS)
    @Test
    void defaultThatIsComputed() {
        Table t = create(
                "gen_sum",
                s -> s.column("id", INTEGER)
                        .column("total", INTEGER, c -> c.serverDefault(literalColumn("1 + 2", INTEGER))));
        run(insert(t).set(column(t, "id", INTEGER), 1));
        assertThat(one(select(column(t, "total", INTEGER)))).isEqualTo(3);
    }

    @Test
    void defaultBoolean() {
        assertThat(supplied("flag", BOOLEAN)).isTrue();
    }

    @Test
    void defaultMoment() {
        assertThat(supplied("at", TIMESTAMP)).isAfter(LocalDateTime.of(2020, 1, 1, 0, 0));
    }

    private Table doubled(boolean isStored) {
        return create(
                "gen_computed",
                t -> t.column("a", INTEGER)
                        .column(
                                "twice",
                                INTEGER,
                                c -> c.computed(t.added("a", INTEGER).times(2), isStored)));
    }

    private void computes(Table t) {
        run(insert(t).set(column(t, "a", INTEGER), 4));
        assertThat(all(select(column(t, "twice", INTEGER)))).containsExactly(8);
        run(update(t).set(column(t, "a", INTEGER), 5));
        assertThat(all(select(column(t, "twice", INTEGER))
                        .where(column(t, "twice", INTEGER).eq(10))))
                .containsExactly(10);
    }

    @Requires(Capability.STORED_COMPUTED_COLUMNS)
    @Test
    void storedColumnIsComputed() {
        computes(doubled(true));
    }

    @Requires(Capability.VIRTUAL_COMPUTED_COLUMNS)
    @Test
    void virtualColumnIsComputed() {
        computes(doubled(false));
    }

    @Requires(Capability.STORED_COMPUTED_COLUMNS)
    @Test
    void computedColumnIsSelectedWithItsTable() {
        Table t = doubled(true);
        run(insert(t).set(column(t, "a", INTEGER), 3));
        Row row = one(select(t));
        assertThat(row.get("a", Integer.class)).isEqualTo(3);
        assertThat(row.get("twice", Integer.class)).isEqualTo(6);
    }

    @Requires(Capability.STORED_COMPUTED_COLUMNS)
    @Test
    void computedColumnRefusesValues() {
        doubled(true);
        assertThatThrownBy(() -> sql("INSERT INTO gen_computed (a, twice) VALUES (1, 5)"))
                .isInstanceOf(DatabaseException.class);
    }

    @Requires({Capability.STORED_COMPUTED_COLUMNS, Capability.INSERT_RETURNING})
    @Test
    void computedColumnIsReturned() {
        Table t = doubled(true);
        assertThat(changed(insert(t).set(column(t, "a", INTEGER), 6).returning(column(t, "twice", INTEGER))))
                .containsExactly(12);
    }

    private Table identity(boolean isAlways) {
        return create(
                "gen_identity",
                t -> t.column("id", INTEGER, c -> {
                            if (isAlways) {
                                c.primaryKey().identityAlways(i -> i.start(42));
                            } else {
                                c.primaryKey().identity(i -> i.start(42));
                            }
                        })
                        .column("word", string(20)));
    }

    @Requires(Capability.IDENTITY_COLUMNS)
    @Test
    void identityBeginsWhereItIsTold() {
        Table t = identity(false);
        run(insert(t).set(column(t, "word", STRING), "a"));
        run(insert(t).set(column(t, "word", STRING), "b"));
        assertThat(all(select(column(t, "id", INTEGER)).orderBy(column(t, "id", INTEGER))))
                .containsExactly(42, 43);
    }

    @Requires(Capability.IDENTITY_COLUMNS)
    @Test
    void identityGoesByItsIncrement() {
        Table t = create(
                "gen_increment",
                s -> s.column(
                                "id",
                                BIGINT,
                                c -> c.primaryKey().identity(i -> i.start(10).increment(5)))
                        .column("a", INTEGER));
        run(insert(t).set(column(t, "a", INTEGER), 1));
        run(insert(t).set(column(t, "a", INTEGER), 2));
        assertThat(all(select(column(t, "id", BIGINT)).orderBy(column(t, "id", BIGINT))))
                .containsExactly(10L, 15L);
    }

    @Requires(Capability.IDENTITY_COLUMNS)
    @Test
    void identityByDefaultTakesStatedValues() {
        Table t = identity(false);
        run(insert(t).set(column(t, "id", INTEGER), 7).set(column(t, "word", STRING), "a"));
        assertThat(all(select(column(t, "id", INTEGER)))).containsExactly(7);
    }

    @Requires(Capability.IDENTITY_COLUMNS)
    @Test
    void identityAlwaysNumbersRows() {
        Table t = identity(true);
        run(insert(t).set(column(t, "word", STRING), "a"));
        assertThat(all(select(column(t, "id", INTEGER)))).containsExactly(42);
    }

    @Requires(Capability.IDENTITY_COLUMNS)
    @Test
    void identityAlwaysRefusesStatedValues() {
        identity(true);
        assertThatThrownBy(() -> sql("INSERT INTO gen_identity (id, word) VALUES (1, 'x')"))
                .isInstanceOf(DatabaseException.class);
    }

    @Test
    void autoincrementNeedsNoSequence() {
        Table t = create(
                "gen_auto",
                s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(true))
                        .column("word", string(20)));
        run(insert(t).set(column(t, "word", STRING), "a"));
        run(insert(t).set(column(t, "word", STRING), "b"));
        assertThat(all(select(column(t, "id", INTEGER)).orderBy(column(t, "id", INTEGER))))
                .containsExactly(1, 2);
    }
}
