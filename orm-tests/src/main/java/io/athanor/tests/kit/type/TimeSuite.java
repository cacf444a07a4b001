package io.athanor.tests.kit.type;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.DATE;
import static io.athanor.sql.type.SqlTypes.DURATION;
import static io.athanor.sql.type.SqlTypes.INSTANT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.OFFSET_TIMESTAMP;
import static io.athanor.sql.type.SqlTypes.TIME;
import static io.athanor.sql.type.SqlTypes.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates and times: fractions, zones, far days, arithmetic. */
public abstract class TimeSuite extends KitSuite {
    private final Table t = table(
            "time_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("day_of", DATE)
                    .column("time_of", TIME)
                    .column("moment", TIMESTAMP)
                    .column("zoned", OFFSET_TIMESTAMP)
                    .column("instant_of", INSTANT)
                    .column("span", DURATION));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<LocalDate> day = column(t, "day_of", DATE);
    private final NamedColumn<LocalTime> time = column(t, "time_of", TIME);
    private final NamedColumn<LocalDateTime> moment = column(t, "moment", TIMESTAMP);
    private final NamedColumn<OffsetDateTime> zoned = column(t, "zoned", OFFSET_TIMESTAMP);
    private final NamedColumn<Instant> instant = column(t, "instant_of", INSTANT);
    private final NamedColumn<Duration> span = column(t, "span", DURATION);

    /** Create the suite. */
    protected TimeSuite() {}

