package io.athanor.engine.error;

import org.jspecify.annotations.Nullable;

/** What every database exception is made of. */
record ErrorDetails(
        ErrorKind kind,
        String message,
        @Nullable String sqlState,
        int vendorCode,
        @Nullable String sql,
        @Nullable String parameters,
        @Nullable String constraint,
        @Nullable Throwable cause) {
    ErrorDetails of(ErrorKind other, String otherMessage) {
        return new ErrorDetails(other, otherMessage, sqlState, vendorCode, sql, parameters, constraint, cause);
    }

    /** The message as shown: the fact, the codes, the statement and its parameters. */
    String text() {
        StringBuilder text = new StringBuilder(message);
        if (sqlState != null || vendorCode != 0) {
            text.append(" (SQLState [")
                    .append(sqlState == null ? "none" : sqlState)
                    .append("], code [")
                    .append(vendorCode)
                    .append("])");
        }
        if (sql != null) {
            text.append("\n[SQL: ").append(sql).append(']');
        }
        if (parameters != null) {
            text.append("\n[parameters: ").append(parameters).append(']');
        }
        return text.toString();
    }
}
