package io.athanor.dialect.mariadb;

import io.athanor.engine.dialect.Codec;
import io.athanor.engine.dialect.JdbcCodec;
import io.athanor.engine.dialect.JdbcCodecs;
import io.athanor.sql.type.StandardType;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;

/** Times have no offset there: those that have one are kept as of UTC. */
final class MysqlCodecs extends JdbcCodecs {
    private static final JdbcCodec<UUID> UUIDS = Codec.of(
            Types.VARCHAR,
            (statement, index, value) -> statement.setString(index, value.toString()),
            (rows, column) -> {
                String text = rows.getString(column);
                return text == null ? null : UUID.fromString(text);
            });

    @Override
    protected JdbcCodec<?> standard(StandardType<?> type) {
        return switch (type.kind()) {
            case UUID -> UUIDS;
            case OFFSET_TIMESTAMP ->
                dateTime(
                        (OffsetDateTime value) ->
                                value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(),
                        value -> value.atOffset(ZoneOffset.UTC));
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

    private static <T> JdbcCodec<T> dateTime(Function<T, LocalDateTime> write, Function<LocalDateTime, T> read) {
        return Codec.of(
                Types.TIMESTAMP,
                (statement, index, value) -> statement.setObject(index, write.apply(value)),
                (rows, column) -> {
                    LocalDateTime value = rows.getObject(column, LocalDateTime.class);
                    return value == null ? null : read.apply(value);
                });
    }

    private static <T> JdbcCodec<T> time(Function<T, LocalTime> write, Function<LocalTime, T> read) {
        return Codec.of(
                Types.TIME,
                (statement, index, value) -> statement.setObject(index, write.apply(value)),
                (rows, column) -> {
                    LocalTime value = rows.getObject(column, LocalTime.class);
                    return value == null ? null : read.apply(value);
                });
    }
}
