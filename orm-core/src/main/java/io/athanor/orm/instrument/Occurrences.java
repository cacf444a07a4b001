package io.athanor.orm.instrument;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often an object is in a collection that may hold it more than once. A short one is searched; a long one is
 * counted once and from then on kept up, so that neither adding nor removing a hundred thousand members is quadratic.
 */
final class Occurrences {
    private static final int SHORT = 32;

    private final Collection<?> members;
    private @Nullable Map<Object, Integer> counts;

    Occurrences(Collection<?> members) {
        this.members = members;
    }

    /** Keep up with a change that was made. */
    void note(Object member, int difference) {
        if (counts != null) {
            counts.merge(member, difference, Integer::sum);
        }
    }

    /** Count anew when asked next. */
    void forget() {
        counts = null;
    }

    int count(Object member) {
        if (counts == null && members.size() <= SHORT) {
            int count = 0;
            for (Object each : members) {
                count += each == member ? 1 : 0;
            }
            return count;
        }
        return counts().getOrDefault(member, 0);
    }

    private Map<Object, Integer> counts() {
        Map<Object, Integer> known = counts;
        if (known == null) {
            known = new IdentityHashMap<>();
            for (Object each : members) {
                known.merge(each, 1, Integer::sum);
            }
            counts = known;
        }
        return known;
    }
}
