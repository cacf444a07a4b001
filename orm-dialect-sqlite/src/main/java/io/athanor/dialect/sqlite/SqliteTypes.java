package io.athanor.dialect.sqlite;

import io.athanor.sql.compile.TypeRenderer;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.type.StandardType;
import io.athanor.sql.type.StorageKind;

/** Names of types, chosen so that their affinity changes no value. */
final class SqliteTypes extends TypeRenderer {
    /** SQLite keeps a NUMERIC as a double, which is exact up to so many digits. */
    static final int EXACT_DIGITS = 15;

    SqliteTypes() {
        super(SqliteWords.QUOTER);
    }

    @Override
    protected String standard(StandardType<?> type) {
        return switch (type.kind()) {
            case UUID -> "CHAR(32)";
            case JSON -> "JSON";
            default -> super.standard(type);
        };
    }

    @Override
    protected String numeric(StandardType<?> type) {
        refuseTooPrecise(type);
        return super.numeric(type);
    }

    @Override
    protected String named(StandardType<?> type, String name) {
        refuseTooPrecise(type);
        return super.named(type, name);
    }

    private static void refuseTooPrecise(StandardType<?> type) {
        if (isTooPrecise(type)) {
            throw new CompileException(tooPrecise(type));
        }
    }

    static String tooPrecise(StandardType<?> type) {
        return ("SQLite stores [%s] as a double, which is exact up to [%d] digits; choose a smaller precision, or"
                        + " decimalText(precision, scale)")
                .formatted(type, EXACT_DIGITS);
    }

    static boolean isTooPrecise(StandardType<?> type) {
        return type.kind() == StorageKind.NUMERIC && type.precision() > EXACT_DIGITS;
    }
}
