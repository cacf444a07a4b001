package io.athanor.processor.enhance;

import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Enhances the class files of a nest: a mapped class gets its tracker, accessors, blank constructor and registration;
 * every member of the nest reaches persistent fields through the accessors. No class is loaded and no frame recomputed.
 * Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class ClassEnhancer {
    /** Class file version of Java 11, the first with nests: before it, private accessors cannot be shared. */
    private static final int FIRST_WITH_NESTS = Opcodes.V11;

    private final Function<String, Ancestry> ancestries;
    private final Set<String> named;

    /**
     * Create an enhancer.
     *
     * @param ancestries asked, by internal name, for what lies above a mapped class; must know every class that is mapped
     * @param named internal names of classes that are to be enhanced though they are not annotated
     */
    public ClassEnhancer(Function<String, Ancestry> ancestries, Set<String> named) {
        this.ancestries = ancestries;
        this.named = Set.copyOf(named);
    }

    /**
     * Enhance one class file.
     *
     * @param classFile the content of the class file, not changed
     * @param nest the nest that the class belongs to
     * @return the new content, or {@code null} if nothing is to be changed, as in a class that was enhanced before
     * @throws EnhancementException if the class breaks a rule that the processor would have reported
     */
    public byte @Nullable [] enhance(byte[] classFile, Nest nest) {
        if (nest.isEmpty()) {
            return null;
        }
        ClassReader reader = ClassOutline.reader(classFile);
        ClassNode node = new ClassNode();
        reader.accept(node, 0);
        ClassOutline outline = ClassOutline.of(node, named);
        if (outline.enhanced()) {
            return null;
        }
        EntityClass entity = outline.mapped() ? entity(node, outline) : null;
        boolean changed = new AccessRewriter(nest).rewrite(node);
        if (entity != null) {
            addMembers(entity);
        } else if (!changed) {
            return null;
        }
        ClassWriter writer = new ClassWriter(reader, 0);
        node.accept(writer);
        return writer.toByteArray();
    }

    private EntityClass entity(ClassNode node, ClassOutline outline) {
        check(node, outline);
        Ancestry ancestry = ancestries.apply(node.name);
        if (ancestry.serializable()) {
            SerialVersion.pin(node);
        }
        return new EntityClass(node, outline, ancestry);
    }

    private static void addMembers(EntityClass entity) {
        ClassNode node = entity.node;
        if (!node.interfaces.contains(MemberNames.INSTRUMENTED)) {
            node.interfaces.add(MemberNames.INSTRUMENTED);
            if (node.signature != null) {
                node.signature += "L" + MemberNames.INSTRUMENTED + ";";
            }
        }
        new AccessorWriter(entity).addAll();
        new IndexedAccessWriter(entity).addAll();
        new ConstructionWriter(entity).addAll();
        new RegistrationWriter(entity).add();
    }

    private static void check(ClassNode node, ClassOutline outline) {
        String type = Type.getObjectType(node.name).getClassName();
        int version = node.version & 0xFFFF;
        if (version < FIRST_WITH_NESTS) {
            throw new EnhancementException(
                    "Mapped class [%s] has class file version [%d]; compile it with --release 17 or higher"
                            .formatted(type, version));
        }
        for (FieldNode field : node.fields) {
            refuseReserved(type, field.name);
            if (outline.fields().stream().anyMatch(f -> f.isIn(field.name, field.desc))) {
                refuseOpenField(type, field);
            }
        }
        for (MethodNode method : node.methods) {
            refuseReserved(type, method.name);
        }
    }

    private static void refuseReserved(String type, String member) {
        if (member.startsWith(MemberNames.PREFIX)) {
            throw new EnhancementException("Member [%s.%s] begins with [%s], which generated members use; rename it"
                    .formatted(type, member, MemberNames.PREFIX));
        }
    }

    private static void refuseOpenField(String type, FieldNode field) {
        if ((field.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL)) != Opcodes.ACC_PRIVATE) {
            throw new EnhancementException(
                    "Persistent field [%s.%s] is not private or is final; make it private and not final, or transient if it is not persistent"
                            .formatted(type, field.name));
        }
    }
}
