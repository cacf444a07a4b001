package io.athanor.dialect.sqlite;

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

class SqliteUrlsTests {
    private static JdbcTarget target(String url) {
        return new SqliteDialect().target(DatabaseUrl.parse(url));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sqlite:///:memory:                          | jdbc:sqlite::memory:                              | SINGLE
            sqlite://                                   | jdbc:sqlite::memory:                              | SINGLE
            sqlite:///app.db                            | jdbc:sqlite:app.db                                | POOLED
            sqlite:///dir/app.db                        | jdbc:sqlite:dir/app.db                            | POOLED
            sqlite:////var/app.db                       | jdbc:sqlite:/var/app.db                           | POOLED
            sqlite:///a%20b.db                          | jdbc:sqlite:a b.db                                | POOLED
            sqlite:///a@b.db                            | jdbc:sqlite:a@b.db                                | POOLED
            sqlite:///app.db?journal_mode=WAL           | jdbc:sqlite:app.db?journal_mode=WAL               | POOLED
            sqlite:///file:m?mode=memory&cache=shared   | jdbc:sqlite:file:m?mode=memory&cache=shared       | KEPT_ALIVE
            sqlite:///file:m?mode=memory                | jdbc:sqlite:file:m?mode=memory                    | SINGLE
            jdbc:sqlite::memory:                        | jdbc:sqlite::memory:                              | SINGLE
            jdbc:sqlite:                                | jdbc:sqlite:                                      | SINGLE
            jdbc:sqlite:/var/app.db                     | jdbc:sqlite:/var/app.db                           | POOLED
            """)
    void urlIsTranslated(String url, String jdbc, Sharing sharing) {
        JdbcTarget target = target(url);
        assertThat(target.url()).isEqualTo(jdbc);
        assertThat(target.sharing()).isEqualTo(sharing);
    }

    @Test
    void foreignKeysAndBusyTimeoutAreSetUnlessTheUrlSaysOtherwise() {
        assertThat(target("sqlite:///a.db").properties())
                .containsEntry("foreign_keys", "true")
                .containsEntry("busy_timeout", "5000");
        assertThat(target("sqlite:///a.db?busy_timeout=1").properties()).doesNotContainKey("busy_timeout");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqlite://host/app.db",
                "sqlite://user:pw@host/app.db",
                "sqlite:///a%3Fenable_load_extension=true",
                "sqlite:///a?mode=rw%26enable_load_extension=true",
                "sqlite:///a?journal_mode=EVIL",
                "jdbc:sqlite:a?synchronous=maybe"
            })
    void urlThatSqliteCannotUseIsRefused(String url) {
        assertThatThrownBy(() -> Engine.create(url)).isInstanceOf(UrlException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqlite:///a?enable_load_extension=true",
                "jdbc:sqlite:a?enable_load_extension=true",
                "jdbc:sqlite:a?ENABLE_LOAD_EXTENSION=true",
                "jdbc:sqlite::resource:http://example.org/a.db",
                "sqlite:///:resource:file:/etc/passwd",
                "sqlite:///a?transaction_mode=IMMEDIATE"
            })
    void dangerousOptionIsRefusedUnlessAllowed(String url) {
        assertThatThrownBy(() -> Engine.create(url))
                .isInstanceOf(DialectException.class)
                .hasMessageContaining("allowDriverOption");
        Engine.create(
                        url,
                        o -> o.allowDriverOption("enable_load_extension")
                                .allowDriverOption(":resource:")
                                .allowDriverOption("transaction_mode"))
                .close();
    }
}
