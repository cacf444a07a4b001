package org.example.hsqldb;

import io.athanor.engine.dialect.Codec;
import io.athanor.engine.dialect.JdbcCodec;
import io.athanor.engine.dialect.JdbcCodecs;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.StandardType;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The driver moves days before 1582 into another calendar, unless they come and go as text. */
final class HsqldbCodecs extends JdbcCodecs {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSSSS");

    @Override
    protected JdbcCodec<?> standard(StandardType<?> type) {
        return switch (type.kind()) {
            case DATE -> text(Types.DATE, LocalDate::toString, LocalDate::parse);
            case TIMESTAMP -> text(
                    Types.TIMESTAMP, MOMENT::format, found -> LocalDateTime.parse(found.replace(' ', 'T')));
            case UUID -> Codec.object(Types.BINARY, UUID.class);
            default -> super.standard(type);
        };
    }

    private static <T> JdbcCodec<T> text(int jdbcType, Function<T, String> write, Function<String, T> parse) {
        return Codec.of(
                jdbcType,
                (statement, index, value) -> statement.setString(index, write.apply(value)),
                (rows, column) -> {
                    String found = rows.getString(column);
                    return found == null ? null : parse.apply(found);
                });
    }

    @Override
    protected @Nullable String arrayElement(SqlType<?> element) {
        return switch (element.kind()) {
            case STRING -> "VARCHAR";
            case ARRAY, OTHER -> null;
            default -> element.kind().name();
        };
    }
}
