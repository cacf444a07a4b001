package io.athanor.orm.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Objects in the order of the rows, each once: joins repeat each other's rows. Few are compared one by one. */
final class MemberList {
    private static final int FEW = 16;

    private final List<Object> list = new ArrayList<>();
    private @Nullable Set<Object> seen;

    void add(Object member) {
        if (seen == null && list.size() == FEW) {
            seen = Collections.newSetFromMap(new IdentityHashMap<>());
            seen.addAll(list);
        }
        if (seen == null ? !isListed(member) : seen.add(member)) {
            list.add(member);
        }
    }

    private boolean isListed(Object member) {
        for (Object each : list) {
            if (each == member) {
                return true;
            }
        }
        return false;
    }

    List<Object> all() {
        return list;
    }
}
