package io.athanor.processor.enhance;

import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ANEWARRAY;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;

import java.util.function.Consumer;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** Makes a class announce itself when it is initialised, before the user's own initialisers, which may make instances. */
final class RegistrationWriter {
    private static final String INSTRUMENTED_TYPE = "L" + MemberNames.INSTRUMENTED + ";";
    private static final String REGISTER =
            "(Ljava/lang/Class;" + MemberNames.DESCRIPTOR_TYPE + INSTRUMENTED_TYPE + ")V";
    private static final String REGISTER_FIELDS =
            "(Ljava/lang/Class;[Ljava/lang/String;[Ljava/lang/Class;" + INSTRUMENTED_TYPE + ")V";
    private static final int MAX_STACK = 6;
    private final EntityClass entity;

    RegistrationWriter(EntityClass entity) {
        this.entity = entity;
    }

    void add() {
        MethodNode code = new MethodNode(0, "registration", "()V", null, null);
        if (!entity.isRoot()) {
            entity.pushInheritedCount(code);
            Constants.push(code, entity.fields.size());
            code.visitInsn(IADD);
            code.visitFieldInsn(PUTSTATIC, entity.name(), MemberNames.COUNT, "I");
        }
        code.visitLdcInsn(Type.getObjectType(entity.name()));
        if (entity.annotated) {
            announce(code);
        } else {
            announceFields(code);
        }
        MethodNode initialiser = initialiser();
        initialiser.instructions.insert(code.instructions);
        initialiser.maxStack = Math.max(initialiser.maxStack, MAX_STACK);
    }

    private void announce(MethodVisitor code) {
        String descriptor = entity.descriptorName;
        code.visitTypeInsn(NEW, descriptor);
        code.visitInsn(DUP);
        code.visitMethodInsn(INVOKESPECIAL, descriptor, MemberNames.CONSTRUCTOR, "()V", false);
        pushPrototype(code);
        code.visitMethodInsn(INVOKESTATIC, MemberNames.DECLARED_MAPPINGS, "register", REGISTER, false);
    }

    /** No descriptor tells what the fields of a class without annotations are. */
    private void announceFields(MethodVisitor code) {
        pushArray(code, "java/lang/String", field -> code.visitLdcInsn(field.name()));
        pushArray(code, "java/lang/Class", field -> Constants.pushClass(code, field.type()));
        pushPrototype(code);
        code.visitMethodInsn(INVOKESTATIC, MemberNames.DECLARED_MAPPINGS, "registerFields", REGISTER_FIELDS, false);
    }

    private void pushArray(MethodVisitor code, String elementType, Consumer<PersistentField> pushElement) {
        Constants.push(code, entity.fields.size());
        code.visitTypeInsn(ANEWARRAY, elementType);
        for (int position = 0; position < entity.fields.size(); position++) {
            code.visitInsn(DUP);
            Constants.push(code, position);
            pushElement.accept(entity.fields.get(position));
            code.visitInsn(AASTORE);
        }
    }

    private void pushPrototype(MethodVisitor code) {
        if (entity.isAbstract()) {
            code.visitInsn(ACONST_NULL);
        } else {
            ConstructionWriter.newBlank(code, entity);
        }
    }

    private MethodNode initialiser() {
        for (MethodNode method : entity.node.methods) {
            if (method.name.equals(MemberNames.INITIALISER)) {
                return method;
            }
        }
        MethodNode created = new MethodNode(ACC_STATIC, MemberNames.INITIALISER, "()V", null, null);
        created.visitInsn(RETURN);
        created.visitMaxs(0, 0);
        entity.node.methods.add(created);
        return created;
    }
}
