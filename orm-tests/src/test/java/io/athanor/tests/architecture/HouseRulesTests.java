package io.athanor.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule is broken once by the sample packages, which shows that it can fail at all. */
class HouseRulesTests {

    private static final String SAMPLE = "io.athanor.tests.architecture.sample";
    private static final Floor HOUSE = new Floor(SAMPLE, Floor.line("low", "high"));
    private static final JavaClasses CLASSES = HOUSE.classes();

    @Test
    void ringOfPackagesIsFound() {
        assertThat(HouseRules.cycles(HOUSE, CLASSES))
                .hasSize(1)
                .first()
                .asString()
                .contains("ring.a", "ring.b");
    }

    @Test
    void arrowUpwardsIsFound() {
        assertThat(HouseRules.crossedArrows(HOUSE, CLASSES))
                .anySatisfy(line -> assertThat(line).startsWith("Package [low] may not use [high]"));
    }

    @Test
    void packageWithoutAPlaceIsFound() {
        assertThat(HouseRules.crossedArrows(HOUSE, CLASSES))
                .contains("Package [ring.a] has no place among the arrows of [" + SAMPLE + "]");
    }

    @Test
    void arrowDownwardsIsAllowed() {
        Floor turned = new Floor(SAMPLE, Floor.line("high", "low"));

        assertThat(HouseRules.crossedArrows(turned, CLASSES)).noneMatch(line -> line.contains("may not use"));
    }

    @Test
    void jdbcIsFound() {
        assertThat(HouseRules.usesOf(new String[] {"java.sql.."}, CLASSES)).isNotEmpty();
    }

    @Test
    void driverIsFound() {
        assertThat(HouseRules.usesOf(HouseRules.DRIVERS, CLASSES))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("org.h2.jdbcx.JdbcDataSource"));
    }

    @Test
    void deserializationIsFound() {
        assertThat(HouseRules.deserialization(CLASSES)).isNotEmpty();
    }

    @Test
    void crowdedPackageIsFoundUnlessExempt() {
        assertThat(HouseRules.crowdedPackages(HOUSE, CLASSES, 0, Set.of("low", "ring.a", "ring.b", "marked", "inner")))
                .containsExactly("Package [high] of [" + SAMPLE + "] has [1] public types, more than [0]");
    }

    @Test
    void tooManyPackagesAreFound() {
        assertThat(HouseRules.tooManyPackages(HOUSE, CLASSES, 5)).hasSize(1);
        assertThat(HouseRules.tooManyPackages(HOUSE, CLASSES, 6)).isEmpty();
    }

    @Test
    void unmarkedPackagesAreFound() {
        assertThat(HouseRules.unmarkedPackages(HOUSE, CLASSES))
                .hasSize(5)
                .noneMatch(line -> line.startsWith("Package [marked]"));
    }

    @Test
    void leaksOfHiddenTypesAreFound() {
        assertThat(new ExportedSignatures(Set.of(SAMPLE + ".marked")).leaks(CLASSES))
                .hasSize(2)
                .anyMatch(line -> line.contains("leak()") && line.contains("Inner"))
                .anyMatch(line -> line.contains("leakHidden()") && line.contains("Hidden"));
    }
}
