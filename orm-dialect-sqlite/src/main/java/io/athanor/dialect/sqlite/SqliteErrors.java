package io.athanor.dialect.sqlite;

import io.athanor.engine.dialect.ErrorTranslator;
import io.athanor.engine.error.ErrorKind;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells SQLite's errors apart. The driver gives no SQLState, its number is the primary result code, and the extended one
 * stands in front of its message.
 */
final class SqliteErrors implements ErrorTranslator {
    private static final Pattern EXTENDED = Pattern.compile("^\\[SQLITE_([A-Z_]+)]");
    private static final Pattern CONSTRAINT = Pattern.compile("constraint failed: ([^)]+)\\)?");

    @Override
    public ErrorKind kindOf(SQLException error) {
        return switch (error.getErrorCode()) {
            case 0 -> isClosed(error) ? ErrorKind.DISCONNECTED : ErrorKind.OTHER;
            case 1, 21, 25 -> ErrorKind.PROGRAMMING;
            case 5, 6 ->
                extended(error).equals("BUSY_SNAPSHOT") ? ErrorKind.SERIALIZATION_FAILURE : ErrorKind.LOCK_TIMEOUT;
            case 8 -> ErrorKind.READ_ONLY;
            case 9 -> ErrorKind.STATEMENT_TIMEOUT;
            case 11, 26 -> ErrorKind.CORRUPT;
            case 13 -> ErrorKind.DISK_FULL;
            case 18, 20 -> ErrorKind.DATA;
            case 19 -> constraintKind(error);
            case 7, 10, 14, 15, 22 -> ErrorKind.OPERATIONAL;
            default -> ErrorKind.OTHER;
        };
    }

    private static ErrorKind constraintKind(SQLException error) {
        return switch (extended(error)) {
            case "CONSTRAINT_UNIQUE", "CONSTRAINT_PRIMARYKEY", "CONSTRAINT_ROWID" -> ErrorKind.UNIQUE_VIOLATION;
            case "CONSTRAINT_NOTNULL" -> ErrorKind.NOT_NULL_VIOLATION;
            case "CONSTRAINT_FOREIGNKEY" -> ErrorKind.FOREIGN_KEY_VIOLATION;
            case "CONSTRAINT_CHECK" -> ErrorKind.CHECK_VIOLATION;
            default -> ErrorKind.INTEGRITY;
        };
    }

    private static String extended(SQLException error) {
        Matcher matcher = EXTENDED.matcher(String.valueOf(error.getMessage()));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static boolean isClosed(SQLException error) {
        String message = String.valueOf(error.getMessage());
        return message.contains("database connection closed") || message.contains("database has been closed");
    }

    @Override
    public @Nullable String constraintOf(SQLException error) {
        Matcher matcher = CONSTRAINT.matcher(String.valueOf(error.getMessage()));
        return matcher.find() ? matcher.group(1) : null;
    }

    /** SQLite names columns and constraints only. */
    @Override
    public boolean showsValues() {
        return false;
    }
}
