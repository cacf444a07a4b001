package io.athanor.tests.kit.run;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.schema.Table;
import io.athanor.tests.kit.KitSuite;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a dialect does not declare, its database really cannot: everything that is absent is tried out in plain SQL. */
public abstract class CapabilitySuite extends KitSuite {
    private final Table probed = table(
            "probed",
            t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("a", INTEGER)
                    .column("b", INTEGER)
                    .column("s", string(20)));

    /** Create the suite. */
    protected CapabilitySuite() {}

    @Override
    protected void insertRows() {
        rows(probed, row(1, 1, 2, "abc"), row(2, 2, 3, "def"), row(3, 2, 4, "xyz"));
    }

    List<Capability> undeclared() {
        return Stream.of(Capability.values())
                .filter(each -> !has(each) && !Probes.isPromise(each))
                .toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("undeclared")
    void databaseCannotDoWhatIsNotDeclared(Capability capability) throws SQLException {
        List<Probe> probes = Probes.of(capability);
        assertThat(probes).as("probes of %s", capability).isNotEmpty();
        for (Probe probe : probes) {
            try (java.sql.Connection connection = jdbc()) {
                assertThat(probe.works(connection))
                        .as(
                                "The dialect does not declare [%s], but its database carries this out: %s; declare it, and let"
                                        + " the tests that need it pass",
                                capability, probe)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Capability.class)
    void everyCapabilityHasAProbe(Capability capability) {
        assertThat(Probes.of(capability).isEmpty()).isEqualTo(Probes.isPromise(capability));
    }
}
