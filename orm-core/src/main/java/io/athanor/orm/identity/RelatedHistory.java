package io.athanor.orm.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to a relationship since it was loaded or flushed, without repetition.
 *
 * @param added who is related now and was not
 * @param unchanged who is related as before
 * @param removed who is not related any more
 * @param isCleared whether a single related object was replaced by none
 */
public record RelatedHistory(List<Object> added, List<Object> unchanged, List<Object> removed, boolean isCleared) {
    static final RelatedHistory NONE = new RelatedHistory(List.of(), List.of(), List.of());

    RelatedHistory(List<Object> added, List<Object> unchanged, List<Object> removed) {
        this(added, unchanged, removed, false);
    }

    static RelatedHistory added(List<Object> members) {
        return new RelatedHistory(distinct(members), List.of(), List.of());
    }

    static RelatedHistory unchanged(List<Object> members) {
        return new RelatedHistory(List.of(), distinct(members), List.of());
    }

    static RelatedHistory ofReference(@Nullable Object old, @Nullable Object value, boolean isChanged) {
        if (!isChanged || old == value && value != null) {
            return new RelatedHistory(List.of(), one(value), List.of());
        }
        return new RelatedHistory(one(value), List.of(), one(old), value == null);
    }

    private static List<Object> one(@Nullable Object value) {
        return value == null ? List.of() : List.of(value);
    }

    private static List<Object> distinct(List<Object> members) {
        if (members.size() < 2) {
            return members;
        }
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Object> distinct = new ArrayList<>();
        for (Object member : members) {
            if (seen.add(member)) {
                distinct.add(member);
            }
        }
        return distinct;
    }

    /**
     * Return whether nothing is known and nothing has happened.
     *
     * @return whether nobody is in it
     */
    public boolean isEmpty() {
        return added.isEmpty() && unchanged.isEmpty() && removed.isEmpty() && !isCleared;
    }

    /**
     * Return whether something has happened.
     *
     * @return whether somebody came or went
     */
    public boolean isChanged() {
        return !added.isEmpty() || !removed.isEmpty() || isCleared;
    }

    /**
     * Return who is related, or was.
     *
     * @return everybody in it: added, unchanged, removed
     */
    public List<Object> all() {
        List<Object> all = new ArrayList<>(added);
        all.addAll(unchanged);
        all.addAll(removed);
        return all;
    }

    /**
     * Return who is related now.
     *
     * @return added and unchanged
     */
    public List<Object> present() {
        List<Object> all = new ArrayList<>(added);
        all.addAll(unchanged);
        return all;
    }

    /**
     * Return who was related before.
     *
     * @return unchanged and removed
     */
    public List<Object> past() {
        List<Object> all = new ArrayList<>(unchanged);
        all.addAll(removed);
        return all;
    }
}
