package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Cte;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The common table expressions of a statement, until WITH is written. */
final class Ctes {
    /** The level of WITH in front of the whole statement. */
    static final int TOP = 0;

    private final Map<Object, Entry> known = new IdentityHashMap<>();
    private final List<Entry> written = new ArrayList<>();

    /** One of them: where WITH stands, and what stands in it. */
    private record Entry(Cte cte, String name, int level) {}

    private final Map<Object, StatementText.Fragment> texts = new IdentityHashMap<>();

    boolean isKnown(Cte cte) {
        return known.containsKey(cte.nodeIdentity());
    }

    /** Take note of one that is being written, so that it can name itself. */
    void begin(Cte cte, String name, int level) {
        for (Entry other : known.values()) {
            if (other.level == level && other.name.equals(name)) {
                throw new CompileException(
                        "Two common table expressions are called [%s]; rename one, or use one and the same"
                                .formatted(name));
            }
        }
        known.put(cte.nodeIdentity(), new Entry(cte, name, level));
    }

    /** One that another uses is finished before it, and so comes first in WITH. */
    void end(Cte cte, StatementText.Fragment text) {
        Entry entry = known.get(cte.nodeIdentity());
        texts.put(cte.nodeIdentity(), text);
        written.add(entry);
    }

    boolean isAnyRecursive(IntPredicate levels) {
        return written.stream().anyMatch(entry -> levels.test(entry.level) && entry.cte.isRecursive());
    }

    /** Take away those of some levels, in the order in which they are to be written. */
    List<StatementText.Fragment> take(IntPredicate levels) {
        List<StatementText.Fragment> taken = new ArrayList<>();
        for (Entry entry : List.copyOf(written)) {
            if (levels.test(entry.level)) {
                written.remove(entry);
                known.remove(entry.cte.nodeIdentity());
                taken.add(texts.remove(entry.cte.nodeIdentity()));
            }
        }
        return taken;
    }
}
