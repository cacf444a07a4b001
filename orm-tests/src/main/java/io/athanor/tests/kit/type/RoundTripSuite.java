package io.athanor.tests.kit.type;

import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.inline;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.BOOLEAN;
import static io.athanor.sql.type.SqlTypes.BYTES;
import static io.athanor.sql.type.SqlTypes.DATE;
import static io.athanor.sql.type.SqlTypes.DOUBLE;
import static io.athanor.sql.type.SqlTypes.DURATION;
import static io.athanor.sql.type.SqlTypes.INSTANT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.OFFSET_TIMESTAMP;
import static io.athanor.sql.type.SqlTypes.SMALLINT;
import static io.athanor.sql.type.SqlTypes.TEXT;
import static io.athanor.sql.type.SqlTypes.TIME;
import static io.athanor.sql.type.SqlTypes.TIMESTAMP;
import static io.athanor.sql.type.SqlTypes.UUID_TEXT;
import static io.athanor.sql.type.SqlTypes.character;
import static io.athanor.sql.type.SqlTypes.decimal;
import static io.athanor.sql.type.SqlTypes.enumOf;
import static io.athanor.sql.type.SqlTypes.numeric;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.error.UniqueViolationException;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.type.ConvertedType;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import io.athanor.sql.type.StorageKind;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of every type come out as they were put in: bound, as literals, in conditions and lists, and as NULL. */
public abstract class RoundTripSuite extends KitSuite {
    private static final OffsetDateTime MOMENT = OffsetDateTime.of(2024, 1, 2, 3, 4, 5, 0, ZoneOffset.ofHours(2));

    /** Create the suite. */
    protected RoundTripSuite() {}

    enum Mood {
        HAPPY,
        SAD,
        O_K
    }

