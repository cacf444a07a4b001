package io.athanor.engine.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorKindTests {
    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void everyKindHasAnExceptionThatKnowsIt(ErrorKind kind) {
        SQLException cause = new SQLException("text", "12345", 7);
        DatabaseException made = kind.exception("Fact", "SELECT 1", "(1,)", "uq", cause);
        assertThat(made.kind()).isEqualTo(kind);
        assertThat(made)
                .hasMessage("Fact (SQLState [12345], code [7])\n[SQL: SELECT 1]\n[parameters: (1,)]")
                .hasCause(cause);
        assertThat(made.isRetryable()).isEqualTo(kind.isRetryable());
        assertThat(made.statement()).contains("SELECT 1");
        assertThat(made.parameters()).contains("(1,)");
        assertThat(made.sqlState()).contains("12345");
        assertThat(made.vendorCode()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "UNIQUE_VIOLATION, io.athanor.engine.error.IntegrityException",
        "CHECK_VIOLATION, io.athanor.engine.error.IntegrityException",
        "DEADLOCK, io.athanor.engine.error.OperationalException",
        "TRANSACTION_ABORTED, io.athanor.engine.error.OperationalException",
        "DATA, io.athanor.engine.error.DatabaseException"
    })
    void exceptionsAreSorted(ErrorKind kind, Class<?> parent) {
        assertThat(kind.exception("Fact", null, null, null, null)).isInstanceOf(parent);
    }

    @Test
    void outcomeUnknownIsNeverRetried() {
        assertThat(ErrorKind.COMMIT_OUTCOME_UNKNOWN.isRetryable()).isFalse();
        assertThat(ErrorKind.DEADLOCK.isRetryable()).isTrue();
    }
}
