package io.athanor.dialect.h2;

import io.athanor.engine.dialect.ErrorTranslator;
import io.athanor.engine.error.ErrorKind;
import java.io.EOFException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells H2's errors apart by its numbers, which hold in every language that its messages have. */
final class H2Errors implements ErrorTranslator {
    static final int DEADLOCK = 40001;
    private static final int MAX_DEPTH = 20;

    /** The first name within the quotes, without its schema. */
    private static final Pattern CONSTRAINT = Pattern.compile("\"(?:\\w+\\.)?([\\w$]+)");

    @Override
    public ErrorKind kindOf(SQLException error) {
        return switch (error.getErrorCode()) {
            case 50000, 90028, 90031 -> isCut(error) ? ErrorKind.DISCONNECTED : otherOfInput(error);
            case 23502, 23507 -> ErrorKind.NOT_NULL_VIOLATION;
            case 23503, 23506 -> ErrorKind.FOREIGN_KEY_VIOLATION;
            case 23505 -> ErrorKind.UNIQUE_VIOLATION;
            case 23513, 23514 -> ErrorKind.CHECK_VIOLATION;
            case DEADLOCK -> ErrorKind.DEADLOCK;
            case 50200 -> ErrorKind.LOCK_TIMEOUT;
            case 57014 -> ErrorKind.STATEMENT_TIMEOUT;
            case 90013, 90020, 90146, 90149 -> ErrorKind.OPERATIONAL;
            case 90030 -> ErrorKind.CORRUPT;
            case 90067, 90098, 90121 -> ErrorKind.DISCONNECTED;
            case 90097 -> ErrorKind.READ_ONLY;
            case 90100 -> ErrorKind.DISK_FULL;
            default -> otherwise(error);
        };
    }

    private static ErrorKind otherOfInput(SQLException error) {
        return error.getErrorCode() == 50000 ? otherwise(error) : ErrorKind.OPERATIONAL;
    }

    /** A socket that is gone, or the database's file, which Java closes under a thread that is interrupted. */
    private static boolean isCut(SQLException error) {
        Throwable each = error;
        for (int depth = 0; each != null && depth < MAX_DEPTH; depth++) {
            if (each instanceof SocketException
                    || each instanceof EOFException
                    || each instanceof ClosedChannelException) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }

    private static ErrorKind otherwise(SQLException error) {
        ErrorKind byState = ErrorTranslator.bySqlState(error);
        boolean isOwnNumber = error.getErrorCode() >= 90_000 && error.getErrorCode() < 100_000;
        // H2's own numbers are nearly all about statements that make no sense.
        return byState == ErrorKind.OTHER && isOwnNumber ? ErrorKind.PROGRAMMING : byState;
    }

    @Override
    public @Nullable String constraintOf(SQLException error) {
        if (!String.valueOf(error.getSQLState()).startsWith("23")) {
            return null;
        }
        Matcher matcher = CONSTRAINT.matcher(String.valueOf(error.getMessage()));
        return matcher.find() ? matcher.group(1) : null;
    }
}
