package io.athanor.engine.dialect;

import io.athanor.engine.error.ErrorKind;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a driver's error means. Stateless and thread-safe.
 *
 * @since 0.1.0
 */
public interface ErrorTranslator {
    /**
     * Return the kind of an error.
     *
     * @param error what the driver threw
     * @return the kind, {@link ErrorKind#OTHER} if it is not known
     */
    ErrorKind kindOf(SQLException error);

    /**
     * Return the constraint that an error is about.
     *
     * @param error what the driver threw
     * @return the constraint's name or columns, or {@code null} if the driver does not tell
     */
    default @Nullable String constraintOf(SQLException error) {
        return null;
    }

    /**
     * Return whether the driver's messages repeat values of rows and parameters, so that they are hidden with these.
     *
     * @return whether they do
     */
    default boolean showsValues() {
        return true;
    }

    /**
     * Return the kind of an error as the standard's SQLState has it.
     *
     * @param error what a driver threw
     * @return the kind, {@link ErrorKind#OTHER} if the state says nothing
     */
    static ErrorKind bySqlState(SQLException error) {
        String state = error.getSQLState();
        if (state == null || state.length() < 2) {
            return byClass(error);
        }
        return switch (state) {
            case "23502" -> ErrorKind.NOT_NULL_VIOLATION;
            case "23503", "23506" -> ErrorKind.FOREIGN_KEY_VIOLATION;
            case "23505" -> ErrorKind.UNIQUE_VIOLATION;
            case "23513", "23514" -> ErrorKind.CHECK_VIOLATION;
            case "40001" -> ErrorKind.SERIALIZATION_FAILURE;
            case "25006" -> ErrorKind.READ_ONLY;
            default -> byStateClass(state.substring(0, 2), error);
        };
    }

    private static ErrorKind byStateClass(String stateClass, SQLException error) {
        return switch (stateClass) {
            case "08" -> ErrorKind.DISCONNECTED;
            case "21", "42", "0A" -> ErrorKind.PROGRAMMING;
            case "22" -> ErrorKind.DATA;
            case "23" -> ErrorKind.INTEGRITY;
            case "28", "3D", "53", "57", "58" -> ErrorKind.OPERATIONAL;
            default -> byClass(error);
        };
    }

    private static ErrorKind byClass(SQLException error) {
        if (error instanceof SQLTimeoutException) {
            return ErrorKind.STATEMENT_TIMEOUT;
        }
        boolean isConnection =
                error instanceof SQLNonTransientConnectionException || error instanceof SQLTransientConnectionException;
        return isConnection ? ErrorKind.DISCONNECTED : ErrorKind.OTHER;
    }
}
