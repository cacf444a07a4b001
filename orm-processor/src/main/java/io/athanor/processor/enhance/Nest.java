package io.athanor.processor.enhance;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The mapped classes among the members of one nest: the classes that share a top-level class and may therefore touch each
 * other's private fields. Immutable.
 *
 * @since 0.1.0
 */
public final class Nest {
    private final Map<String, ClassOutline> mapped;

    private Nest(Map<String, ClassOutline> mapped) {
        this.mapped = Map.copyOf(mapped);
    }

    /**
     * Collect the mapped classes of a nest.
     *
     * @param members all members, the host included, in any order
     * @return the nest
     */
    public static Nest of(Collection<ClassOutline> members) {
        Map<String, ClassOutline> mapped = new HashMap<>();
        for (ClassOutline member : members) {
            if (member.mapped()) {
                mapped.put(member.name(), member);
            }
        }
        return new Nest(mapped);
    }

    /**
     * Tell whether there is nothing to enhance.
     *
     * @return true if no member is a mapped class
     */
    public boolean isEmpty() {
        return mapped.isEmpty();
    }

    boolean isPersistent(String owner, String name, String descriptor) {
        ClassOutline outline = mapped.get(owner);
        return outline != null && outline.fields().stream().anyMatch(f -> f.isIn(name, descriptor));
    }
}
