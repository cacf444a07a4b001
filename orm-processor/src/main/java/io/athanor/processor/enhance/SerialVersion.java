package io.athanor.processor.enhance;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ASM9;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.commons.SerialVersionUIDAdder;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/** Keeps the stream identity of a serializable class that declares none: it is a hash over members, and we add some. */
final class SerialVersion {
    private SerialVersion() {}

    /** Pin the identity; must come before any other change to the class. */
    static void pin(ClassNode node) {
        boolean declared = node.fields.stream().anyMatch(f -> f.name.equals(MemberNames.SERIAL_VERSION));
        if (!declared) {
            int access = ACC_PRIVATE | ACC_STATIC | ACC_FINAL | ACC_SYNTHETIC;
            node.fields.add(new FieldNode(access, MemberNames.SERIAL_VERSION, "J", null, compute(node)));
        }
    }

    private static Long compute(ClassNode node) {
        Capture capture = new Capture();
        node.accept(new SerialVersionUIDAdder(capture));
        return capture.value;
    }

    private static final class Capture extends ClassVisitor {
        private Long value = 0L;

        Capture() {
            super(ASM9);
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object constant) {
            if (name.equals(MemberNames.SERIAL_VERSION) && constant instanceof Long found) {
                value = found;
            }
            return null;
        }
    }
}
