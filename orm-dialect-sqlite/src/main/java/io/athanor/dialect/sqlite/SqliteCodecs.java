package io.athanor.dialect.sqlite;

import io.athanor.engine.dialect.Codec;
import io.athanor.engine.dialect.JdbcCodec;
import io.athanor.engine.dialect.JdbcCodecs;
import io.athanor.engine.error.ErrorKind;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.StandardType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values in SQLite's five storage classes: times and UUIDs are text, which sorts as they do. */
final class SqliteCodecs extends JdbcCodecs {
    private static final int UUID_DIGITS = 32;
    /** Above, an integer has more than 15 digits. */
    private static final double EXACT_UNITS = 1e15;
    /** Powers of ten up to this one are doubles. */
    private static final int EXACT_SCALE = 22;

    private static final JdbcCodec<Short> SHORT =
            Codec.of(Types.SMALLINT, PreparedStatement::setShort, SqliteIntCodec::readShort);
    private static final JdbcCodec<Float> FLOAT = Codec.of(
            Types.REAL,
            (statement, index, value) -> statement.setDouble(index, finite(value)),
            SqliteCodecs::readFloat);

    @Override
    protected JdbcCodec<?> standard(StandardType<?> type) {
        return switch (type.kind()) {
            case SMALLINT -> SHORT;
            case INTEGER -> new SqliteIntCodec();
            case FLOAT -> FLOAT;
            case DOUBLE -> new SqliteDoubleCodec();
            case NUMERIC -> numeric(type);
            case DATE -> text(LocalDate::toString, SqliteTimes::date);
            case TIME -> text(SqliteTimes::text, SqliteTimes::time);
            case TIMESTAMP -> text(SqliteTimes::text, SqliteTimes::timestamp);
            case OFFSET_TIME -> text(OffsetTime::toString, SqliteTimes::offsetTime);
            case OFFSET_TIMESTAMP -> text(SqliteTimes::text, SqliteTimes::offsetTimestamp);
            case INSTANT -> text(SqliteTimes::text, SqliteTimes::instant);
            case UUID -> text(SqliteCodecs::hex, SqliteCodecs::uuid);
            default -> super.standard(type);
        };
    }

    private static @Nullable Float readFloat(ResultSet rows, int column) throws SQLException {
        float value = rows.getFloat(column);
        return rows.wasNull() ? null : Float.valueOf(value);
    }

    /** SQLite stores NaN as NULL. */
    static double finite(double value) {
        if (Double.isNaN(value)) {
            throw data("SQLite stores NaN as NULL; store null instead", null);
        }
        return value;
    }

    static RuntimeException data(String message, @Nullable Throwable cause) {
        return ErrorKind.DATA.exception(message, null, null, null, cause);
    }

    private static <T> JdbcCodec<T> text(Function<T, String> write, Function<String, T> read) {
        return Codec.of(
                Types.VARCHAR,
                (statement, index, value) -> statement.setString(index, write.apply(value)),
                (rows, column) -> {
                    String text = rows.getString(column);
                    return text == null ? null : read.apply(text);
                });
    }

    private static JdbcCodec<BigDecimal> numeric(StandardType<?> type) {
        if (SqliteTypes.isTooPrecise(type)) {
            throw new ArgumentException(SqliteTypes.tooPrecise(type));
        }
        int scale = type.scale();
        double power = Math.pow(10, Math.max(0, scale));
        return Codec.of(
                Types.NUMERIC,
                (statement, index, value) -> statement.setDouble(index, exact(value)),
                (rows, column) -> {
                    Object value = rows.getObject(column);
                    if (scale >= 0 && value instanceof Double number) {
                        return rounded(number, scale, power);
                    }
                    return value == null ? null : scaled(decimal(value), scale);
                });
    }

    /**
     * The double that SQLite makes of a decimal in a NUMERIC column. The driver would send text, which is greater than any
     * number beside an expression that has no column's affinity.
     */
    private static double exact(BigDecimal value) {
        if (value.stripTrailingZeros().precision() > SqliteTypes.EXACT_DIGITS) {
            throw data(
                    ("A decimal of [%d] digits would be rounded, since SQLite keeps [%d]; store it as text by"
                                    + " decimalText(precision, scale)")
                            .formatted(value.precision(), SqliteTypes.EXACT_DIGITS),
                    null);
        }
        double number = value.doubleValue();
        if (Double.isInfinite(number) || number == 0 && value.signum() != 0) {
            throw data(
                    "Decimal [%s] is beyond what SQLite keeps; store it as text by a ConvertedType".formatted(value),
                    null);
        }
        return number;
    }

    private static BigDecimal decimal(Object value) {
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number);
        }
        try {
            return new BigDecimal(value.toString());
        } catch (NumberFormatException malformed) {
            throw data("The database holds what is no decimal in a NUMERIC column", null);
        }
    }

    /**
     * The decimal that a double was made of. One of up to 15 digits is the only one of so few that is nearest to its double, so
     * that it need not be sought digit by digit.
     */
    private static BigDecimal rounded(double number, int scale, double power) {
        double units = Math.rint(number * power);
        boolean isExact = Math.abs(units) < EXACT_UNITS && scale <= EXACT_SCALE && units / power == number;
        return isExact ? BigDecimal.valueOf((long) units, scale) : scaled(decimal(number), scale);
    }

    private static BigDecimal scaled(BigDecimal value, int scale) {
        return scale < 0 ? value : value.setScale(scale, RoundingMode.HALF_UP);
    }

    private static String hex(UUID value) {
        return value.toString().replace("-", "");
    }

    private static UUID uuid(String text) {
        String digits = text.replace("-", "");
        if (digits.length() != UUID_DIGITS) {
            throw data("The database holds what is no UUID", null);
        }
        try {
            return new UUID(
                    Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, UUID_DIGITS, 16));
        } catch (NumberFormatException malformed) {
            throw data("The database holds what is no UUID", null);
        }
    }
}
