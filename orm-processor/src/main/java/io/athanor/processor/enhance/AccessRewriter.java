package io.athanor.processor.enhance;

import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.PUTFIELD;

import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Turns access to persistent fields into calls of their accessors. Both instructions are three bytes long and do the same
 * to the stack, so frames, line numbers and local variables stay as the compiler wrote them.
 */
final class AccessRewriter {
    private final Nest nest;

    AccessRewriter(Nest nest) {
        this.nest = nest;
    }

    /** Return whether anything was rewritten. */
    boolean rewrite(ClassNode node) {
        boolean changed = false;
        for (MethodNode method : node.methods) {
            changed |= rewrite(node, method);
        }
        return changed;
    }

    private boolean rewrite(ClassNode node, MethodNode method) {
        Set<AbstractInsnNode> plain =
                assignsOwnField(node, method) ? ConstructorPrologue.ownAssignments(node.name, method) : Set.of();
        boolean changed = false;
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
            if (isPersistent(instruction) && !plain.contains(instruction)) {
                method.instructions.set(instruction, call((FieldInsnNode) instruction));
                changed = true;
            }
        }
        return changed;
    }

    private boolean assignsOwnField(ClassNode node, MethodNode method) {
        if (!method.name.equals(MemberNames.CONSTRUCTOR)) {
            return false;
        }
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction.getOpcode() == PUTFIELD
                    && ((FieldInsnNode) instruction).owner.equals(node.name)
                    && isPersistent(instruction)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPersistent(AbstractInsnNode instruction) {
        return (instruction.getOpcode() == GETFIELD || instruction.getOpcode() == PUTFIELD)
                && instruction instanceof FieldInsnNode access
                && nest.isPersistent(access.owner, access.name, access.desc);
    }

    private static MethodInsnNode call(FieldInsnNode access) {
        return access.getOpcode() == GETFIELD
                ? new MethodInsnNode(
                        INVOKEVIRTUAL, access.owner, MemberNames.getter(access.name), "()" + access.desc, false)
                : new MethodInsnNode(
                        INVOKEVIRTUAL, access.owner, MemberNames.setter(access.name), "(" + access.desc + ")V", false);
    }
}
