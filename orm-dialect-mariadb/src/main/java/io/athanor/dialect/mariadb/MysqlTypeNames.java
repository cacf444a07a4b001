package io.athanor.dialect.mariadb;

import io.athanor.sql.compile.IdentifierQuoter;
import io.athanor.sql.compile.TypeRenderer;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.StandardType;
import java.util.stream.Collectors;

/** MySQL's and MariaDB's names of types. */
final class MysqlTypeNames extends TypeRenderer {
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
            default -> super.standard(type);
        };
    }

    @Override
    protected String string(StandardType<?> type) {
        if (type.length() < 0) {
            throw new CompileException(
                    "Type [%s] has no length, which VARCHAR needs on MySQL and MariaDB; use string(length) or TEXT"
                            .formatted(type));
        }
        return super.string(type);
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
