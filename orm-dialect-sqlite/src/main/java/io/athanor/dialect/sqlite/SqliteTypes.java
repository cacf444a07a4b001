package io.athanor.dialect.sqlite;

import io.athanor.sql.compile.TypeRenderer;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.type.StandardType;
import io.athanor.sql.type.StorageKind;

/** Names of types, chosen so that their affinity changes no value. */
final class SqliteTypes extends TypeRenderer {
    /** SQLite keeps a NUMERIC as a double, which is exact up to so many digits. */
    static final int EXACT_DIGITS = 15;

    @Override
    protected String standard(StandardType<?> type) {
        return switch (type.kind()) {
            case DOUBLE -> "DOUBLE";
            case TIMESTAMP, OFFSET_TIMESTAMP, INSTANT -> "DATETIME";
            case UUID -> "CHAR(32)";
            default -> super.standard(type);
        };
    }

    @Override
    protected String numeric(StandardType<?> type) {
        if (type.precision() > EXACT_DIGITS) {
            throw new CompileException(tooPrecise(type));
        }
        return super.numeric(type);
    }

    static String tooPrecise(StandardType<?> type) {
        return ("SQLite stores [%s] as a double, which is exact up to [%d] digits; choose a smaller precision, or a"
                        + " ConvertedType<BigDecimal, String> that stores text")
                .formatted(type, EXACT_DIGITS);
    }

    static boolean isTooPrecise(StandardType<?> type) {
        return type.kind() == StorageKind.NUMERIC && type.precision() > EXACT_DIGITS;
    }
}
