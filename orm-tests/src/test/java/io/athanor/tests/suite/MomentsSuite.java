package io.athanor.tests.suite;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.DATE;
import static io.athanor.sql.type.SqlTypes.DURATION;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Connection;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSource;
import io.athanor.sql.schema.TypedTable;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Expression;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Moments and lengths of time are reckoned with in the database, whatever it keeps them as. */
public abstract class MomentsSuite extends DatabaseSuite {
    private static final LocalDateTime START = LocalDateTime.of(2024, 2, 28, 23, 30);
    private static final LocalDate DAY = LocalDate.of(2024, 2, 28);
    private static final Duration DAY_AND_HOUR = Duration.ofHours(25);

    private final MetaData metadata = new MetaData();
    private final Shift shift = Table.typed(metadata, "shift", Shift::new);
    private Connection connection;

    static final class Shift extends TypedTable {
        final Column<Integer> id = column("id", INTEGER, c -> c.primaryKey());
        final Column<LocalDateTime> start = column("start_at", TIMESTAMP, c -> {});
        final Column<LocalDate> day = column("shift_day", DATE, c -> {});
        final Column<Duration> length = column("length_of", DURATION, c -> {});

        Shift(TableSource source) {
            super(source);
        }
    }

    protected MomentsSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void fill() {
        connection = engine.connect();
        connection.createAll(metadata);
        connection.execute(insert(shift)
                .set(shift.id, 1)
                .set(shift.start, START)
                .set(shift.day, DAY)
                .set(shift.length, DAY_AND_HOUR));
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    private <T> T only(Expression<T> value) {
        return connection.execute(select(value)).one();
    }

    private boolean holds(Condition condition) {
        return !connection.execute(select(shift.id).where(condition)).all().isEmpty();
    }

    @Test
    void momentIsMovedByALength() {
        assertThat(only(shift.start.plus(Duration.ofMinutes(45)))).isEqualTo(START.plusMinutes(45));
        assertThat(only(shift.start.minus(DAY_AND_HOUR))).isEqualTo(START.minus(DAY_AND_HOUR));
        assertThat(only(shift.start.plusTime(shift.length))).isEqualTo(START.plus(DAY_AND_HOUR));
        assertThat(only(shift.start.minusTime(shift.length))).isEqualTo(START.minus(DAY_AND_HOUR));
        assertThat(only(shift.start.plus(Duration.ofMillis(1500)))).isEqualTo(START.plusNanos(1_500_000_000));
    }

    @Test
    void dateIsMovedByWholeDays() {
        assertThat(only(shift.day.plus(Duration.ofDays(2)))).isEqualTo(DAY.plusDays(2));
        assertThat(only(shift.day.minus(Duration.ofDays(59)))).isEqualTo(DAY.minusDays(59));
    }

    @Test
    void movedMomentIsMovedAgainAndCompared() {
        assertThat(only(shift.start.plus(DAY_AND_HOUR).minusTime(shift.length))).isEqualTo(START);
        assertThat(holds(shift.start.plus(DAY_AND_HOUR).gt(START.plusDays(1)))).isTrue();
        assertThat(holds(shift.start.minus(DAY_AND_HOUR).gt(START))).isFalse();
        assertThat(holds(func.now().minus(DAY_AND_HOUR).lt(func.now()))).isTrue();
        assertThat(holds(func.now().plus(DAY_AND_HOUR).gt(func.now()))).isTrue();
    }

    @Test
    void differenceIsALength() {
        assertThat(only(shift.start.plus(DAY_AND_HOUR).since(shift.start))).isEqualTo(DAY_AND_HOUR);
        assertThat(only(shift.start.since(shift.start.plus(Duration.ofSeconds(90)))))
                .isEqualTo(Duration.ofSeconds(-90));
        assertThat(only(shift.day.since(shift.day))).isEqualTo(Duration.ZERO);
        assertThat(only(shift.day.plus(Duration.ofDays(2)).since(shift.day))).isEqualTo(Duration.ofDays(2));
        assertThat(holds(shift.start.plus(DAY_AND_HOUR).since(shift.start).eq(DAY_AND_HOUR)))
                .isTrue();
    }

    @Test
    void lengthsAreAdded() {
        assertThat(only(shift.length.plus(Duration.ofHours(1)))).isEqualTo(Duration.ofHours(26));
        assertThat(only(shift.length.minus(Duration.ofHours(26)))).isEqualTo(Duration.ofHours(-1));
        assertThat(holds(shift.length.gt(Duration.ofDays(1)))).isTrue();
    }
}
