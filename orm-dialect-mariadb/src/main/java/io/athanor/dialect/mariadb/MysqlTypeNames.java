package io.athanor.dialect.mariadb;

import io.athanor.sql.compile.IdentifierQuoter;
import io.athanor.sql.compile.TypeRenderer;
import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.StandardType;
import java.util.stream.Collectors;

/** MySQL's and MariaDB's names of types. */
final class MysqlTypeNames extends TypeRenderer {
    private static final int DEFAULT_LENGTH = 255;

    private final boolean hasUuid;

    MysqlTypeNames(IdentifierQuoter quoter, boolean hasUuid) {
        super(quoter);
        this.hasUuid = hasUuid;
    }

    @Override
    protected String standard(StandardType<?> type) {
        return switch (type.kind()) {
            case BOOLEAN -> "BOOL";
            case UUID -> hasUuid ? "UUID" : "CHAR(32)";
            case JSON -> "JSON";
            case BYTES -> sized("BLOB", type);
            // A FLOAT is shown with six digits, and so is read with them.
            case FLOAT -> "DOUBLE";
            // Without a number of digits, seconds would have no fraction.
            case TIME, OFFSET_TIME -> "TIME" + fraction(type);
            case TIMESTAMP, OFFSET_TIMESTAMP, INSTANT -> "DATETIME" + fraction(type);
            default -> super.standard(type);
        };
    }

    private static String fraction(StandardType<?> type) {
        return type.precision() < 0 ? "(6)" : "(" + type.precision() + ")";
    }

    /** A string without a length gets one, since it needs one; what is longer is refused and not cut. */
    @Override
    protected String string(StandardType<?> type) {
        return type.length() < 0 ? "VARCHAR(" + DEFAULT_LENGTH + ")" : super.string(type);
    }

    /** Without a precision there would be no digits after the point, and what is there would be rounded away. */
    @Override
    protected String numeric(StandardType<?> type) {
        return type.precision() < 0 ? "NUMERIC(65, 30)" : super.numeric(type);
    }

    @Override
    protected String named(StandardType<?> type, String name) {
        return switch (name) {
            case "NCHAR" -> sized("NATIONAL CHAR", type);
            case "NVARCHAR" -> sized("NATIONAL VARCHAR", type);
            default -> super.named(type, name);
        };
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
        return type.names().stream().map(MysqlDdl::quoted).collect(Collectors.joining(",", "ENUM(", ")"));
    }

    @Override
    public boolean isNative(EnumType<?> type) {
        return type.isNative();
    }
}
