package io.athanor.dialect.postgresql;

import io.athanor.engine.dialect.Codec;
import io.athanor.engine.dialect.JdbcCodec;
import io.athanor.engine.dialect.JdbcCodecs;
import io.athanor.sql.type.Json;
import io.athanor.sql.type.StandardType;
import java.sql.Types;

/** What the server has a type of its own for goes as text of no type, so that it becomes what the place wants. */
final class PostgresqlCodecs extends JdbcCodecs {
    private static final JdbcCodec<String> UNTYPED = Codec.of(
            Types.OTHER,
            (statement, index, value) -> statement.setObject(index, value, Types.OTHER),
            (rows, column) -> rows.getString(column));
    private static final JdbcCodec<Json> JSON = Codec.of(
            Types.OTHER, (statement, index, value) -> UNTYPED.bind(statement, index, value.text()), (rows, column) -> {
                String text = rows.getString(column);
                return text == null ? null : Json.parse(text);
            });

    @Override
    protected JdbcCodec<?> standard(StandardType<?> type) {
        return switch (type.kind()) {
            case JSON -> JSON;
            default -> super.standard(type);
        };
    }
}
