package io.athanor.dialect.mariadb;

import io.athanor.engine.dialect.ErrorTranslator;
import io.athanor.engine.error.ErrorKind;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the errors of MariaDB and MySQL apart by the server's numbers; its SQLStates lump most of them together. */
final class MysqlErrors implements ErrorTranslator {
    static final int LOCK_TIMEOUT = 1205;
    static final int DEADLOCK = 1213;
    static final int LOCK_TABLE_FULL = 1206;
    static final int CHANGED_SINCE_READ = 1020;

    /** As the server says it in English; in other languages the name is not told. */
    private static final Pattern CONSTRAINT = Pattern.compile("CONSTRAINT `((?:[^`]|``)+)`");

    private static final Pattern CHECK = Pattern.compile("Check constraint '([^']+)'");
    /** The last key in the message: the value before it may look like one. */
    private static final Pattern KEY = Pattern.compile(".*for key '([^']+)'", Pattern.DOTALL);

    private static final Pattern COLUMN = Pattern.compile("(?:Column|Field) '([^']+)'");

    @Override
    public ErrorKind kindOf(SQLException error) {
        ErrorKind integrity = integrity(error.getErrorCode());
        return integrity == null ? other(error) : integrity;
    }

    private static @Nullable ErrorKind integrity(int number) {
        return switch (number) {
            case 1022, 1062, 1169, 1586 -> ErrorKind.UNIQUE_VIOLATION;
            case 1048, 1364 -> ErrorKind.NOT_NULL_VIOLATION;
            case 1216, 1217, 1451, 1452, 1557, 1761, 1762 -> ErrorKind.FOREIGN_KEY_VIOLATION;
            case 3819, 4025 -> ErrorKind.CHECK_VIOLATION;
            default -> null;
        };
    }

    private static ErrorKind other(SQLException error) {
        return switch (error.getErrorCode()) {
            case 1264, 1265, 1292, 1365, 1366, 1406, 1411, 1441, 1690, 3140, 4038 -> ErrorKind.DATA;
            case LOCK_TIMEOUT, 3572 -> ErrorKind.LOCK_TIMEOUT;
            case DEADLOCK -> ErrorKind.DEADLOCK;
            case CHANGED_SINCE_READ -> ErrorKind.SERIALIZATION_FAILURE;
            case 1317, 1969, 3024 -> ErrorKind.STATEMENT_TIMEOUT;
            case 1290, 1792, 1836 -> ErrorKind.READ_ONLY;
            case 3, 1021, 1114 -> ErrorKind.DISK_FULL;
            case 126, 127, 145, 1034, 1035, 1194, 1195 -> ErrorKind.CORRUPT;
            case 1053, 1152, 1158, 1159, 1160, 1161, 1184, 1927, 2006, 2013, 4031 -> ErrorKind.DISCONNECTED;
            case 1049, LOCK_TABLE_FULL -> ErrorKind.OPERATIONAL;
            case 1436 -> ErrorKind.PROGRAMMING;
            default -> ErrorTranslator.bySqlState(error);
        };
    }

    @Override
    public @Nullable String constraintOf(SQLException error) {
        ErrorKind kind = integrity(error.getErrorCode());
        if (kind == null) {
            return null;
        }
        Pattern named = switch (kind) {
            case UNIQUE_VIOLATION -> KEY;
            case NOT_NULL_VIOLATION -> COLUMN;
            case CHECK_VIOLATION -> error.getErrorCode() == 3819 ? CHECK : CONSTRAINT;
            default -> CONSTRAINT;
        };
        Matcher matcher = named.matcher(String.valueOf(error.getMessage()));
        return matcher.find() ? matcher.group(1).replace("``", "`") : null;
    }
}
