package io.athanor.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rules of the house, each as the list of its violations: empty when the rule is kept. */
final class HouseRules {

    /** Packages of every driver that there is, or will be, a dialect for. */
    static final String[] DRIVERS = {
        "org.sqlite..", "org.h2..", "org.postgresql..", "org.mariadb..", "com.mysql..", "oracle..", "com.microsoft.."
    };

    private HouseRules() {}

    /** Packages that depend on each other, the root package included. */
    static List<String> cycles(Floor floor, JavaClasses classes) {
        return violations(
                slices().assignedFrom(new SliceAssignment() {
                            @Override
                            public SliceIdentifier getIdentifierOf(JavaClass type) {
                                return floor.holds(type)
                                        ? SliceIdentifier.of(type.getPackageName())
                                        : SliceIdentifier.ignore();
                            }

                            @Override
                            public String getDescription() {
                                return "packages of " + floor;
                            }
                        })
                        .should()
                        .beFreeOfCycles(),
                classes);
    }

    /** Dependencies against the arrows, and packages for which none are laid down. */
    static List<String> crossedArrows(Floor floor, JavaClasses classes) {
        Set<String> crossed = new TreeSet<>();
        for (JavaClass type : classes) {
            String from = floor.folder(type);
            Set<String> allowed = floor.arrows().get(from);
            if (allowed == null) {
                crossed.add("Package [%s] has no place among the arrows of [%s]".formatted(from, floor));
                continue;
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (floor.holds(target)
                        && !floor.folder(target).equals(from)
                        && !allowed.contains(floor.folder(target))) {
                    crossed.add("Package [%s] may not use [%s], but [%s] names [%s]"
                            .formatted(from, floor.folder(target), type.getName(), target.getName()));
                }
            }
        }
        return List.copyOf(crossed);
    }

    static List<String> usesOf(String[] packages, JavaClasses classes) {
        return violations(noClasses().should().dependOnClassesThat().resideInAnyPackage(packages), classes);
    }

    static List<String> deserialization(JavaClasses classes) {
        return violations(noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class), classes);
    }

    /** Packages with more than {@code limit} public top-level types, those in {@code exempt} left out. */
    static List<String> crowdedPackages(Floor floor, JavaClasses classes, int limit, Set<String> exempt) {
        List<String> crowded = new ArrayList<>();
        floor.byFolder(classes).forEach((folder, types) -> {
            long open = types.stream()
                    .filter(JavaClass::isTopLevelClass)
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                    .count();
            if (open > limit && !exempt.contains(folder)) {
                crowded.add("Package [%s] of [%s] has [%d] public types, more than [%d]"
                        .formatted(folder, floor, open, limit));
            }
        });
        return crowded;
    }

    static List<String> tooManyPackages(Floor floor, JavaClasses classes, int limit) {
        Set<String> folders = floor.byFolder(classes).keySet();
        return folders.size() <= limit
                ? List.of()
                : List.of("Module [%s] has [%d] packages, more than [%d]: %s"
                        .formatted(floor, folders.size(), limit, folders));
    }

    /** Packages whose package-info is missing or does not say {@code @NullMarked}. */
    static List<String> unmarkedPackages(Floor floor, JavaClasses classes) {
        List<String> unmarked = new ArrayList<>();
        floor.byFolder(classes).forEach((folder, types) -> {
            if (!types.get(0).getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                unmarked.add("Package [%s] of [%s] has no package-info with @NullMarked".formatted(folder, floor));
            }
        });
        return unmarked;
    }

    private static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
    }
}
