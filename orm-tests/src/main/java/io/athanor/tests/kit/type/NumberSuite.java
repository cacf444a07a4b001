package io.athanor.tests.kit.type;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.inline;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.DOUBLE;
import static io.athanor.sql.type.SqlTypes.FLOAT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.numeric;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.error.DataException;
import io.athanor.engine.error.DatabaseException;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.type.SqlType;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers: what precision and scale keep, and what arithmetic makes of them. */
public abstract class NumberSuite extends KitSuite {
    /** Create the suite. */
    protected NumberSuite() {}

    private <T> List<T> stored(SqlType<T> type, List<T> values) {
        Table t = create(
                "num_rows",
                s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                        .column("v", type));
        NamedColumn<T> v = t.column("v", type);
        for (int i = 0; i < values.size(); i++) {
            run(insert(t).set(column(t, "id", INTEGER), i).set(v, values.get(i)));
        }
        return all(select(v).orderBy(column(t, "id", INTEGER)));
    }

    private void exact(SqlType<BigDecimal> type, String... values) {
        List<BigDecimal> numbers = Stream.of(values).map(BigDecimal::new).toList();
        List<BigDecimal> found = stored(type, numbers);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(found.get(i)).isEqualByComparingTo(numbers.get(i));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8, 4, 15.7563",
        "8, 4, -15.7563",
        "8, 4, 0",
        "8, 4, 0.0001",
        "8, 4, 9999.9999",
        "8, 4, -9999.9999",
        "5, 0, 12345",
        "5, 0, -1",
        "12, 2, 1234567890.12",
        "15, 2, 9876543210123.45",
        "10, 10, 0.0123456789"
    })
    void decimalIsExact(int precision, int scale, String value) {
        exact(numeric(precision, scale), value);
    }

    @Requires(Capability.EXACT_DECIMALS)
    @ParameterizedTest
    @CsvSource({
        "30, 6, 123456789012345678901234.123456", "38, 0, 12345678901234567890123456789012345678",
        "25, 20, 12345.12345678901234567891", "38, 12, 319438950232418390.273596873451",
        "20, 15, 54234.246451650000000"
    })
    void decimalOfManyDigitsIsExact(int precision, int scale, String value) {
        exact(numeric(precision, scale), value);
    }

    @Test
    void decimalInExponentNotation() {
        exact(numeric(14, 2), "4.2E+8", "1E+2", "0E+5");
        exact(numeric(14, 10), "1E-2", "1E-4", "6.96E-8");
    }

    @Test
    void decimalKeepsItsScale() {
        assertThat(stored(numeric(8, 3), List.of(new BigDecimal("15.700")))
                        .get(0)
                        .setScale(3))
                .isEqualTo(new BigDecimal("15.700"));
    }

    @Test
    void decimalIsRoundedToItsScaleOrRefused() {
        try {
            BigDecimal found =
                    stored(numeric(8, 2), List.of(new BigDecimal("1.236"))).get(0);
            assertThat(found.setScale(2, RoundingMode.HALF_UP)).isIn(new BigDecimal("1.24"), new BigDecimal("1.23"));
        } catch (DatabaseException refused) {
            assertThat(refused).isInstanceOf(DataException.class);
        }
    }

    @Test
    void nullDecimal() {
        assertThat(stored(numeric(8, 2), Arrays.asList(new BigDecimal("1.00"), null))
                        .get(1))
                .isNull();
    }

    @Test
    void sumOfDecimalsIsExact() {
        Table t = create("num_sum", s -> s.column("v", numeric(10, 2)));
        for (int i = 0; i < 10; i++) {
            rows(t, row(new BigDecimal("0.10")));
        }
        assertThat(one(select(func.sum(column(t, "v", numeric(10, 2))))).setScale(2, RoundingMode.HALF_UP))
                .isEqualByComparingTo("1.00");
    }

    @Test
    void decimalsAreCompared() {
        Table t = create("num_compare", s -> s.column("v", numeric(10, 2)));
        rows(t, row(new BigDecimal("1.10")), row(new BigDecimal("2.20")), row(new BigDecimal("10.00")));
        NamedColumn<BigDecimal> v = column(t, "v", numeric(10, 2));
        assertThat(all(select(v).where(v.gt(new BigDecimal("1.1"))).orderBy(v))).hasSize(2);
        assertThat(one(select(v).where(v.eq(new BigDecimal("2.2"))))).isEqualByComparingTo("2.20");
        assertThat(one(select(func.max(v)))).isEqualByComparingTo("10");
    }

    @Test
    void decimalArithmetic() {
        Expression<BigDecimal> price = value(new BigDecimal("9.99"), numeric(10, 2));
        assertThat(one(select(price.times(3).label("v"))).setScale(2, RoundingMode.HALF_UP))
                .isEqualByComparingTo("29.97");
        assertThat(one(select(price.minus(new BigDecimal("0.99")).label("v"))).setScale(2, RoundingMode.HALF_UP))
                .isEqualByComparingTo("9.00");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 1.0, -1.5, 15.7563, 0.1, 1.0 / 3, 1e-10, 123456789.123456, -1e15, 1e200, 4.9e-300})
    void doubleKeepsItsBits(double value) {
        assertThat(stored(DOUBLE, List.of(value))).containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(floats = {0f, 1f, -1.5f, 0.25f, 1024.5f})
    void floatKeepsItsBits(float value) {
        assertThat(stored(FLOAT, List.of(value))).containsExactly(value);
    }

    @Requires(Capability.INFINITE_FLOATS)
    @Test
    void infinitiesAreKept() {
        assertThat(stored(DOUBLE, List.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)))
                .containsExactly(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    @Test
    void doublesAreSummed() {
        Table t = create("num_double", s -> s.column("v", DOUBLE));
        rows(t, row(1.5), row(2.25));
        assertThat(one(select(func.sum(column(t, "v", DOUBLE))))).isEqualTo(3.75);
    }

    @Test
    void longsBeyondIntegersAreCompared() {
        Table t = create("num_long", s -> s.column("v", BIGINT));
        rows(t, row(5_000_000_000L), row(-5_000_000_000L));
        NamedColumn<Long> v = column(t, "v", BIGINT);
        assertThat(all(select(v).where(v.gt(4_000_000_000L)))).containsExactly(5_000_000_000L);
        assertThat(one(select(v.plus(1).label("w")).where(v.lt(0L)))).isEqualTo(-4_999_999_999L);
    }

    @Test
    void longLiteral() {
        assertThat(one(select(inline(9_000_000_000L, BIGINT).label("v")))).isEqualTo(9_000_000_000L);
    }

    @Test
    void valueTooGreatForItsTypeIsRefused() {
        Table t = create("num_small", s -> s.column("v", numeric(4, 2)));
        try {
            rows(t, row(new BigDecimal("12345.67")));
            // A database without such limits gives back what it took.
            assertThat(one(select(column(t, "v", numeric(4, 2))))).isEqualByComparingTo("12345.67");
        } catch (DatabaseException refused) {
            assertThat(refused).isInstanceOf(DataException.class);
        }
    }
}
