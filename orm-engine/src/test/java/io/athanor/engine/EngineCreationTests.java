package io.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.dialect.DialectException;
import io.athanor.engine.dialect.DialectProvider;
import io.athanor.engine.error.DisconnectedException;
import io.athanor.engine.error.UrlException;
import io.athanor.sql.error.ArgumentException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.sql.Driver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineCreationTests {
    private final ClassLoader withoutDriver = new Stubs(Map.of(DialectProvider.class, List.of(StubProvider.class)));
    private final ClassLoader withDriver = new Stubs(
            Map.of(DialectProvider.class, List.of(StubProvider.class), Driver.class, List.of(StubDriver.class)));

    private static String stackOf(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void unknownDialectListsThoseFound() {
        assertThatThrownBy(() -> Engine.create("nosuch://h/d", o -> o.classLoader(withDriver)))
                .isInstanceOf(DialectException.class)
                .hasMessageContaining("No dialect [nosuch]; found [stub]")
                .hasMessageContaining("orm-dialect-");
    }

    @Test
    void unknownJdbcUrlListsThoseFoundAndShowsNothingOfItself() {
        assertThatThrownBy(() -> Engine.create("jdbc:nosuch:x?password=canary", o -> o.classLoader(withDriver)))
                .isInstanceOf(DialectException.class)
                .hasMessageContaining("[nosuch]")
                .hasMessageContaining("found [stub]")
                .hasMessageNotContaining("canary");
    }

    @Test
    void missingDriverNamesItsArtifact() {
        assertThatThrownBy(() -> Engine.create("stub:///x", o -> o.classLoader(withoutDriver)))
                .isInstanceOf(DialectException.class)
                .hasMessageContaining("[org.stub.Driver]")
                .hasMessageContaining("[org.stub:stub-jdbc]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stub://u:canary-secret@h/x",
                "stub://u:canary-secret@h/raw",
                "jdbc:stub:x;PASSWORD=canary-secret",
                "jdbc:stub:raw?password=canary-secret"
            })
    void whatTheDriverTellsTooMuchIsTakenOut(String url) {
        try (Engine engine = Engine.create(url, o -> o.classLoader(withDriver))) {
            assertThat(engine.toString()).contains("***").doesNotContain("canary");
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(DisconnectedException.class)
                    .satisfies(failure ->
                            assertThat(stackOf(failure)).contains("***").doesNotContain("canary"));
        }
    }

    @Test
    void unlistedOptionIsRefusedWithoutItsValue() {
        assertThatThrownBy(() -> Engine.create("stub:///x?evil=canary", o -> o.classLoader(withDriver)))
                .isInstanceOf(DialectException.class)
                .hasMessageContaining("[evil]")
                .hasMessageContaining("allowDriverOption(\"evil\")")
                .hasMessageNotContaining("canary");
        Engine.create("stub:///x?EVIL=1&safe=2", o -> o.classLoader(withDriver).allowDriverOption("evil"))
                .close();
    }

    @Test
    void malformedUrlIsRefusedAtOnce() {
        assertThatThrownBy(() -> Engine.create("canary"))
                .isInstanceOf(UrlException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        EngineOptions options = new EngineOptions();
        assertThatThrownBy(() -> options.poolSize(0)).isInstanceOf(ArgumentException.class);
        assertThatThrownBy(() -> options.poolTimeout(Duration.ofMillis(1))).isInstanceOf(ArgumentException.class);
        assertThatThrownBy(() -> options.recycle(Duration.ZERO)).isInstanceOf(ArgumentException.class);
        assertThatThrownBy(() -> options.statementCacheSize(-1)).isInstanceOf(ArgumentException.class);
        assertThat(options.poolSettings("x").size()).isEqualTo(10);
        assertThat(options.poolSettings("x").timeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void dataSourceIsNotAskedBeforeItsFirstUse() {
        AtomicInteger asked = new AtomicInteger();
        DataSource source = (DataSource) Proxy.newProxyInstance(
                EngineCreationTests.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, args) -> {
                    asked.incrementAndGet();
                    throw new java.sql.SQLException("no database behind it", "08001");
                });
        try (Engine engine = Engine.of(source)) {
            assertThat(engine.url()).startsWith("DataSource ");
            assertThat(asked).hasValue(0);
            assertThatThrownBy(engine::connect).isInstanceOf(DisconnectedException.class);
            assertThat(asked).hasValue(1);
        }
    }
}
