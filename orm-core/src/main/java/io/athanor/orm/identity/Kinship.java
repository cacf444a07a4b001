package io.athanor.orm.identity;

import io.athanor.orm.mapping.RelationshipMapping;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Which parents an instance has in the relationships whose orphans are deleted, as far as that was changed in memory. A row
 * that was loaded is taken to have its parents until one lets it go.
 */
public final class Kinship {
    private static final Object LOST = new Object();

    /** A parent's state, or that it was lost. */
    private final Map<RelationshipMapping, Object> parents = new IdentityHashMap<>();

    private boolean isLostOutside;

    Kinship() {}

    void gain(RelationshipMapping relationship, InstanceState parent) {
        parents.put(relationship, parent);
    }

    /** A parent that lets go of what another one has taken meanwhile changes nothing. */
    void lose(RelationshipMapping relationship, InstanceState parent) {
        Object last = parents.get(relationship);
        if (last == null || last == LOST || last == parent) {
            parents.put(relationship, LOST);
        }
    }

    boolean isOrphan() {
        return parents.containsValue(LOST);
    }

    /**
     * Return whether another parent has taken the instance, or the same one again.
     *
     * @param relationship a relationship whose orphans are deleted
     * @return whether one did since the instance was loaded
     */
    public boolean isTaken(RelationshipMapping relationship) {
        return parents.get(relationship) instanceof InstanceState;
    }

    void loseOutside() {
        isLostOutside = true;
    }

    /**
     * Return whether a parent let the instance go before it was added to a session.
     *
     * @return whether it did, so that the instance is not to be inserted
     */
    public boolean isLostOutside() {
        return isLostOutside;
    }
}
