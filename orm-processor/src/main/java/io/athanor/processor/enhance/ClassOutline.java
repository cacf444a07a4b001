package io.athanor.processor.enhance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;

/**
 * What a class file says about its class, without the code. The persistent fields are decided here and nowhere else, so
 * that everyone who enhances a class agrees on them. Immutable.
 *
 * @param name internal name
 * @param descriptorName internal name of the descriptor that the processor generates for the class, if it is annotated
 * @param superName internal name of the superclass, {@code null} for {@code Object} and modules
 * @param interfaces internal names of the direct interfaces
 * @param nestHost internal name of the nest host, which may be the class itself
 * @param nestMembers internal names of the other members of the nest, empty unless this is the host
 * @param mapped whether it is to be enhanced: annotated with {@code @Mapped}, or named by the user
 * @param annotated whether it is annotated with {@code @Mapped}, so that a descriptor exists
 * @param enhanced whether it has been enhanced before
 * @param fields the persistent fields in the order of their indexes, empty unless it is a mapped class
 * @since 0.1.0
 */
public record ClassOutline(
        String name,
        String descriptorName,
        @Nullable String superName,
        List<String> interfaces,
        String nestHost,
        List<String> nestMembers,
        boolean mapped,
        boolean annotated,
        boolean enhanced,
        List<PersistentField> fields) {

    private static final int NOT_PERSISTENT = Opcodes.ACC_STATIC | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC;
    private static final int NOT_A_CLASS =
            Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM | Opcodes.ACC_RECORD | Opcodes.ACC_MODULE;

    /**
     * Read the outline of a class.
     *
     * @param classFile the content of the class file
     * @param named internal names of classes that are to be enhanced though they are not annotated
     * @return the outline
     * @throws EnhancementException if the class file is newer than this release of Athanor knows, or damaged
     */
    public static ClassOutline of(byte[] classFile, Set<String> named) {
        ClassNode node = new ClassNode();
        reader(classFile).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return of(node, named);
    }

    static ClassOutline of(ClassNode node, Set<String> named) {
        boolean annotated = isAnnotated(node);
        boolean mapped = (annotated || named.contains(node.name)) && canBeCreated(node);
        return new ClassOutline(
                node.name,
                descriptorName(node),
                node.superName,
                List.copyOf(node.interfaces),
                node.nestHostClass == null ? node.name : node.nestHostClass,
                node.nestMembers == null ? List.of() : List.copyOf(node.nestMembers),
                mapped,
                annotated,
                node.fields.stream().anyMatch(f -> f.name.equals(MemberNames.COUNT)),
                mapped ? persistentFields(node, annotated) : List.of());
    }

    static ClassReader reader(byte[] classFile) {
        try {
            return new ClassReader(classFile);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new EnhancementException(
                    "Class file cannot be read [%s]; compile with a lower --release or use a newer release of Athanor"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static boolean canBeCreated(ClassNode node) {
        return (node.access & NOT_A_CLASS) == 0 && node.outerClass == null && !isInner(node);
    }

    private static boolean isAnnotated(ClassNode node) {
        return Stream.of(nullToEmpty(node.visibleAnnotations), nullToEmpty(node.invisibleAnnotations))
                .flatMap(List::stream)
                .anyMatch(a -> a.desc.equals(MemberNames.MAPPED));
    }

    /** Inner, local and anonymous classes need an enclosing instance or have no name: nothing could create them. */
    private static boolean isInner(ClassNode node) {
        InnerClassNode self = self(node);
        return self != null && (self.outerName == null || (self.access & Opcodes.ACC_STATIC) == 0);
    }

    /** The descriptor lies in the package of the class, under its simple name, however deeply the class is nested. */
    private static String descriptorName(ClassNode node) {
        InnerClassNode self = self(node);
        int simple = node.name.lastIndexOf('/') + 1;
        String simpleName = self == null || self.innerName == null ? node.name.substring(simple) : self.innerName;
        return node.name.substring(0, simple) + simpleName + MemberNames.DESCRIPTOR_SUFFIX;
    }

    private static @Nullable InnerClassNode self(ClassNode node) {
        return node.innerClasses.stream()
                .filter(c -> c.name.equals(node.name))
                .findFirst()
                .orElse(null);
    }

    /** A class that knows nothing of the rules for annotated ones may have fields that break them; those stay plain. */
    private static List<PersistentField> persistentFields(ClassNode node, boolean annotated) {
        List<PersistentField> fields = new ArrayList<>();
        for (FieldNode field : node.fields) {
            boolean regular = (field.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL)) == Opcodes.ACC_PRIVATE;
            if ((field.access & NOT_PERSISTENT) == 0 && (annotated || regular)) {
                fields.add(new PersistentField(field.name, field.desc, isRelationship(field)));
            }
        }
        return List.copyOf(fields);
    }

    private static boolean isRelationship(FieldNode field) {
        return nullToEmpty(field.invisibleAnnotations).stream().anyMatch(a -> a.desc.equals(MemberNames.RELATIONSHIP));
    }

    private static List<AnnotationNode> nullToEmpty(@Nullable List<AnnotationNode> annotations) {
        return annotations == null ? List.of() : annotations;
    }
}
