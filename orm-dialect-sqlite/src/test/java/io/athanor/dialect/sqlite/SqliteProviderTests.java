package io.athanor.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.DialectProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteProviderTests {
    private static final String SERVICE = DialectProvider.class.getName();

    private static List<String> namedByFile() throws IOException {
        try (InputStream in = SqliteDialectProvider.class.getResourceAsStream("/META-INF/services/" + SERVICE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .lines()
                    .toList();
        }
    }

    private static List<String> namedByDescriptor() throws IOException {
        try (InputStream in = SqliteDialectProvider.class.getResourceAsStream("/module-info.class")) {
            return ModuleDescriptor.read(in).provides().stream()
                    .filter(provides -> provides.service().equals(SERVICE))
                    .findFirst()
                    .orElseThrow()
                    .providers();
        }
    }

    @Test
    void moduleAndServicesFileNameTheSameProvider() throws IOException {
        assertThat(namedByFile()).isEqualTo(namedByDescriptor()).containsExactly(SqliteDialectProvider.class.getName());
    }

    @Test
    void providerMakesItsDialect() {
        DialectProvider found = new SqliteDialectProvider();
        assertThat(found.name()).isEqualTo("sqlite");
        assertThat(found.create().name()).isEqualTo("sqlite");
        assertThat(found.acceptsProduct("SQLite")).isTrue();
        assertThat(found.accepts("jdbc:sqlite:x")).isTrue();
        assertThat(found.accepts("jdbc:other:x")).isFalse();
    }
}
