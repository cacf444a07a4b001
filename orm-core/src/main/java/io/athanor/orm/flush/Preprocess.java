package io.athanor.orm.flush;

import io.athanor.orm.identity.InstanceState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Lets a relationship find, before anything is sorted, which other instances must be written because of it. */
final class Preprocess {
    private final Dependency dependency;
    private final UnitOfWork work;
    private final Set<InstanceState> processed = Collections.newSetFromMap(new IdentityHashMap<>());
    private int next;
    private boolean isSetUp;

    Preprocess(Dependency dependency, UnitOfWork work) {
        this.dependency = dependency;
        this.work = work;
    }

    /** Return whether there was anything new. */
    boolean run() {
        List<InstanceState> saved = new ArrayList<>();
        List<InstanceState> deleted = new ArrayList<>();
        List<InstanceState> arrivals = work.arrivals(dependency.parent());
        for (int end = arrivals.size(); next < end; next++) {
            InstanceState state = arrivals.get(next);
            if (!work.isListOnly(state) && processed.add(state)) {
                (work.isDeleted(state) ? deleted : saved).add(state);
            }
        }
        if (saved.isEmpty() && deleted.isEmpty()) {
            return false;
        }
        dependency.loadForDelete(deleted);
        dependency.prepareDeletes(deleted);
        dependency.prepareSaves(saved);
        if (!isSetUp && (dependency.isConcerned(deleted, true) || dependency.isConcerned(saved, false))) {
            dependency.addActions();
            isSetUp = true;
        }
        return true;
    }
}
