package io.athanor.processor.enhance;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.F_SAME;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISUB;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;

import java.util.Arrays;
import java.util.function.Predicate;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** Writes the raw accessors by index, a switch over the own fields that passes lower indexes on to the superclass. */
final class IndexedAccessWriter {
    private static final Type OBJECT = Type.getObjectType("java/lang/Object");
    private static final String OUT_OF_BOUNDS = "java/lang/IndexOutOfBoundsException";
    private static final int MAX_STACK = 4;
    private final EntityClass entity;

    IndexedAccessWriter(EntityClass entity) {
        this.entity = entity;
    }

    void addAll() {
        if (entity.isRoot() || !entity.fields.isEmpty()) {
            add("", OBJECT, type -> true);
        }
        for (PrimitiveAccess access : PrimitiveAccess.values()) {
            if (entity.fields.stream().anyMatch(f -> f.type().equals(access.type))) {
                add(access.suffix, access.type, access.type::equals);
            }
        }
    }

    private void add(String suffix, Type type, Predicate<Type> serves) {
        entity.node.methods.add(getter(suffix, type, serves));
        entity.node.methods.add(setter(suffix, type, serves));
    }

    private MethodNode getter(String suffix, Type type, Predicate<Type> serves) {
        MethodNode code = method(MemberNames.GET + suffix, "(I)" + type.getDescriptor());
        Label[] cases = visitSwitch(code, serves);
        for (int position = 0; position < entity.fields.size(); position++) {
            PersistentField field = entity.fields.get(position);
            if (serves.test(field.type())) {
                begin(code, cases[position]);
                code.visitFieldInsn(GETFIELD, entity.name(), field.name(), field.descriptor());
                if (type == OBJECT) {
                    Constants.box(code, field.type());
                }
                code.visitInsn(type.getOpcode(IRETURN));
            }
        }
        visitOtherIndexes(code, cases);
        code.visitMaxs(MAX_STACK, 2);
        return code;
    }

    private MethodNode setter(String suffix, Type type, Predicate<Type> serves) {
        MethodNode code = method(MemberNames.SET + suffix, "(I" + type.getDescriptor() + ")V");
        Label[] cases = visitSwitch(code, serves);
        for (int position = 0; position < entity.fields.size(); position++) {
            PersistentField field = entity.fields.get(position);
            if (serves.test(field.type())) {
                begin(code, cases[position]);
                code.visitVarInsn(type.getOpcode(ILOAD), 2);
                if (type == OBJECT) {
                    Constants.unbox(code, field.type());
                }
                code.visitFieldInsn(PUTFIELD, entity.name(), field.name(), field.descriptor());
                code.visitInsn(RETURN);
            }
        }
        visitOtherIndexes(code, cases);
        code.visitMaxs(MAX_STACK, 2 + type.getSize());
        return code;
    }

    /** Return a label for each own field and, last, one for every other index. */
    private Label[] visitSwitch(MethodNode code, Predicate<Type> serves) {
        int count = entity.fields.size();
        Label other = new Label();
        Label[] labels = new Label[count + 1];
        for (int position = 0; position < count; position++) {
            labels[position] = serves.test(entity.fields.get(position).type()) ? new Label() : other;
        }
        labels[count] = other;
        if (count > 0) {
            code.visitVarInsn(ILOAD, 1);
            if (!entity.isRoot()) {
                entity.pushInheritedCount(code);
                code.visitInsn(ISUB);
            }
            code.visitTableSwitchInsn(0, count - 1, other, Arrays.copyOf(labels, count));
        }
        return labels;
    }

    private static void begin(MethodNode code, Label label) {
        code.visitLabel(label);
        code.visitFrame(F_SAME, 0, null, 0, null);
        code.visitVarInsn(ALOAD, 0);
    }

    private void visitOtherIndexes(MethodNode code, Label[] labels) {
        if (labels.length > 1) {
            code.visitLabel(labels[labels.length - 1]);
            code.visitFrame(F_SAME, 0, null, 0, null);
        }
        if (entity.isRoot()) {
            code.visitTypeInsn(NEW, OUT_OF_BOUNDS);
            code.visitInsn(DUP);
            code.visitVarInsn(ILOAD, 1);
            code.visitMethodInsn(INVOKESPECIAL, OUT_OF_BOUNDS, MemberNames.CONSTRUCTOR, "(I)V", false);
            code.visitInsn(ATHROW);
            return;
        }
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ILOAD, 1);
        Type[] arguments = Type.getArgumentTypes(code.desc);
        if (arguments.length > 1) {
            code.visitVarInsn(arguments[1].getOpcode(ILOAD), 2);
        }
        code.visitMethodInsn(INVOKESPECIAL, entity.superName(), code.name, code.desc, false);
        code.visitInsn(Type.getReturnType(code.desc).getOpcode(IRETURN));
    }

    private static MethodNode method(String name, String descriptor) {
        return new MethodNode(ACC_PUBLIC | ACC_SYNTHETIC, name, descriptor, null, null);
    }
}
