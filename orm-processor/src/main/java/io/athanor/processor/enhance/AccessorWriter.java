package io.athanor.processor.enhance;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.F_APPEND;
import static org.objectweb.asm.Opcodes.F_SAME;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNONNULL;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;

import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** Writes the typed accessors that stand in for field access: the only generated code on the path of a user's getter. */
final class AccessorWriter {
    private static final Object[] TRACKER_LOCAL = {MemberNames.TRACKER};
    private static final String ATTACH = "(L" + MemberNames.INSTRUMENTED + ";)" + MemberNames.TRACKER_TYPE;
    private final EntityClass entity;

    AccessorWriter(EntityClass entity) {
        this.entity = entity;
    }

    void addAll() {
        for (int position = 0; position < entity.fields.size(); position++) {
            PersistentField field = entity.fields.get(position);
            entity.node.methods.add(getter(field, position));
            entity.node.methods.add(setter(field, position));
        }
    }

    private MethodNode getter(PersistentField field, int position) {
        Type type = field.type();
        MethodNode code = accessor(MemberNames.getter(field.name()), "()" + field.descriptor());
        Label ready = new Label();
        loadTracker(code, field, 1);
        if (!field.isRelationship()) {
            code.visitVarInsn(ALOAD, 1);
            code.visitJumpInsn(IFNULL, ready);
        }
        code.visitVarInsn(ALOAD, 1);
        code.visitFieldInsn(GETFIELD, MemberNames.TRACKER, "pending", "Z");
        code.visitJumpInsn(IFEQ, ready);
        code.visitVarInsn(ALOAD, 1);
        entity.pushIndex(code, position);
        code.visitMethodInsn(INVOKEVIRTUAL, MemberNames.TRACKER, "read", "(I)V", false);
        code.visitLabel(ready);
        visitFrame(code, field);
        load(code, field);
        code.visitInsn(type.getOpcode(IRETURN));
        code.visitMaxs(3, 2);
        return code;
    }

    private MethodNode setter(PersistentField field, int position) {
        Type type = field.type();
        MethodNode code = accessor(MemberNames.setter(field.name()), "(" + field.descriptor() + ")V");
        int tracker = 1 + type.getSize();
        loadTracker(code, field, tracker);
        if (!field.isRelationship()) {
            storeUntracked(code, field, tracker);
        }
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ALOAD, tracker);
        entity.pushIndex(code, position);
        callWrite(code, field);
        store(code, field);
        code.visitMaxs(Math.max(4, 3 + 2 * type.getSize()), tracker + 1);
        return code;
    }

    /** What is set to null is tracked from then on: it differs from what was never set, though both hold null. */
    private void storeUntracked(MethodNode code, PersistentField field, int tracker) {
        Type type = field.type();
        boolean isNullable = type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
        Label tracked = new Label();
        Label untracked = new Label();
        code.visitVarInsn(ALOAD, tracker);
        code.visitJumpInsn(IFNONNULL, tracked);
        if (isNullable) {
            code.visitVarInsn(ALOAD, 1);
            code.visitJumpInsn(IFNULL, untracked);
        }
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(type.getOpcode(ILOAD), 1);
        store(code, field);
        if (isNullable) {
            code.visitLabel(untracked);
            code.visitFrame(F_APPEND, 1, TRACKER_LOCAL, 0, null);
            attach(code, tracker);
            code.visitLabel(tracked);
            code.visitFrame(F_SAME, 0, null, 0, null);
        } else {
            code.visitLabel(tracked);
            code.visitFrame(F_APPEND, 1, TRACKER_LOCAL, 0, null);
        }
    }

    private static void attach(MethodNode code, int local) {
        code.visitVarInsn(ALOAD, 0);
        code.visitMethodInsn(INVOKESTATIC, MemberNames.TRACKER, "attachTo", ATTACH, false);
        code.visitVarInsn(ASTORE, local);
    }

    /** Put the tracker into a local variable; an instance that has none is given one if the field is a relationship. */
    private void loadTracker(MethodNode code, PersistentField field, int local) {
        entity.loadTracker(code);
        code.visitVarInsn(ASTORE, local);
        if (field.isRelationship()) {
            Label tracked = new Label();
            code.visitVarInsn(ALOAD, local);
            code.visitJumpInsn(IFNONNULL, tracked);
            attach(code, local);
            code.visitLabel(tracked);
            code.visitFrame(F_APPEND, 1, TRACKER_LOCAL, 0, null);
        }
    }

    /** The tracker is among the locals of a relationship's frame already. */
    private static void visitFrame(MethodNode code, PersistentField field) {
        if (field.isRelationship()) {
            code.visitFrame(F_SAME, 0, null, 0, null);
        } else {
            code.visitFrame(F_APPEND, 1, TRACKER_LOCAL, 0, null);
        }
    }

    /** Expects the tracker and the index on the stack, leaves what is to be stored. */
    private void callWrite(MethodNode code, PersistentField field) {
        Type type = field.type();
        PrimitiveAccess primitive = PrimitiveAccess.of(type);
        load(code, field);
        if (primitive == null) {
            Constants.box(code, type);
        }
        code.visitVarInsn(type.getOpcode(ILOAD), 1);
        if (primitive == null) {
            Constants.box(code, type);
            code.visitMethodInsn(
                    INVOKEVIRTUAL,
                    MemberNames.TRACKER,
                    "write",
                    "(ILjava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
                    false);
            Constants.unbox(code, type);
        } else {
            String t = type.getDescriptor();
            code.visitMethodInsn(
                    INVOKEVIRTUAL, MemberNames.TRACKER, "write" + primitive.suffix, "(I" + t + t + ")" + t, false);
        }
    }

    private void load(MethodNode code, PersistentField field) {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, entity.name(), field.name(), field.descriptor());
    }

    private void store(MethodNode code, PersistentField field) {
        code.visitFieldInsn(PUTFIELD, entity.name(), field.name(), field.descriptor());
        code.visitInsn(RETURN);
    }

    private static MethodNode accessor(String name, String descriptor) {
        return new MethodNode(ACC_PRIVATE | ACC_FINAL | ACC_SYNTHETIC, name, descriptor, null, null);
    }
}
