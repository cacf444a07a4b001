package io.athanor.processor.enhance;

import static org.objectweb.asm.Opcodes.BIPUSH;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.SIPUSH;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Instructions for constants, class objects and boxing. */
final class Constants {
    private Constants() {}

    /** Push an int; a class cannot have more fields than a short can count. */
    static void push(MethodVisitor code, int value) {
        if (value <= 5) {
            code.visitInsn(ICONST_0 + value);
        } else if (value <= Byte.MAX_VALUE) {
            code.visitIntInsn(BIPUSH, value);
        } else if (value <= Short.MAX_VALUE) {
            code.visitIntInsn(SIPUSH, value);
        } else {
            code.visitLdcInsn(value);
        }
    }

    static void pushClass(MethodVisitor code, Type type) {
        if (isPrimitive(type)) {
            code.visitFieldInsn(GETSTATIC, wrapper(type), "TYPE", "Ljava/lang/Class;");
        } else {
            code.visitLdcInsn(type);
        }
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() <= Type.DOUBLE;
    }

    static void box(MethodVisitor code, Type type) {
        if (isPrimitive(type)) {
            String wrapper = wrapper(type);
            code.visitMethodInsn(
                    INVOKESTATIC, wrapper, "valueOf", "(" + type.getDescriptor() + ")L" + wrapper + ";", false);
        }
    }

    /** Turn the Object on the stack into the type, unboxing or casting as it needs. */
    static void unbox(MethodVisitor code, Type type) {
        if (isPrimitive(type)) {
            String wrapper = wrapper(type);
            code.visitTypeInsn(CHECKCAST, wrapper);
            code.visitMethodInsn(
                    INVOKEVIRTUAL, wrapper, type.getClassName() + "Value", "()" + type.getDescriptor(), false);
        } else if (!type.getInternalName().equals("java/lang/Object")) {
            code.visitTypeInsn(CHECKCAST, type.getInternalName());
        }
    }

    private static String wrapper(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.CHAR -> "java/lang/Character";
            case Type.BYTE -> "java/lang/Byte";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.FLOAT -> "java/lang/Float";
            case Type.LONG -> "java/lang/Long";
            default -> "java/lang/Double";
        };
    }
}
