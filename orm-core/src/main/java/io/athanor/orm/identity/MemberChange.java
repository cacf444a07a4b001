package io.athanor.orm.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who came to a collection and who went since it was loaded or flushed, by identity. */
final class MemberChange {
    private final IdentityList added = new IdentityList();
    private final IdentityList removed = new IdentityList();

    void add(Object member) {
        if (!removed.remove(member)) {
            added.add(member);
        }
    }

    void remove(Object member) {
        if (!added.remove(member)) {
            removed.add(member);
        }
    }

    /** What was loaded meanwhile is no news, and what was not there cannot have been removed. */
    void reconcile(Collection<?> loaded) {
        Set<Object> there = Collections.newSetFromMap(new IdentityHashMap<>());
        there.addAll(loaded);
        added.keepIf(member -> !there.contains(member));
        removed.keepIf(there::contains);
    }

    RelatedHistory history(List<Object> members) {
        Map<Object, Boolean> seen = new IdentityHashMap<>();
        List<Object> unchanged = new ArrayList<>();
        for (Object member : members) {
            if (!added.contains(member) && seen.put(member, Boolean.TRUE) == null) {
                unchanged.add(member);
            }
        }
        return new RelatedHistory(added.toList(), unchanged, removed.toList());
    }
}
