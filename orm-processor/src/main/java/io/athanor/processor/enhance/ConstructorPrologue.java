package io.athanor.processor.enhance;

import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.PUTFIELD;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Finds the assignments to the object under construction that come before {@code super(…)} or {@code this(…)}: no method
 * may be called on it there. Assignments to another object in the same place are not among them, and neither is a
 * {@code new} of the same class in the arguments mistaken for the call.
 */
final class ConstructorPrologue {
    private ConstructorPrologue() {}

    static Set<AbstractInsnNode> ownAssignments(String owner, MethodNode constructor) {
        Set<AbstractInsnNode> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Frame<BasicValue>[] frames = analyze(owner, constructor);
        for (int i = 0; i < frames.length; i++) {
            AbstractInsnNode instruction = constructor.instructions.get(i);
            Frame<BasicValue> frame = frames[i];
            if (frame == null) {
                continue;
            }
            if (instruction.getOpcode() == PUTFIELD && isThis(frame, 1)) {
                found.add(instruction);
            } else if (instruction.getOpcode() == INVOKESPECIAL
                    && instruction instanceof MethodInsnNode call
                    && call.name.equals(MemberNames.CONSTRUCTOR)
                    && isThis(frame, Type.getArgumentTypes(call.desc).length)) {
                return found;
            }
        }
        return found;
    }

    private static Frame<BasicValue>[] analyze(String owner, MethodNode constructor) {
        try {
            return new Analyzer<>(new ThisInterpreter()).analyze(owner, constructor);
        } catch (AnalyzerException e) {
            throw new EnhancementException(
                    "Constructor [%s%s] cannot be analysed [%s]; compile it with javac"
                            .formatted(Type.getObjectType(owner).getClassName(), constructor.desc, e.getMessage()),
                    e);
        }
    }

    private static boolean isThis(Frame<BasicValue> frame, int depth) {
        return frame.getStack(frame.getStackSize() - 1 - depth).equals(ThisInterpreter.THIS);
    }

    /** Follows one value, the receiver, through locals and stack. */
    private static final class ThisInterpreter extends BasicInterpreter {
        static final BasicValue THIS = new BasicValue(Type.getObjectType("this"));

        ThisInterpreter() {
            super(ASM9);
        }

        @Override
        public BasicValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
            return isInstanceMethod && local == 0 ? THIS : super.newParameterValue(isInstanceMethod, local, type);
        }
    }
}
