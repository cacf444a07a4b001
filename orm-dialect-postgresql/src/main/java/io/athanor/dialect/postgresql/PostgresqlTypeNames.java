package io.athanor.dialect.postgresql;

import io.athanor.sql.compile.TypeRenderer;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.type.ArrayType;
import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.StandardType;

/** PostgreSQL's names of types. */
final class PostgresqlTypeNames extends TypeRenderer {
    PostgresqlTypeNames() {
        super(PostgresqlWords.QUOTER);
    }

    @Override
    protected String standard(StandardType<?> type) {
        return switch (type.kind()) {
            case DOUBLE -> type.precision() < 0 ? "DOUBLE PRECISION" : floating(type);
            case TIME, OFFSET_TIME -> time("TIME", type);
            case TIMESTAMP, OFFSET_TIMESTAMP, INSTANT -> time("TIMESTAMP", type);
            case DURATION -> "INTERVAL";
            case TEXT -> "TEXT";
            case BYTES -> "BYTEA";
            case JSON -> "JSON";
            default -> super.standard(type);
        };
    }

    private static String time(String name, StandardType<?> type) {
        return sized(name, type) + (type.kind().hasOffset() ? " WITH TIME ZONE" : " WITHOUT TIME ZONE");
    }

    @Override
    protected String named(StandardType<?> type, String name) {
        if (name.equals("INTERVAL") && type.precision() >= 0) {
            return "INTERVAL (" + type.precision() + ")";
        }
        boolean isTime = name.equals("TIME") || name.equals("TIMESTAMP");
        return isTime && type.suffix() == null ? time(name, type) : super.named(type, name);
    }

    @Override
    protected String floating(StandardType<?> type) {
        return sized("FLOAT", type);
    }

    @Override
    protected String enumeration(EnumType<?> type) {
        if (!isNative(type)) {
            return super.enumeration(type);
        }
        if (type.name() == null) {
            throw new CompileException("Enum of %s has no name, which PostgreSQL needs; call named(name) or asString()"
                    .formatted(type.names()));
        }
        return qualified(type.schema(), type.name());
    }

    @Override
    public boolean isNative(EnumType<?> type) {
        return type.isNative();
    }

    @Override
    protected String array(ArrayType<?> type) {
        return render(type.element()) + "[]";
    }
}
