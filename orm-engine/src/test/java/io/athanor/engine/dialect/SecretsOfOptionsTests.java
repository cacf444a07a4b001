package io.athanor.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsOfOptionsTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PASSWORD",
                "sslpassword",
                "trustStorePassword",
                "pwd",
                "passphrase",
                "api_key",
                "authToken",
                "client-secret",
                "key"
            })
    void nameOfASecretIsKnown(String name) {
        assertThat(Secrets.isSecretName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "ssl", "journal_mode", "monkeys", "foreign_keys", "mode"})
    void otherNamesAreNoSecrets(String name) {
        assertThat(Secrets.isSecretName(name)).isFalse();
    }
}
