package org.example.hsqldb;

import io.athanor.engine.dialect.ErrorTranslator;
import io.athanor.engine.error.ErrorKind;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Errors by SQLState, and the constraint from the message. */
final class HsqldbErrors implements ErrorTranslator {
    private static final Pattern CONSTRAINT = Pattern.compile("; (\\S+) table: ");

    @Override
    public ErrorKind kindOf(SQLException error) {
        return "23504".equals(error.getSQLState())
                ? ErrorKind.FOREIGN_KEY_VIOLATION
                : ErrorTranslator.bySqlState(error);
    }

    @Override
    public @Nullable String constraintOf(SQLException error) {
        Matcher matcher = CONSTRAINT.matcher(String.valueOf(error.getMessage()));
        return matcher.find() ? matcher.group(1) : null;
    }
}
