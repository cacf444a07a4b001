package io.athanor.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.DialectProvider;
import io.athanor.engine.error.ErrorKind;
import java.sql.SQLException;
import java.util.ServiceLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What errors become that cannot be made to happen where tests run, since they need a full disk, a replica, a server that is
 * starting or a damaged one: told by the codes that the databases document.
 */
class UnseenErrorsTests {
    private static Dialect dialect(String name) {
        return ServiceLoader.load(DialectProvider.class).stream()
                .map(provider -> provider.get().create())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            sqlite,     ,       6,     LOCK_TIMEOUT
            sqlite,     ,       11,    CORRUPT
            sqlite,     ,       13,    DISK_FULL
            h2,         90100,  90100, DISK_FULL
            h2,         90030,  90030, CORRUPT
            h2,         90097,  90097, READ_ONLY
            postgresql, 53100,  0,     DISK_FULL
            postgresql, 25006,  0,     READ_ONLY
            postgresql, 57P03,  0,     DISCONNECTED
            postgresql, 57P02,  0,     DISCONNECTED
            postgresql, XX001,  0,     CORRUPT
            mariadb,    HY000,  1021,  DISK_FULL
            mariadb,    HY000,  1290,  READ_ONLY
            mariadb,    HY000,  1836,  READ_ONLY
            mariadb,    08S01,  1053,  DISCONNECTED
            mariadb,    HY000,  1034,  CORRUPT
            mysql,      HY000,  3572,  LOCK_TIMEOUT
            mysql,      HY000,  3819,  CHECK_VIOLATION
            """)
    void codeHasItsKind(String dialect, String state, int code, ErrorKind kind) {
        assertThat(dialect(dialect).errors().kindOf(new SQLException("told", state, code)))
                .isEqualTo(kind);
    }
}
