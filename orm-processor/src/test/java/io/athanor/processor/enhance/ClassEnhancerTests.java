package io.athanor.processor.enhance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class ClassEnhancerTests {
    private final ClassEnhancer enhancer = new ClassEnhancer(name -> new Ancestry(null, false), Set.of());

    @Test
    void enhancedClassIsLeftAlone() {
        byte[] plain = entity(Opcodes.V17, Opcodes.ACC_PRIVATE, "name");
        Nest nest = Nest.of(List.of(ClassOutline.of(plain, Set.of())));
        byte[] once = enhancer.enhance(plain, nest);
        assertThat(once).isNotNull();
        assertThat(ClassOutline.of(once, Set.of()).enhanced()).isTrue();
        assertThat(enhancer.enhance(once, nest)).isNull();
        assertThat(ClassOutline.of(once, Set.of()).fields())
                .isEqualTo(ClassOutline.of(plain, Set.of()).fields());
    }

    @Test
    void nestWithoutMappedClassIsLeftAlone() {
        byte[] plain = entity(Opcodes.V17, Opcodes.ACC_PRIVATE, "name");
        assertThat(enhancer.enhance(plain, Nest.of(List.of()))).isNull();
    }

    @Test
    void classFilesWithoutNestsAreRefused() {
        assertThatThrownBy(() -> enhance(entity(Opcodes.V1_8, Opcodes.ACC_PRIVATE, "name")))
                .isInstanceOf(EnhancementException.class)
                .hasMessage(
                        "Mapped class [p.User] has class file version [52]; compile it with --release 17 or higher");
    }

    @Test
    void openFieldsAreRefused() {
        assertThatThrownBy(() -> enhance(entity(Opcodes.V17, Opcodes.ACC_PUBLIC, "name")))
                .isInstanceOf(EnhancementException.class)
                .hasMessage(
                        "Persistent field [p.User.name] is not private or is final; make it private and not final, or transient if it is not persistent");
    }

    @Test
    void reservedNamesAreRefused() {
        assertThatThrownBy(() -> enhance(entity(Opcodes.V17, Opcodes.ACC_PRIVATE, "$orm$name")))
                .isInstanceOf(EnhancementException.class)
                .hasMessage("Member [p.User.$orm$name] begins with [$orm$], which generated members use; rename it");
    }

    @Test
    void classFilesFromTheFutureAreRefused() {
        byte[] future = entity(Opcodes.V17, Opcodes.ACC_PRIVATE, "name");
        future[7] = 120;
        assertThatThrownBy(() -> ClassOutline.of(future, Set.of()))
                .isInstanceOf(EnhancementException.class)
                .hasMessageContaining("120")
                .hasMessageEndingWith("compile with a lower --release or use a newer release of Athanor");
    }

    private byte[] enhance(byte[] classFile) {
        return enhancer.enhance(classFile, Nest.of(List.of(ClassOutline.of(classFile, Set.of()))));
    }

    private static byte[] entity(int version, int access, String field) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(version, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, "p/User", null, "java/lang/Object", null);
        writer.visitAnnotation("Lio/athanor/orm/mapping/Mapped;", false).visitEnd();
        writer.visitField(access, field, "Ljava/lang/String;", null, null).visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
