package io.athanor.dialect.mariadb;

import io.athanor.engine.dialect.Codec;
import io.athanor.engine.dialect.JdbcCodec;
import io.athanor.engine.dialect.JdbcCodecs;
import io.athanor.engine.dialect.Microseconds;
import io.athanor.sql.type.StandardType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;

/** Times have no offset there: those that have one are kept as of UTC. All are rounded, since the driver would cut them. */
final class MysqlCodecs extends JdbcCodecs {
    private static final int UUID_DIGITS = 32;
    private static final JdbcCodec<Float> FLOAT = Codec.of(
            Types.REAL,
            (statement, index, value) -> statement.setFloat(index, (float) Codec.finite(value)),
            (rows, column) -> {
                float value = rows.getFloat(column);
                return rows.wasNull() ? null : value;
            });

    /** A decimal whose digits nobody has counted comes back without those that the column adds. */
    private static final JdbcCodec<BigDecimal> UNPADDED =
            Codec.of(Types.NUMERIC, PreparedStatement::setBigDecimal, (rows, column) -> {
                BigDecimal value = rows.getBigDecimal(column);
                return value == null ? null : unpadded(value.stripTrailingZeros());
            });

    private final boolean hasUuid;

    MysqlCodecs(boolean hasUuid) {
        this.hasUuid = hasUuid;
    }

    @Override
    protected JdbcCodec<?> standard(StandardType<?> type) {
        return switch (type.kind()) {
            case FLOAT -> FLOAT;
            case DOUBLE -> new FiniteCodec();
            case NUMERIC -> type.precision() < 0 ? UNPADDED : super.standard(type);
            case UUID -> uuid();
            case TIME -> time(Function.<LocalTime>identity(), Function.identity());
            case TIMESTAMP -> dateTime(Function.<LocalDateTime>identity(), Function.identity());
            case OFFSET_TIMESTAMP -> dateTime(MysqlCodecs::inUtc, value -> value.atOffset(ZoneOffset.UTC));
            case INSTANT ->
                dateTime(
                        (Instant value) -> LocalDateTime.ofInstant(value, ZoneOffset.UTC),
                        value -> value.toInstant(ZoneOffset.UTC));
            case OFFSET_TIME ->
                time(
                        (OffsetTime value) ->
                                value.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime(),
                        value -> value.atOffset(ZoneOffset.UTC));
            default -> super.standard(type);
        };
    }

    private static BigDecimal unpadded(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private static LocalDateTime inUtc(OffsetDateTime value) {
        return value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }

    /** As the type's own text; without hyphens where a string of 32 characters is the type. */
    private JdbcCodec<UUID> uuid() {
        return Codec.of(
                Types.VARCHAR,
                (statement, index, value) -> statement.setString(
                        index, hasUuid ? value.toString() : value.toString().replace("-", "")),
                (rows, column) -> {
                    String text = rows.getString(column);
                    return text == null ? null : parsed(text);
                });
    }

    private static UUID parsed(String text) {
        String digits = text.replace("-", "");
        return digits.length() == UUID_DIGITS
                ? new UUID(
                        Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, UUID_DIGITS, 16))
                : UUID.fromString(text);
    }

    private static <T> JdbcCodec<T> dateTime(Function<T, LocalDateTime> write, Function<LocalDateTime, T> read) {
        return Codec.of(
                Types.TIMESTAMP,
                (statement, index, value) -> statement.setObject(index, Microseconds.of(write.apply(value))),
                (rows, column) -> {
                    LocalDateTime value = rows.getObject(column, LocalDateTime.class);
                    return value == null ? null : read.apply(value);
                });
    }

    private static <T> JdbcCodec<T> time(Function<T, LocalTime> write, Function<LocalTime, T> read) {
        return Codec.of(
                Types.TIME,
                (statement, index, value) -> statement.setObject(index, Microseconds.of(write.apply(value))),
                (rows, column) -> {
                    LocalTime value = rows.getObject(column, LocalTime.class);
                    return value == null ? null : read.apply(value);
                });
    }
}
