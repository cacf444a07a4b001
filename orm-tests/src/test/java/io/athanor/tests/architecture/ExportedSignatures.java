package io.athanor.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a user of a module can call must name only types that the user can name too. */
final class ExportedSignatures {

    private final Set<String> exported;

    /** @param exported the packages exported by the module and by those that it requires transitively */
    ExportedSignatures(Set<String> exported) {
        this.exported = exported;
    }

    List<String> leaks(JavaClasses classes) {
        List<String> leaks = new ArrayList<>();
        for (JavaClass type : classes) {
            if (exported.contains(type.getPackageName()) && reachable(type)) {
                type.getMembers().stream()
                        .filter(ExportedSignatures::callable)
                        .forEach(member -> signature(member)
                                .flatMap(part -> part.getAllInvolvedRawTypes().stream())
                                .map(JavaClass::getBaseComponentType)
                                .filter(part -> !nameable(part))
                                .forEach(part -> leaks.add("[%s] hands out [%s], which its callers cannot name"
                                        .formatted(member.getFullName(), part.getName()))));
            }
        }
        return leaks;
    }

    private static boolean callable(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && !modifiers.contains(JavaModifier.SYNTHETIC)
                && !modifiers.contains(JavaModifier.BRIDGE);
    }

    private static Stream<JavaType> signature(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        return Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getExceptionTypes().stream().map(JavaType.class::cast))
                .flatMap(parts -> parts);
    }

    private boolean nameable(JavaClass type) {
        String name = type.getPackageName();
        return type.isPrimitive()
                || name.startsWith("java.")
                || name.startsWith("javax.")
                || name.startsWith("org.junit.")
                || exported.contains(name) && reachable(type);
    }

    private static boolean reachable(JavaClass type) {
        boolean open = type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED);
        return open
                && type.getEnclosingClass().map(ExportedSignatures::reachable).orElse(true);
    }
}