    /** A type with values of it. */
    record Sample<T>(String name, SqlType<T> type, List<T> values) {
        @SafeVarargs
        @SuppressWarnings("varargs") // only read
        static <T> Sample<T> of(String name, SqlType<T> type, T... values) {
            return new Sample<>(name, type, List.of(values));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Sample<?>> samples() {
        List<Sample<?>> all = new ArrayList<>(numbers());
        all.addAll(texts());
        all.addAll(times());
        return all;
    }

    private static List<Sample<?>> numbers() {
        return List.of(
                Sample.of("smallint", SMALLINT, (short) 0, Short.MIN_VALUE, Short.MAX_VALUE),
                Sample.of("integer", INTEGER, 0, -7, Integer.MIN_VALUE, Integer.MAX_VALUE),
                Sample.of("bigint", BIGINT, 0L, Long.MIN_VALUE, Long.MAX_VALUE),
                Sample.of("double", DOUBLE, 0.0, Math.PI, -1e-100, 1e100),
                Sample.of(
                        "numeric",
                        numeric(10, 2),
                        new BigDecimal("0.00"),
                        new BigDecimal("12345678.91"),
                        new BigDecimal("-0.01")),
                Sample.of("decimal", decimal(15, 4), new BigDecimal("12345678901.2345"), new BigDecimal("-1.0000")),
                Sample.of("whole numeric", numeric(9, 0), new BigDecimal("123456789"), new BigDecimal("-1")),
                Sample.of("boolean", BOOLEAN, true, false));
    }

    private static List<Sample<?>> texts() {
        return List.of(
                Sample.of(
                        "varchar",
                        string(60),
                        "",
                        "some text",
                        "it's \"quoted\"",
                        "back\\slash",
                        "50% _x",
                        "two\nlines"),
                Sample.of("unicode varchar", string(60), "Grüße", "世界", "😀", "drôle de petit voix m’a réveillé"),
                Sample.of("text", TEXT, "x", "some 'text' with \"quotes\" and \\", "Grüße 世界 😀"),
                Sample.of("char", character(3), "abc", "äöü"),
                Sample.of(
                        "uuid",
                        SqlTypes.UUID,
                        UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
                        new UUID(-1, -1)),
                Sample.of("uuid as text", UUID_TEXT, UUID.fromString("00112233-4455-6677-8899-aabbccddeeff")),
                Sample.of("enum", enumOf(Mood.class), Mood.HAPPY, Mood.O_K),
                Sample.of("enum of texts", enumOf("happy", "it's fine").named("kit_words"), "happy", "it's fine"),
                Sample.of("bytes", BYTES, new byte[] {0, 1, -1, 127, -128}, new byte[] {39, 92, 34}),
                Sample.of("converted", new Celsius(), new Degrees(21), new Degrees(-40)));
    }

    private static List<Sample<?>> times() {
        return List.of(
                Sample.of(
                        "date", DATE, LocalDate.of(2024, 2, 29), LocalDate.of(1969, 12, 31), LocalDate.of(1900, 1, 1)),
                Sample.of("time", TIME, LocalTime.of(23, 59, 58), LocalTime.MIDNIGHT),
                Sample.of(
                        "timestamp",
                        TIMESTAMP,
                        LocalDateTime.of(2012, 10, 15, 12, 57, 18),
                        LocalDateTime.of(1969, 7, 20, 0, 0)),
                Sample.of(
                        "timestamp of microseconds",
                        TIMESTAMP,
                        LocalDateTime.of(2012, 10, 15, 12, 57, 18, 396_000),
                        LocalDateTime.of(2012, 10, 15, 12, 57, 18, 999_999_000)),
                Sample.of("offset timestamp", OFFSET_TIMESTAMP, MOMENT, MOMENT.plusNanos(123_456_000)),
                Sample.of(
                        "instant",
                        INSTANT,
                        Instant.parse("2024-06-30T22:00:00Z"),
                        Instant.parse("2001-09-09T01:46:40.123456Z")),
                Sample.of(
                        "duration",
                        DURATION,
                        Duration.ZERO,
                        Duration.ofHours(25).plusMillis(7),
                        Duration.ofDays(-3)));
    }

    /** A value that only the program knows. */
    record Degrees(int value) {}

    /** Degrees as whole numbers. */
    static final class Celsius extends ConvertedType<Degrees, Integer> {
        Celsius() {
            super(Degrees.class, INTEGER);
        }

        @Override
        protected Integer toStored(Degrees value) {
            return value.value();
        }

        @Override
        protected Degrees fromStored(Integer stored) {
            return new Degrees(stored);
        }
    }

    private <T> Table holding(Sample<T> sample) {
        return create(
                "round_trip",
                t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                        .column("v", sample.type()));
    }

    /** Offsets are kept only by some, and decimals differ in their zeros. */
    private <T> void same(@Nullable T found, T expected) {
        if (expected instanceof BigDecimal number) {
            assertThat((BigDecimal) found).isEqualByComparingTo(number);
        } else if (expected instanceof OffsetDateTime moment && !has(Capability.OFFSET_TIMESTAMPS)) {
            assertThat(((OffsetDateTime) java.util.Objects.requireNonNull(found)).toInstant())
                    .isEqualTo(moment.toInstant());
        } else {
            assertThat(found).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    <T> void valueComesBack(Sample<T> sample) {
        Table t = holding(sample);
        NamedColumn<Integer> id = column(t, "id", INTEGER);
        NamedColumn<T> v = t.column("v", sample.type());
        for (int i = 0; i < sample.values().size(); i++) {
            run(insert(t).set(id, i).set(v, sample.values().get(i)));
            same(one(select(v).where(id.eq(i))), sample.values().get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    <T> void nullComesBack(Sample<T> sample) {
        Table t = holding(sample);
        NamedColumn<T> v = t.column("v", sample.type());
        run(insert(t).set(column(t, "id", INTEGER), 1).setNull(v));
        T none = null;
        run(insert(t).set(column(t, "id", INTEGER), 2).set(v, none));
        assertThat(all(select(v))).containsExactly(null, null);
        assertThat(all(select(column(t, "id", INTEGER)).where(v.isNull()))).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("samples")
    <T> void valueIsFound(Sample<T> sample) {
        Table t = holding(sample);
        NamedColumn<Integer> id = column(t, "id", INTEGER);
        NamedColumn<T> v = t.column("v", sample.type());
        for (int i = 0; i < sample.values().size(); i++) {
            run(insert(t).set(id, i).set(v, sample.values().get(i)));
        }
        for (int i = 0; i < sample.values().size(); i++) {
            assertThat(all(select(id).where(v.eq(sample.values().get(i))))).containsExactly(i);
        }
        assertThat(all(select(id).where(v.in(sample.values()))))
                .hasSize(sample.values().size());
    }

    @ParameterizedTest
    @MethodSource("samples")
    <T> void literalMeansTheSame(Sample<T> sample) {
        Table t = holding(sample);
        NamedColumn<Integer> id = column(t, "id", INTEGER);
        NamedColumn<T> v = t.column("v", sample.type());
        for (int i = 0; i < sample.values().size(); i++) {
            Expression<T> literal = inline(sample.values().get(i), sample.type());
            run(insert(t).set(id, i).set(v, literal));
            same(one(select(v).where(id.eq(i))), sample.values().get(i));
        }
    }

    @Requires(Capability.NATIVE_UUID)
    @Test
    void uuidHasATypeOfItsOwn() {
        Table t = create("round_uuid", s -> s.column("v", SqlTypes.UUID));
        UUID value = new UUID(1, 2);
        rows(t, row(value));
        assertThat(all(io.athanor.sql.Sql.text("SELECT v FROM round_uuid"))
                        .get(0)
                        .get(0))
                .hasToString(value.toString());
    }

    @ParameterizedTest
    @MethodSource("samples")
    <T> void valueIsUpdated(Sample<T> sample) {
        Table t = holding(sample);
        NamedColumn<T> v = t.column("v", sample.type());
        run(insert(t).set(column(t, "id", INTEGER), 1).setNull(v));
        T last = sample.values().get(sample.values().size() - 1);
        run(update(t).set(v, last));
        same(one(select(v)), last);
    }

    @ParameterizedTest
    @MethodSource("samples")
    <T> void valuePassesThroughSubqueriesAndFunctions(Sample<T> sample) {
        Table t = holding(sample);
        NamedColumn<T> v = t.column("v", sample.type());
        T only = sample.values().get(0);
        run(insert(t).set(column(t, "id", INTEGER), 1).set(v, only));
        DerivedTable sub = select(v.label("w")).subquery("sub");
        same(one(select(sub.column("w", sample.type()))), only);
        same(one(select(func.coalesce(v, v).label("c"))), only);
    }

    /** Not every database indexes what has no length. */
    static List<Sample<?>> keySamples() {
        return samples().stream()
                .filter(sample -> sample.type().kind() != StorageKind.TEXT
                        && sample.type().kind() != StorageKind.BYTES)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("keySamples")
    <T> void keyOfTheType(Sample<T> sample) {
        Table t = create(
                "round_key",
                s -> s.column("v", sample.type(), c -> c.primaryKey().autoincrement(false)));
        NamedColumn<T> v = t.column("v", sample.type());
        sample.values().forEach(value -> run(insert(t).set(v, value)));
        assertThatThrownBy(() -> run(insert(t).set(v, sample.values().get(0))))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(run(delete(t).where(v.eq(sample.values().get(0))))).isEqualTo(1);
    }
}
