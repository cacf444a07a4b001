package io.athanor.tests.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Engine;
import io.athanor.engine.dialect.DialectException;
import io.athanor.engine.error.UrlException;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Engines that cannot be made. */
class EngineErrorsTests {

    @Test
    void unknownDialectListsThoseThatWereFound() {
        assertThatThrownBy(() -> Engine.create("oracle://scott:tiger@host/db"))
                .isInstanceOf(DialectException.class)
                .hasMessageMatching("No dialect \\[oracle]; found \\[h2, .*sqlite]\\. Add the artifact"
                        + " \\[io\\.athanor:orm-dialect-NAME] of the database to the class path or module path");
    }

    @Test
    void jdbcUrlWithoutADialectListsThoseThatWereFound() {
        assertThatThrownBy(() -> Engine.create("jdbc:oracle:thin:scott/tiger@host"))
                .isInstanceOf(DialectException.class)
                .hasMessageStartingWith("No dialect for JDBC URLs of subprotocol [oracle]; found [h2, ")
                .hasMessageNotContaining("tiger");
    }

    /** A class path without any driver. */
    private static final class WithoutDrivers extends ClassLoader {
        WithoutDrivers() {
            super(EngineErrorsTests.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.endsWith("java.sql.Driver") ? Collections.emptyEnumeration() : super.getResources(name);
        }
    }

    @Test
    void missingDriverNamesItsArtifact() {
        assertThatThrownBy(
                        () -> Engine.create("sqlite:///:memory:", options -> options.classLoader(new WithoutDrivers())))
                .isInstanceOf(DialectException.class)
                .hasMessage("No JDBC driver [org.sqlite.JDBC] for dialect [sqlite]; add [org.xerial:sqlite-jdbc] to the"
                        + " run-time dependencies, and to --add-modules where the application is linked");
        assertThatThrownBy(() -> Engine.create("jdbc:h2:mem:x", options -> options.classLoader(new WithoutDrivers())))
                .isInstanceOf(DialectException.class)
                .hasMessageContaining("[org.h2.Driver]")
                .hasMessageContaining("[com.h2database:h2]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h2//user:hunter2@host/db",
                "h2://user:hunter2@host:port/db",
                "h2://user:hunter2@host:99999/db",
                "h2://user:hun@ter2@host/db",
                "h2://user:hunter2/@host/db",
                "h2://user:hunter2@[::1/db",
                "h2://user:hunter2%zz@host/db",
                "h2://user:hunter2@host/db?option",
                "://user:hunter2@host/db",
                "sqlite://user:hunter2@host/db",
                ""
            })
    void malformedUrlIsRefusedWithoutThePassword(String url) {
        assertThatThrownBy(() -> Engine.create(url))
                .isInstanceOf(UrlException.class)
                .hasMessageNotContaining("hunter2")
                .hasMessageNotContaining("ter2")
                .satisfies(thrown -> assertThat(thrown.getCause() == null
                                || !String.valueOf(thrown.getCause().getMessage())
                                        .contains("hunter2"))
                        .isTrue());
    }

    @Test
    void malformedUrlIsToldWhereAndHow() {
        assertThatThrownBy(() -> Engine.create("sqlite:/memory"))
                .isInstanceOf(UrlException.class)
                .hasMessageContaining("[dialect://user:password@host:port/database?option=value]");
    }

    @Test
    void driverOptionsThatMayRunCodeAreRefused() {
        assertThatThrownBy(() -> Engine.create("jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://evil'"))
                .isInstanceOf(DialectException.class)
                .hasMessageContaining("[INIT]")
                .hasMessageContaining("allowDriverOption(\"INIT\")");
    }

    @Test
    void passwordIsShownNowhere() {
        try (Engine engine = Engine.create("h2://sa:hunter2@host/db")) {
            assertThat(engine.url()).isEqualTo("h2://sa:***@host/db");
            assertThat(engine).hasToString("Engine(h2://sa:***@host/db)");
        }
    }
}
