package io.athanor.dialect.postgresql;

import io.athanor.engine.dialect.ErrorTranslator;
import io.athanor.engine.error.ErrorKind;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells PostgreSQL's errors apart by their SQLState; the driver has no numbers. */
final class PostgresqlErrors implements ErrorTranslator {
    /** As the server says it in English; in other languages the name is not told. */
    private static final Pattern CONSTRAINT = Pattern.compile("(?:constraint|index) \"([^\"]+)\"");

    private static final Pattern COLUMN = Pattern.compile("column \"([^\"]+)\"");

    @Override
    public ErrorKind kindOf(SQLException error) {
        return switch (String.valueOf(error.getSQLState())) {
            case "23001", "23503" -> ErrorKind.FOREIGN_KEY_VIOLATION;
            case "23P01" -> ErrorKind.INTEGRITY;
            case "44000" -> ErrorKind.CHECK_VIOLATION;
            case "40P01" -> ErrorKind.DEADLOCK;
            case "55P03" -> ErrorKind.LOCK_TIMEOUT;
            case "57014" -> ErrorKind.STATEMENT_TIMEOUT;
            case "25P02" -> ErrorKind.TRANSACTION_ABORTED;
            // The server has closed the connection: a shutdown, a crash, a start, or a limit of idle time.
            case "57P01", "57P02", "57P03", "57P05", "25P03", "25P04" -> ErrorKind.DISCONNECTED;
            // A violation of the protocol, such as NUL within SQL text, leaves the connection as it was.
            case "08P01" -> ErrorKind.PROGRAMMING;
            case "53100" -> ErrorKind.DISK_FULL;
            case "XX001", "XX002" -> ErrorKind.CORRUPT;
            case "26000", "34000", "3B001", "3F000" -> ErrorKind.PROGRAMMING;
            default -> byClass(error);
        };
    }

    private static ErrorKind byClass(SQLException error) {
        String state = String.valueOf(error.getSQLState());
        return switch (state.substring(0, 2)) {
            // Too many columns, too deep an expression, too long a name.
            case "54" -> ErrorKind.PROGRAMMING;
            case "55" -> ErrorKind.OPERATIONAL;
            default -> ErrorTranslator.bySqlState(error);
        };
    }

    @Override
    public @Nullable String constraintOf(SQLException error) {
        String state = String.valueOf(error.getSQLState());
        if (!state.startsWith("23")) {
            return null;
        }
        Pattern named = state.equals("23502") ? COLUMN : CONSTRAINT;
        Matcher matcher = named.matcher(String.valueOf(error.getMessage()));
        return matcher.find() ? matcher.group(1) : null;
    }
}
