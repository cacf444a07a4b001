package io.athanor.dialect.h2;

import io.athanor.engine.dialect.Codec;
import io.athanor.engine.dialect.JdbcCodec;
import io.athanor.engine.dialect.JdbcCodecs;
import io.athanor.sql.type.ArrayType;
import io.athanor.sql.type.Json;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.StandardType;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** H2's driver takes {@code java.time} values as they are. */
final class H2Codecs extends JdbcCodecs {
    /** H2 takes bytes for JSON text, and a string for a JSON string. */
    private static final JdbcCodec<Json> JSON = Codec.of(
            Types.VARBINARY,
            (statement, index, value) -> statement.setBytes(index, value.text().getBytes(StandardCharsets.UTF_8)),
            (rows, column) -> {
                byte[] text = rows.getBytes(column);
                return text == null ? null : Json.parse(new String(text, StandardCharsets.UTF_8));
            });

    @Override
    protected JdbcCodec<?> standard(StandardType<?> type) {
        return switch (type.kind()) {
            // Types.OTHER would make NULL a Java object of H2's own.
            case UUID -> Codec.object(Types.BINARY, UUID.class);
            case JSON -> JSON;
            default -> super.standard(type);
        };
    }

    /** The driver goes by the elements, not by the name. */
    @Override
    protected @Nullable String arrayElement(SqlType<?> element) {
        return element instanceof ArrayType<?> inner
                ? arrayElement(inner.element())
                : new H2Types().render(element.forDialect("h2"));
    }
}
