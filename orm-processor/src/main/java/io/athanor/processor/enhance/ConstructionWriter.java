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
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Writes what brings an instance into being and makes the class known: state, blank constructor, registration. */
final class ConstructionWriter {
    private static final String TRACKER_SETTER = "(" + MemberNames.TRACKER_TYPE + ")V";
    private static final String BLANK = "()L" + MemberNames.INSTRUMENTED + ";";
    private static final String REGISTER =
            "(Ljava/lang/Class;" + MemberNames.DESCRIPTOR_TYPE + "L" + MemberNames.INSTRUMENTED + ";)V";
    private static final int REGISTER_STACK = 5;
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
        register();
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
            code.visitMethodInsn(
                    INVOKEVIRTUAL, entity.name(), MemberNames.TRACKER_METHOD, TRACKER_SETTER, false);
        }
    }

    /** Runs neither constructors nor initialisers of mapped classes; an unmapped superclass must still be constructed. */
    private MethodNode blankConstructor() {
        MethodNode code = method(ACC_PROTECTED, MemberNames.CONSTRUCTOR, TRACKER_SETTER);
        code.visitVarInsn(ALOAD, 0);
        if (entity.superName().equals(entity.mappedAncestor())) {
            code.visitVarInsn(ALOAD, 1);
            code.visitMethodInsn(
                    INVOKESPECIAL, entity.superName(), MemberNames.CONSTRUCTOR, TRACKER_SETTER, false);
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
        newBlank(code);
        code.visitInsn(ARETURN);
        code.visitMaxs(3, 1);
        return code;
    }

    private void newBlank(MethodVisitor code) {
        code.visitTypeInsn(NEW, entity.name());
        code.visitInsn(DUP);
        code.visitInsn(ACONST_NULL);
        code.visitMethodInsn(INVOKESPECIAL, entity.name(), MemberNames.CONSTRUCTOR, TRACKER_SETTER, false);
    }

    /** Goes in front of the user's own initialisers, which may already make instances. */
    private void register() {
        MethodNode code = method(0, "registration", "()V");
        if (!entity.isRoot()) {
            entity.pushInheritedCount(code);
            Constants.push(code, entity.fields.size());
            code.visitInsn(IADD);
            code.visitFieldInsn(PUTSTATIC, entity.name(), MemberNames.COUNT, "I");
        }
        String descriptor = descriptorName();
        code.visitLdcInsn(Type.getObjectType(entity.name()));
        code.visitTypeInsn(NEW, descriptor);
        code.visitInsn(DUP);
        code.visitMethodInsn(INVOKESPECIAL, descriptor, MemberNames.CONSTRUCTOR, "()V", false);
        if (entity.isAbstract()) {
            code.visitInsn(ACONST_NULL);
        } else {
            newBlank(code);
        }
        code.visitMethodInsn(INVOKESTATIC, MemberNames.DECLARED_MAPPINGS, "register", REGISTER, false);
        MethodNode initialiser = initialiser();
        initialiser.instructions.insert(code.instructions);
        initialiser.maxStack = Math.max(initialiser.maxStack, REGISTER_STACK);
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

    /** The descriptor lies in the package of the class, under its simple name, however deeply the class is nested. */
    private String descriptorName() {
        String name = entity.name();
        InnerClassNode self = ClassOutline.self(entity.node);
        int simple = name.lastIndexOf('/') + 1;
        String simpleName = self == null ? name.substring(simple) : self.innerName;
        return name.substring(0, simple) + simpleName + MemberNames.DESCRIPTOR_SUFFIX;
    }

    private static MethodNode method(int access, String name, String descriptor) {
        return new MethodNode(access | ACC_SYNTHETIC, name, descriptor, null, null);
    }
}
