package io.athanor.engine;

import io.athanor.engine.event.StatementEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of what is sent: the statement on one record, its parameters on the next. */
final class EchoLog {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final boolean isEcho;
    private final boolean isHidingParameters;

    EchoLog(boolean isEcho, boolean isHidingParameters) {
        this.isEcho = isEcho;
        this.isHidingParameters = isHidingParameters;
    }

    /** Whether anything is logged. */
    boolean isOn() {
        return isEcho ? LOG.isInfoEnabled() : LOG.isDebugEnabled();
    }

    void statement(StatementEvent statement, @Nullable String token) {
        if (isOn()) {
            word(token == null ? statement.sql() : "[" + token + "] " + statement.sql());
            word(
                    isHidingParameters
                            ? "[parameters " + ParameterText.HIDDEN + "]"
                            : ParameterText.of(statement.parameters()));
        }
    }

    /** Log a record of its own, such as {@code COMMIT}. */
    void word(String text) {
        if (isEcho) {
            LOG.info("{}", text);
        } else {
            LOG.debug("{}", text);
        }
    }
}
