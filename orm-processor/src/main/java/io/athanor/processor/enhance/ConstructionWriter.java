package io.athanor.processor.enhance;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PROTECTED;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ACC_TRANSIENT;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Writes what an instance needs to come into being: its state, the blank constructor and the method that calls it. */
final class ConstructionWriter {
    private static final String TRACKER_SETTER = "(" + MemberNames.TRACKER_TYPE + ")V";
    private static final String BLANK = "()L" + MemberNames.INSTRUMENTED + ";";
    private final EntityClass entity;

    ConstructionWriter(EntityClass entity) {
        this.entity = entity;
    }

    void addAll() {
        addCount();
        if (entity.isRoot()) {
            addState();
        }
        entity.node.methods.add(blankConstructor());
        if (!entity.isAbstract()) {
            entity.node.methods.add(blankFactory());
        }
    }

    private void addCount() {
        Integer constant = entity.isRoot() ? entity.fields.size() : null;
        int access = ACC_PROTECTED | ACC_STATIC | ACC_FINAL | ACC_SYNTHETIC;
        entity.node.fields.add(new FieldNode(access, MemberNames.COUNT, "I", null, constant));
    }

    private void addState() {
        int access = ACC_PRIVATE | ACC_TRANSIENT | ACC_SYNTHETIC;
        entity.node.fields.add(new FieldNode(access, MemberNames.STATE, MemberNames.TRACKER_TYPE, null, null));
        MethodNode getter = method(ACC_PUBLIC | ACC_FINAL, MemberNames.TRACKER_METHOD, "()" + MemberNames.TRACKER_TYPE);
        entity.loadTracker(getter);
        getter.visitInsn(ARETURN);
        getter.visitMaxs(1, 1);
        entity.node.methods.add(getter);
        MethodNode setter = method(ACC_PUBLIC | ACC_FINAL, MemberNames.TRACKER_METHOD, TRACKER_SETTER);
        storeTracker(setter);
        setter.visitInsn(RETURN);
        setter.visitMaxs(2, 2);
        entity.node.methods.add(setter);
    }

    private void storeTracker(MethodVisitor code) {
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ALOAD, 1);
        if (entity.isRoot()) {
            code.visitFieldInsn(PUTFIELD, entity.name(), MemberNames.STATE, MemberNames.TRACKER_TYPE);
        } else {
            code.visitMethodInsn(INVOKEVIRTUAL, entity.name(), MemberNames.TRACKER_METHOD, TRACKER_SETTER, false);
        }
    }

    /** Runs neither constructors nor initialisers of mapped classes; an unmapped superclass must still be constructed. */
    private MethodNode blankConstructor() {
        MethodNode code = method(ACC_PROTECTED, MemberNames.CONSTRUCTOR, TRACKER_SETTER);
        code.visitVarInsn(ALOAD, 0);
        if (entity.superName().equals(entity.mappedAncestor())) {
            code.visitVarInsn(ALOAD, 1);
            code.visitMethodInsn(INVOKESPECIAL, entity.superName(), MemberNames.CONSTRUCTOR, TRACKER_SETTER, false);
        } else {
            code.visitMethodInsn(INVOKESPECIAL, entity.superName(), MemberNames.CONSTRUCTOR, "()V", false);
            storeTracker(code);
        }
        code.visitInsn(RETURN);
        code.visitMaxs(2, 2);
        return code;
    }

    private MethodNode blankFactory() {
        MethodNode code = method(ACC_PUBLIC, MemberNames.NEW, BLANK);
        newBlank(code, entity);
        code.visitInsn(ARETURN);
        code.visitMaxs(3, 1);
        return code;
    }

    static void newBlank(MethodVisitor code, EntityClass entity) {
        code.visitTypeInsn(NEW, entity.name());
        code.visitInsn(DUP);
        code.visitInsn(ACONST_NULL);
        code.visitMethodInsn(INVOKESPECIAL, entity.name(), MemberNames.CONSTRUCTOR, TRACKER_SETTER, false);
    }

    private static MethodNode method(int access, String name, String descriptor) {
        return new MethodNode(access | ACC_SYNTHETIC, name, descriptor, null, null);
    }
}