    private <T> T kept(NamedColumn<T> column, T value) {
        run(insert(t).set(id, 1).set(column, value));
        return one(select(column));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000-01-01",
                "1582-10-04",
                "1582-10-15",
                "1727-04-01",
                "1969-12-31",
                "2000-02-29",
                "2038-01-20",
                "9999-12-31"
            })
    void dateOfAnyCentury(String text) {
        assertThat(kept(day, LocalDate.parse(text))).isEqualTo(LocalDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000-01-01T00:00:00",
                "1850-11-10T11:52:35",
                "1969-12-31T23:59:59",
                "2024-03-31T02:30:00",
                "2038-01-19T03:14:08",
                "9999-12-31T00:00:00"
            })
    void momentOfAnyCentury(String text) {
        assertThat(kept(moment, LocalDateTime.parse(text))).isEqualTo(LocalDateTime.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:00:00", "12:57:18", "23:59:59", "02:30:00"})
    void timeOfTheDay(String text) {
        assertThat(kept(time, LocalTime.parse(text))).isEqualTo(LocalTime.parse(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 396_000, 999_999_000, 120_000_000, 500_000_000})
    void momentKeepsMicroseconds(int nanos) {
        LocalDateTime value = LocalDateTime.of(2012, 10, 15, 12, 57, 18, nanos);
        assertThat(kept(moment, value)).isEqualTo(value);
    }

    @Test
    void timeKeepsMicroseconds() {
        LocalTime value = LocalTime.of(12, 57, 18, 396_000);
        assertThat(kept(time, value)).isEqualTo(value);
    }

    @Requires(Capability.NANOSECONDS)
    @Test
    void momentKeepsNanoseconds() {
        LocalDateTime value = LocalDateTime.of(2012, 10, 15, 12, 57, 18, 123_456_789);
        assertThat(kept(moment, value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z", "+02:00", "-08:00", "+05:30", "+14:00", "-12:00"})
    void momentWithOffsetIsTheSameInstant(String offset) {
        OffsetDateTime value = OffsetDateTime.of(2024, 7, 1, 12, 30, 15, 123_456_000, ZoneOffset.of(offset));
        assertThat(kept(zoned, value).toInstant()).isEqualTo(value.toInstant());
        assertThat(all(select(id).where(zoned.eq(value)))).containsExactly(1);
    }

    @Requires(Capability.MOMENT_COMPARISON)
    @Test
    void momentsAreComparedWhateverTheirOffsets() {
        OffsetDateTime value = OffsetDateTime.of(2024, 7, 1, 12, 30, 15, 0, ZoneOffset.ofHours(2));
        run(insert(t).set(id, 1).set(zoned, value));
        assertThat(all(select(id).where(zoned.eq(value.withOffsetSameInstant(ZoneOffset.UTC)))))
                .containsExactly(1);
        assertThat(all(select(id).where(zoned.gt(value.plusHours(1).withOffsetSameInstant(ZoneOffset.ofHours(9))))))
                .isEmpty();
    }

    @Requires(Capability.OFFSET_TIMESTAMPS)
    @ParameterizedTest
    @ValueSource(strings = {"Z", "+02:00", "-08:00", "+05:30"})
    void momentKeepsItsOffset(String offset) {
        OffsetDateTime value = OffsetDateTime.of(2024, 7, 1, 12, 30, 15, 0, ZoneOffset.of(offset));
        assertThat((Object) kept(zoned, value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2024-03-31T00:59:59.999999Z",
                "2024-03-31T01:00:00Z",
                "2024-10-27T00:30:00Z",
                "2024-10-27T01:30:00Z"
            })
    void instantIsKeptAroundChangesOfTheClock(String text) {
        assertThat(kept(instant, Instant.parse(text))).isEqualTo(Instant.parse(text));
    }

    @Test
    void instantDoesNotDependOnTheProgramsZone() {
        java.util.TimeZone before = java.util.TimeZone.getDefault();
        Instant value = Instant.parse("2024-06-30T22:00:00.5Z");
        try {
            java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("America/New_York"));
            run(insert(t).set(id, 1).set(instant, value).set(moment, LocalDateTime.of(2024, 3, 10, 2, 30)));
            java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("Asia/Tokyo"));
            assertThat(one(select(instant))).isEqualTo(value);
            assertThat(one(select(moment))).isEqualTo(LocalDateTime.of(2024, 3, 10, 2, 30));
        } finally {
            java.util.TimeZone.setDefault(before);
        }
    }

    @Test
    void datesAreOrderedAndCompared() {
        rows(
                t,
                row(1, LocalDate.of(2024, 1, 2)),
                row(2, LocalDate.of(2023, 12, 31)),
                row(3, LocalDate.of(2024, 1, 10)));
        assertThat(all(select(id).orderBy(day))).containsExactly(2, 1, 3);
        assertThat(all(select(id).where(day.between(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 5)))))
                .containsExactly(1);
    }

    @Test
    void momentsAreOrderedAndCompared() {
        LocalDateTime noon = LocalDateTime.of(2024, 1, 1, 12, 0);
        run(insert(t).set(id, 1).set(moment, noon));
        run(insert(t).set(id, 2).set(moment, noon.plusNanos(1_000)));
        run(insert(t).set(id, 3).set(moment, noon.minusSeconds(1)));
        assertThat(all(select(id).orderBy(moment))).containsExactly(3, 1, 2);
        assertThat(all(select(id).where(moment.gt(noon)))).containsExactly(2);
    }

    @Test
    void instantsAreOrderedAndCompared() {
        Instant start = Instant.parse("2024-01-01T00:00:00Z");
        run(insert(t).set(id, 1).set(instant, start));
        run(insert(t).set(id, 2).set(instant, start.plusMillis(1)));
        assertThat(all(select(id).where(instant.gt(start)))).containsExactly(2);
        assertThat(one(select(func.max(instant)))).isEqualTo(start.plusMillis(1));
    }

    @Test
    void timeIsAdded() {
        LocalDateTime start = LocalDateTime.of(2024, 2, 28, 23, 30);
        run(insert(t).set(id, 1).set(moment, start));
        assertThat(one(select(moment.plus(Duration.ofHours(1)).label("v")))).isEqualTo(start.plusHours(1));
        assertThat(one(select(moment.minus(Duration.ofDays(1)).label("v")))).isEqualTo(start.minusDays(1));
    }

    @Test
    void daysAreAddedToDates() {
        run(insert(t).set(id, 1).set(day, LocalDate.of(2024, 2, 28)));
        assertThat(one(select(day.plus(Duration.ofDays(2)).label("v")))).isEqualTo(LocalDate.of(2024, 3, 1));
    }

    @Test
    void timeOfTheDayGoesOnFromMidnight() {
        run(insert(t).set(id, 1).set(time, LocalTime.of(23, 30)));
        assertThat(one(select(time.plus(Duration.ofMinutes(45)).label("v")))).isEqualTo(LocalTime.of(0, 15));
        assertThat(one(select(time.minus(Duration.ofHours(2)).label("v")))).isEqualTo(LocalTime.of(21, 30));
    }

    @Test
    void valueIsMovedToo() {
        run(insert(t).set(id, 1));
        Expression<LocalDateTime> noon = value(LocalDateTime.of(2024, 1, 31, 12, 0));
        assertThat(one(select(noon.plus(Duration.ofDays(1)).label("v")).from(t)))
                .isEqualTo(LocalDateTime.of(2024, 2, 1, 12, 0));
    }

    @Test
    void fractionIsAddedAndTakenAway() {
        LocalDateTime start = LocalDateTime.of(2024, 1, 1, 0, 0, 0, 1_000_000);
        run(insert(t).set(id, 1).set(moment, start));
        assertThat(one(select(moment.plus(Duration.ofMillis(1_999)).label("v"))))
                .isEqualTo(start.plusNanos(1_999_000_000));
        assertThat(one(select(moment.minus(Duration.ofMillis(2)).label("v")))).isEqualTo(start.minusNanos(2_000_000));
    }

    @Test
    void rowsAreFoundByMovedMoments() {
        LocalDateTime start = LocalDateTime.of(2024, 1, 1, 12, 0);
        run(insert(t).set(id, 1).set(moment, start));
        run(insert(t).set(id, 2).set(moment, start.minusHours(3)));
        assertThat(all(select(id).where(moment.plus(Duration.ofHours(2)).gt(start))))
                .containsExactly(1);
    }

    @Test
    void spanBetweenDates() {
        run(insert(t).set(id, 1).set(day, LocalDate.of(2024, 3, 1)));
        Expression<LocalDate> earlier = value(LocalDate.of(2024, 2, 27));
        assertThat(one(select(day.since(earlier).label("v")))).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void spanMayBeNegative() {
        run(insert(t).set(id, 1).set(moment, LocalDateTime.of(2024, 1, 1, 0, 0)));
        Expression<LocalDateTime> later = value(LocalDateTime.of(2024, 1, 1, 0, 1));
        assertThat(one(select(moment.since(later).label("v")))).isEqualTo(Duration.ofMinutes(-1));
    }

    @Test
    void spanBetweenMoments() {
        run(insert(t).set(id, 1).set(moment, LocalDateTime.of(2024, 1, 2, 12, 0)));
        Expression<LocalDateTime> earlier = value(LocalDateTime.of(2024, 1, 1, 11, 59, 30));
        assertThat(one(select(moment.since(earlier).label("v"))))
                .isEqualTo(Duration.ofDays(1).plusSeconds(30));
    }

    @Test
    void storedSpanIsAdded() {
        LocalDateTime start = LocalDateTime.of(2024, 1, 1, 0, 0);
        run(insert(t).set(id, 1).set(moment, start).set(span, Duration.ofMinutes(90)));
        assertThat(one(select(moment.plusTime(span).label("v")))).isEqualTo(start.plusMinutes(90));
        assertThat(one(select(moment.minusTime(span).label("v")))).isEqualTo(start.minusMinutes(90));
    }

    @Test
    void spansAreSummedAndCompared() {
        run(insert(t).set(id, 1).set(span, Duration.ofMinutes(1)));
        run(insert(t).set(id, 2).set(span, Duration.ofHours(1)));
        assertThat(all(select(id).where(span.gt(Duration.ofMinutes(2))))).containsExactly(2);
        assertThat(one(select(func.max(span)))).isEqualTo(Duration.ofHours(1));
    }
}
