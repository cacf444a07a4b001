package io.athanor.dialect.h2;

import io.athanor.sql.compile.TypeRenderer;
import io.athanor.sql.type.ArrayType;
import io.athanor.sql.type.StandardType;

/** Names of types; precision is stated where H2's default would lose digits. */
final class H2Types extends TypeRenderer {
    H2Types() {
        super(H2Words.QUOTER);
    }

    @Override
    protected String standard(StandardType<?> type) {
        return switch (type.kind()) {
            case FLOAT -> "REAL";
            case DOUBLE -> type.precision() < 0 ? "DOUBLE PRECISION" : floating(type);
            case TEXT -> "CLOB";
            case TIME -> "TIME(9)";
            case OFFSET_TIME -> "TIME(9) WITH TIME ZONE";
            case TIMESTAMP -> "TIMESTAMP(9)";
            case OFFSET_TIMESTAMP, INSTANT -> "TIMESTAMP(9) WITH TIME ZONE";
            case JSON -> "JSON";
            default -> super.standard(type);
        };
    }

    /** H2 takes no time for one with an offset unless the name says so. */
    @Override
    protected String named(StandardType<?> type, String name) {
        boolean isZoned = type.kind().hasOffset() && type.suffix() == null;
        boolean isTime = name.equalsIgnoreCase("TIME") || name.equalsIgnoreCase("TIMESTAMP");
        return sized(name, type) + (isZoned && isTime ? " WITH TIME ZONE" : "");
    }

    @Override
    protected String floating(StandardType<?> type) {
        return sized("FLOAT", type);
    }

    /** A NUMERIC without precision would have no digits after the point. */
    @Override
    protected String numeric(StandardType<?> type) {
        return type.precision() < 0 ? "DECFLOAT(1000)" : super.numeric(type);
    }

    @Override
    protected String array(ArrayType<?> type) {
        return render(type.element().forDialect("h2")) + " ARRAY";
    }
}
