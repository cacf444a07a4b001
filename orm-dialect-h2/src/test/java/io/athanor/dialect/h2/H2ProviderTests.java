package io.athanor.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.DialectProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class H2ProviderTests {
    private static final String SERVICE = DialectProvider.class.getName();

    private static List<String> namedByFile() throws IOException {
        try (InputStream in = H2DialectProvider.class.getResourceAsStream("/META-INF/services/" + SERVICE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .lines()
                    .toList();
        }
    }

    private static List<String> namedByDescriptor() throws IOException {
        try (InputStream in = H2DialectProvider.class.getResourceAsStream("/module-info.class")) {
            return ModuleDescriptor.read(in).provides().stream()
                    .filter(provides -> provides.service().equals(SERVICE))
                    .findFirst()
                    .orElseThrow()
                    .providers();
        }
    }

    @Test
    void moduleAndServicesFileNameTheSameProvider() throws IOException {
        assertThat(namedByFile()).isEqualTo(namedByDescriptor()).containsExactly(H2DialectProvider.class.getName());
    }

    @Test
    void providerMakesItsDialect() {
        DialectProvider found = new H2DialectProvider();
        assertThat(found.name()).isEqualTo("h2");
        assertThat(found.create().name()).isEqualTo("h2");
        assertThat(found.acceptsProduct("H2")).isTrue();
        assertThat(found.accepts("jdbc:h2:x")).isTrue();
        assertThat(found.accepts("jdbc:other:x")).isFalse();
    }
}
