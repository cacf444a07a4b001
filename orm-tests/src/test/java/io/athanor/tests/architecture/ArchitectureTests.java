package io.athanor.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The house keeps its plan; what each rule means is tried out in {@link HouseRulesTests}. */
class ArchitectureTests {

    static final List<Floor> LIBRARIES = Floor.libraries();
    static final List<Floor> LAID_DOWN = List.of(Floor.SQL, Floor.ENGINE, Floor.ORM);

    /** Machinery of the session; what a user may see of it is in the packages around it. */
    private static final Set<String> INNER =
            Set.of("io.athanor.orm.flush", "io.athanor.orm.identity", "io.athanor.orm.load");

    /** Read once: reading class files is what these tests spend their time on. */
    private static final Map<Floor, JavaClasses> CLASSES = new HashMap<>();

    private static JavaClasses classes(Floor floor) {
        return CLASSES.computeIfAbsent(floor, Floor::classes);
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void moduleIsSeen(Floor floor) {
        assertThat(classes(floor)).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void packagesDoNotDependOnEachOther(Floor floor) {
        assertThat(HouseRules.cycles(floor, classes(floor))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("LAID_DOWN")
    void packagesFollowTheArrows(Floor floor) {
        assertThat(HouseRules.crossedArrows(floor, classes(floor))).isEmpty();
    }

    @Test
    void sqlFloorKnowsNoJdbc() {
        assertThat(HouseRules.usesOf(new String[] {"java.sql..", "javax.sql.."}, classes(Floor.SQL)))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void noLibraryNamesADriver(Floor floor) {
        assertThat(HouseRules.usesOf(HouseRules.DRIVERS, classes(floor))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void nothingIsDeserialized(Floor floor) {
        assertThat(HouseRules.deserialization(classes(floor))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void packageHasAtMost25PublicTypes(Floor floor) {
        Set<String> exempt = floor.equals(Floor.SQL) ? Set.of("tree") : Set.of();

        assertThat(HouseRules.crowdedPackages(floor, classes(floor), 25, exempt))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void moduleHasAtMostTenPackages(Floor floor) {
        assertThat(HouseRules.tooManyPackages(floor, classes(floor), 10)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void everyPackageIsNullMarked(Floor floor) {
        assertThat(HouseRules.unmarkedPackages(floor, classes(floor))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("LAID_DOWN")
    void everyPackageIsExportedUnlessItIsInner(Floor floor) throws IOException {
        OwnModule module = OwnModule.onClassPath().get(floor.root());
        Set<String> expected = new TreeSet<>(module.packages());
        expected.removeAll(INNER);

        assertThat(module.exportedPackages()).isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void signaturesNameOnlyWhatCallersCanName(Floor floor) throws IOException {
        Set<String> exported = new TreeSet<>();
        OwnModule.onClassPath().values().forEach(module -> exported.addAll(module.exportedPackages()));

        assertThat(new ExportedSignatures(exported).leaks(classes(floor))).isEmpty();
    }
}
