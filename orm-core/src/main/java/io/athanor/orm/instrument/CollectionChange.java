package io.athanor.orm.instrument;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What makes one set of members out of another, by identity and without repetition.
 *
 * @param removed who is a member no more, in the order of before
 * @param added who became a member, in the order of after
 * @since 0.1.0
 */
public record CollectionChange(List<Object> removed, List<Object> added) {
    /**
     * Compare the members of a collection at two times.
     *
     * @param before who was a member
     * @param after who is one
     * @return the difference
     */
    public static CollectionChange between(Collection<?> before, Collection<?> after) {
        return new CollectionChange(without(before, after), without(after, before));
    }

    private static List<Object> without(Collection<?> members, Collection<?> others) {
        if (members.isEmpty()) {
            return List.of();
        }
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.addAll(others);
        List<Object> rest = new ArrayList<>();
        for (Object member : members) {
            if (seen.add(member)) {
                rest.add(member);
            }
        }
        return rest;
    }

    /**
     * Return whether the members are the same.
     *
     * @return whether nobody came and nobody went
     */
    public boolean isEmpty() {
        return removed.isEmpty() && added.isEmpty();
    }
}
