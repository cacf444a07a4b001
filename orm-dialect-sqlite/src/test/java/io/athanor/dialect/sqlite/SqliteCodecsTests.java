package io.athanor.dialect.sqlite;

import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Engine;
import io.athanor.engine.error.DataException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.type.ConvertedType;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SqliteCodecsTests {
    private final Engine engine = Engine.create("sqlite:///:memory:");

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    record Email(String address) {}

    static final class EmailType extends ConvertedType<Email, String> {
        EmailType() {
            super(Email.class, SqlTypes.STRING);
        }

        @Override
        protected String toStored(Email value) {
            return value.address();
        }

        @Override
        protected Email fromStored(String stored) {
            return new Email(stored);
        }
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(SqlTypes.SMALLINT, Short.MIN_VALUE),
                Arguments.of(SqlTypes.INTEGER, Integer.MIN_VALUE),
                Arguments.of(SqlTypes.INTEGER, 0),
                Arguments.of(SqlTypes.BIGINT, Long.MAX_VALUE),
                Arguments.of(SqlTypes.BIGINT, Long.MIN_VALUE),
                Arguments.of(SqlTypes.STRING, ""),
                Arguments.of(SqlTypes.STRING, "it's \"quoted\" 'ö' 😀 \\ % _"),
                Arguments.of(SqlTypes.TEXT, "x".repeat(1_000_000)),
                Arguments.of(SqlTypes.BOOLEAN, true),
                Arguments.of(SqlTypes.BOOLEAN, false),
                Arguments.of(SqlTypes.FLOAT, 1.5f),
                Arguments.of(SqlTypes.DOUBLE, Double.MIN_VALUE),
                Arguments.of(SqlTypes.DOUBLE, Double.MAX_VALUE),
                Arguments.of(SqlTypes.DOUBLE, Double.NEGATIVE_INFINITY),
                Arguments.of(SqlTypes.numeric(10, 2), new BigDecimal("12345678.90")),
                Arguments.of(SqlTypes.numeric(15, 3), new BigDecimal("-999999999999.999")),
                Arguments.of(SqlTypes.numeric(10, 2), new BigDecimal("0.00")),
                Arguments.of(SqlTypes.DATE, LocalDate.of(2020, 1, 2)),
                Arguments.of(SqlTypes.DATE, LocalDate.of(1, 1, 1)),
                Arguments.of(SqlTypes.DATE, LocalDate.of(9999, 12, 31)),
                Arguments.of(SqlTypes.TIME, LocalTime.MIDNIGHT),
                Arguments.of(SqlTypes.TIME, LocalTime.MAX),
                Arguments.of(SqlTypes.TIMESTAMP, LocalDateTime.of(2020, 1, 2, 3, 4, 5)),
                Arguments.of(SqlTypes.TIMESTAMP, LocalDateTime.of(2020, 1, 2, 3, 4, 5, 123_456_789)),
                Arguments.of(
                        SqlTypes.OFFSET_TIMESTAMP,
                        OffsetDateTime.of(2020, 1, 2, 3, 4, 5, 1000, ZoneOffset.ofHours(-5))),
                Arguments.of(SqlTypes.OFFSET_TIMESTAMP, OffsetDateTime.of(2020, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC)),
                Arguments.of(SqlTypes.INSTANT, Instant.parse("1969-12-31T23:59:59.999999999Z")),
                Arguments.of(SqlTypes.DURATION, Duration.ofDays(-3).plusNanos(1)),
                Arguments.of(SqlTypes.BYTES, new byte[] {0, -1, 127}),
                Arguments.of(SqlTypes.BYTES, new byte[0]),
                Arguments.of(SqlTypes.UUID, UUID.fromString("00000000-0000-0000-ffff-ffffffffffff")),
                Arguments.of(SqlTypes.UUID, new UUID(0x1234567812345678L, 0x1234567812345678L)),
                Arguments.of(SqlTypes.enumOf(DayOfWeek.class), DayOfWeek.WEDNESDAY),
                Arguments.of(new EmailType(), new Email("a@b")));
    }

    @ParameterizedTest
    @MethodSource("values")
    <T> void valueComesBackAsItWas(SqlType<T> type, T value) {
        Column<T> column = table(type);
        engine.transaction(c -> {
            c.execute(insert((Table) column.table()).set(column, value));
            assertThat(c.execute(select(column)).one()).isEqualTo(value);
        });
    }

    @ParameterizedTest
    @MethodSource("values")
    <T> void nullComesBackAsNull(SqlType<T> type, T ignored) {
        Column<T> column = table(type);
        engine.transaction(c -> {
            c.execute(insert((Table) column.table()).setNull(column));
            assertThat(c.execute(select(column)).scalar()).isNull();
        });
    }

    private <T> Column<T> table(SqlType<T> type) {
        MetaData metadata = new MetaData();
        Table table = Table.of(metadata, "t", t -> t.column("v", type));
        metadata.createAll(engine);
        return table.column("v", type);
    }

    private <T> Object stored(SqlType<T> type, T value) {
        Column<T> column = table(type);
        return engine.inTransaction(c -> {
            c.execute(insert((Table) column.table()).set(column, value));
            return c.execute(text("select v from t")).one().get(0);
        });
    }

    @Test
    void timesAreStoredAsSqlalchemyStoresThem() {
        assertThat(stored(SqlTypes.TIMESTAMP, LocalDateTime.of(2020, 1, 2, 3, 4, 5)))
                .isEqualTo("2020-01-02 03:04:05.000000");
    }

    @Test
    void datesAreStoredAsIsoText() {
        assertThat(stored(SqlTypes.DATE, LocalDate.of(2020, 1, 2))).isEqualTo("2020-01-02");
    }

    @Test
    void uuidsAreStoredAsHexadecimalDigits() {
        assertThat(stored(SqlTypes.UUID, new UUID(1, 2))).isEqualTo("00000000000000010000000000000002");
    }

    @Test
    void booleansAreStoredAsNumbers() {
        assertThat(stored(SqlTypes.BOOLEAN, true)).isEqualTo(1);
    }

    @Test
    void foreignFormsOfTimesAreRead() {
        Column<LocalDateTime> column = table(SqlTypes.TIMESTAMP);
        engine.transaction(c -> {
            for (String form : new String[] {"2020-01-02T03:04:05", "2020-01-02 03:04", "2020-01-02 03:04:05.5"}) {
                c.run(text("delete from t"));
                c.run(text("insert into t values (:v)").bind("v", form));
                assertThat(c.execute(select(column)).one()).isAfter(LocalDateTime.of(2020, 1, 2, 3, 3));
            }
            c.run(text("delete from t"));
            c.run(text("insert into t values ('nonsense')"));
            assertThatThrownBy(() -> c.execute(select(column)).one()).isInstanceOf(DataException.class);
        });
    }

    @Test
    void decimalsAreRoundedToTheirScaleOnReading() {
        Column<BigDecimal> column = table(SqlTypes.numeric(10, 2));
        engine.transaction(c -> {
            c.run(text("insert into t values (1.005), (3), ('2.50')"));
            assertThat(c.execute(select(column)).all())
                    .containsExactly(new BigDecimal("1.01"), new BigDecimal("3.00"), new BigDecimal("2.50"));
        });
    }

    @Test
    void decimalsThatSqliteWouldRoundAreRefused() {
        assertThatThrownBy(() -> table(SqlTypes.numeric(20, 2))).hasMessageContaining("[15] digits");
        Column<BigDecimal> column = table(SqlTypes.NUMERIC);
        engine.transaction(c -> assertThatThrownBy(
                        () -> c.execute(insert((Table) column.table()).set(column, new BigDecimal("1234567890123456"))))
                .isInstanceOf(DataException.class));
    }

    @Test
    void valuesThatWouldBeStoredAsOthersAreRefused() {
        Column<String> column = table(SqlTypes.STRING);
        engine.transaction(c -> {
            assertThatThrownBy(() -> c.execute(insert((Table) column.table()).set(column, "a\uD800b")))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("position [1]");
            assertThat(c.execute(select(column)).all()).isEmpty();
        });
    }

    @Test
    void numberThatIsTooBigForItsTypeIsRefusedOnReading() {
        Column<Integer> column = table(SqlTypes.INTEGER);
        engine.transaction(c -> {
            c.run(text("insert into t values (3000000000)"));
            assertThatThrownBy(() -> c.execute(select(column)).one())
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("[3000000000]");
        });
    }

    @Test
    void notANumberIsRefused() {
        Column<Double> column = table(SqlTypes.DOUBLE);
        engine.transaction(c -> assertThatThrownBy(
                        () -> c.execute(insert((Table) column.table()).set(column, Double.NaN)))
                .isInstanceOf(DataException.class));
    }

    @Test
    void unknownConstantOfAnEnumIsRefused() {
        Column<DayOfWeek> column = table(SqlTypes.enumOf(DayOfWeek.class));
        engine.transaction(c -> assertThatThrownBy(() -> c.run(text("insert into t values ('SOMEDAY')")))
                .hasMessageContaining("CHECK"));
        assertThat(column.name()).isEqualTo("v");
    }
}
