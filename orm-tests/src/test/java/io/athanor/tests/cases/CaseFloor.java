package io.athanor.tests.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** What has been reached, and which lines differ by decision: {@code family/name@dialect=NNN}, or {@code @*} for all. */
final class CaseFloor {
    static final String RESOURCE = "/conformance/compile-floor.properties";
    private static final Properties PROPERTIES = load();

    private CaseFloor() {}

    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(CaseFloor.class.getResourceAsStream(RESOURCE))) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    static int matched() {
        return Integer.parseInt(PROPERTIES.getProperty("matched"));
    }

    static boolean isDecided(RecordedCase recorded) {
        return PROPERTIES.containsKey(recorded.key() + "@" + recorded.dialect())
                || PROPERTIES.containsKey(recorded.key() + "@*");
    }
}
