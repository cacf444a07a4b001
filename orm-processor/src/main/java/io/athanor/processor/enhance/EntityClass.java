package io.athanor.processor.enhance;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** A mapped class while members are being added to it. */
final class EntityClass {
    final ClassNode node;
    final List<PersistentField> fields;
    final boolean annotated;
    final String descriptorName;
    private final Ancestry ancestry;

    EntityClass(ClassNode node, ClassOutline outline, Ancestry ancestry) {
        this.node = node;
        this.fields = outline.fields();
        this.annotated = outline.annotated();
        this.descriptorName = outline.descriptorName();
        this.ancestry = ancestry;
    }

    String name() {
        return node.name;
    }

    String superName() {
        return node.superName;
    }

    @Nullable String mappedAncestor() {
        return ancestry.mappedAncestor();
    }

    boolean isRoot() {
        return ancestry.mappedAncestor() == null;
    }

    boolean isAbstract() {
        return (node.access & Opcodes.ACC_ABSTRACT) != 0;
    }

    /** The state field is private to the root, so the classes below ask for it. */
    void loadTracker(MethodVisitor code) {
        code.visitVarInsn(ALOAD, 0);
        if (isRoot()) {
            code.visitFieldInsn(GETFIELD, name(), MemberNames.STATE, MemberNames.TRACKER_TYPE);
        } else {
            code.visitMethodInsn(
                    INVOKEVIRTUAL, name(), MemberNames.TRACKER_METHOD, "()" + MemberNames.TRACKER_TYPE, false);
        }
    }

    /**
     * Push the index of an own field; needs two stack slots. How many attributes come from above is asked at run time,
     * because the superclass may have been compiled anew.
     */
    void pushIndex(MethodVisitor code, int position) {
        if (isRoot()) {
            Constants.push(code, position);
            return;
        }
        pushInheritedCount(code);
        if (position > 0) {
            Constants.push(code, position);
            code.visitInsn(IADD);
        }
    }

    void pushInheritedCount(MethodVisitor code) {
        code.visitFieldInsn(GETSTATIC, ancestry.mappedAncestor(), MemberNames.COUNT, "I");
    }
}
