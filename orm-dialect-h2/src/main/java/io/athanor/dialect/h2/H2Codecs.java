package io.athanor.dialect.h2;

import io.athanor.engine.dialect.Codec;
import io.athanor.engine.dialect.JdbcCodec;
import io.athanor.engine.dialect.JdbcCodecs;
import io.athanor.sql.type.StandardType;
import java.sql.Types;
import java.util.UUID;

/** H2's driver takes {@code java.time} values as they are. */
final class H2Codecs extends JdbcCodecs {
    @Override
    protected JdbcCodec<?> standard(StandardType<?> type) {
        return switch (type.kind()) {
            // Types.OTHER would make NULL a Java object of H2's own.
            case UUID -> Codec.object(Types.BINARY, UUID.class);
            default -> super.standard(type);
        };
    }
}
