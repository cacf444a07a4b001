package io.athanor.dialect.h2;

import io.athanor.sql.compile.TypeRenderer;
import io.athanor.sql.type.StandardType;

/** Names of types; precision is stated where H2's default would lose digits. */
final class H2Types extends TypeRenderer {
    @Override
    protected String standard(StandardType<?> type) {
        return switch (type.kind()) {
            case FLOAT -> "REAL";
            case TEXT -> "CLOB";
            case TIME -> "TIME(9)";
            case TIMESTAMP -> "TIMESTAMP(9)";
            case OFFSET_TIMESTAMP, INSTANT -> "TIMESTAMP(9) WITH TIME ZONE";
            default -> super.standard(type);
        };
    }

    /** A NUMERIC without precision would have no digits after the point. */
    @Override
    protected String numeric(StandardType<?> type) {
        return type.precision() < 0 ? "DECFLOAT(1000)" : super.numeric(type);
    }
}
