package org.example.hsqldb;

import io.athanor.sql.compile.IdentifierQuoter;
import io.athanor.sql.compile.TypeRenderer;
import io.athanor.sql.type.ArrayType;
import io.athanor.sql.type.StandardType;

/** Names of types; lengths are stated where HSQLDB wants one. */
final class HsqldbTypes extends TypeRenderer {
    HsqldbTypes(IdentifierQuoter quoter) {
        super(quoter);
    }

    @Override
    protected String standard(StandardType<?> type) {
        return switch (type.kind()) {
            case FLOAT, DOUBLE -> "DOUBLE";
            case TEXT, JSON -> "LONGVARCHAR";
            case BYTES -> type.length() < 0 ? "LONGVARBINARY" : sized("VARBINARY", type);
            case TIME -> "TIME(9)";
            case OFFSET_TIME -> "TIME(9) WITH TIME ZONE";
            case TIMESTAMP -> "TIMESTAMP(9)";
            case OFFSET_TIMESTAMP, INSTANT -> "TIMESTAMP(9) WITH TIME ZONE";
            default -> super.standard(type);
        };
    }

    @Override
    protected String string(StandardType<?> type) {
        return type.length() < 0 ? "LONGVARCHAR" : super.string(type);
    }

    @Override
    protected String numeric(StandardType<?> type) {
        return type.precision() < 0 ? "NUMERIC(100, 30)" : super.numeric(type);
    }

    @Override
    protected String array(ArrayType<?> type) {
        return render(type.element()) + " ARRAY";
    }
}
