package io.athanor.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Engine;
import io.athanor.engine.dialect.DatabaseUrl;
import io.athanor.engine.dialect.DialectException;
import io.athanor.engine.dialect.JdbcTarget;
import io.athanor.engine.dialect.Sharing;
import io.athanor.engine.error.UrlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class H2UrlsTests {
    private static JdbcTarget target(String url) {
        return new H2Dialect().target(DatabaseUrl.parse(url));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            h2:///mem:t                          | jdbc:h2:mem:t                          | KEPT_ALIVE
            h2:///mem:                           | jdbc:h2:mem:                           | SINGLE
            h2:///app                            | jdbc:h2:file:./app                     | POOLED
            h2:////var/app                       | jdbc:h2:file:/var/app                  | POOLED
            h2:///~/app                          | jdbc:h2:file:~/app                     | POOLED
            h2:///zip:/a.zip!/b                  | jdbc:h2:file:./zip:/a.zip!/b           | POOLED
            h2://host/app                        | jdbc:h2:tcp://host/app                 | POOLED
            h2://sa:pw@host:9092/app?MODE=MySQL  | jdbc:h2:tcp://host:9092/app;MODE=MySQL | POOLED
            h2://[::1]:9092/app                  | jdbc:h2:tcp://[::1]:9092/app           | POOLED
            jdbc:h2:mem:t                        | jdbc:h2:mem:t                          | KEPT_ALIVE
            jdbc:h2:mem:                         | jdbc:h2:mem:                           | SINGLE
            jdbc:h2:mem:;MODE=MySQL              | jdbc:h2:mem:;MODE=MySQL                | SINGLE
            jdbc:h2:~/app                        | jdbc:h2:~/app                          | POOLED
            """)
    void urlIsTranslated(String url, String jdbc, Sharing sharing) {
        JdbcTarget target = target(url);
        assertThat(target.url()).isEqualTo(jdbc);
        assertThat(target.sharing()).isEqualTo(sharing);
    }

    @Test
    void userAndPasswordAreProperties() {
        assertThat(target("h2://sa:p%40w@host/app").properties())
                .containsEntry("user", "sa")
                .containsEntry("password", "p@w");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"h2://", "h2:///", "h2:///mem:a;INIT=x", "h2:///mem:a%3BINIT=x", "h2:///mem:a?MODE=x%3BINIT%3Dy"
            })
    void urlThatH2CannotUseIsRefused(String url) {
        assertThatThrownBy(() -> Engine.create(url)).isInstanceOf(UrlException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h2:///mem:a?INIT=RUNSCRIPT",
                "jdbc:h2:mem:a;INIT=RUNSCRIPT FROM 'http://example.org'",
                "jdbc:h2:mem:a;init=SELECT 1\\;SELECT 2",
                "jdbc:h2:mem:a;MODE=MySQL; INIT =x",
                "jdbc:h2:mem:a;MODE=x\\\\;INIT=y",
                "jdbc:h2:mem:a;DATABASE_EVENT_LISTENER='x'",
                "jdbc:h2:mem:a;TRACE_LEVEL_FILE=3",
                "jdbc:h2:mem:a;AUTO_SERVER=TRUE",
                "jdbc:h2:mem:a;nonsense"
            })
    void dangerousSettingIsRefused(String url) {
        assertThatThrownBy(() -> Engine.create(url))
                .isInstanceOf(DialectException.class)
                .hasMessageContaining("allowDriverOption");
    }

    @Test
    void dangerousSettingMayBeAllowedByName() {
        Engine.create("jdbc:h2:mem:a;INIT=SELECT 1", o -> o.allowDriverOption("init"))
                .close();
    }
}
