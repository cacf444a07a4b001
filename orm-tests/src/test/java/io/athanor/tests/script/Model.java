package io.athanor.tests.script;

import io.athanor.tests.script.Rows.Link;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What must come of a script, kept without a database and without a session. */
final class Model {
    /** As the objects are. */
    private Rows memory = new Rows();
    /** As the transaction has written it. */
    private Rows flushed = new Rows();
    /** As others see it. */
    private Rows committed = new Rows();

    private final Deque<Rows> savepoints = new ArrayDeque<>();
    /** Handles that were used once; none is used twice. */
    private final Set<String> used = new HashSet<>();

    private final Set<String> doomed = new HashSet<>();
    private final Set<String> orphans = new HashSet<>();
    /** Whose relationships have been changed since the last flush, and who has got others by that. */
    private final Set<String> touched = new HashSet<>();

    private final Set<String> gaining = new HashSet<>();
    /** Whether collections in memory may still hold what was deleted by a flush. */
    private boolean isStale;

    /** Whose parent is not known to the session, although collections may be. */
    private final Set<String> vague = new HashSet<>();

    Rows memory() {
        return memory;
    }

    Rows flushed() {
        return flushed;
    }

    Rows committed() {
        return committed;
    }

    int savepoints() {
        return savepoints.size();
    }

    boolean isUsed(String handle) {
        return used.contains(handle);
    }

    /** An object of the session that is not to be deleted. */
    boolean isAlive(String handle) {
        return memory.has(handle) && !doomed.contains(handle);
    }

    /** Likewise, and it has a row. */
    boolean isStored(String handle) {
        return isAlive(handle) && flushed.has(handle) && !orphans.contains(handle);
    }

    boolean isDoomed(String handle) {
        return doomed.contains(handle);
    }

    boolean isAnyDoomed() {
        return !doomed.isEmpty();
    }

    boolean isStale() {
        return isStale;
    }

    boolean isTouched(String handle) {
        return touched.contains(handle);
    }

    boolean isGaining(String handle) {
        return gaining.contains(handle);
    }

    boolean isVague(String handle) {
        return vague.contains(handle);
    }

    /** Nothing is to be written, and nothing in memory is older than the tables. */
    boolean isClean() {
        return !isStale && touched.isEmpty() && doomed.isEmpty() && memory.equals(flushed);
    }

    /**
     * Whether a branch may get a parent before the next flush: rows wait for the parents that they had and for those that they
     * get, and must not wait for each other in a circle.
     */
    boolean isOrdered(String branch, String parent) {
        Deque<String> next = new ArrayDeque<>(List.of(parent));
        Set<String> seen = new HashSet<>();
        while (!next.isEmpty()) {
            String each = next.pop();
            if (each.equals(branch)) {
                return false;
            }
            if (seen.add(each)) {
                Stream.of(memory, flushed)
                        .filter(rows -> rows.has(each) && rows.row(each).parent() != null)
                        .forEach(rows -> next.push(rows.row(each).parent()));
            }
        }
        return true;
    }

    /** Whether a new object is related to something. */
    boolean isNewRelated() {
        return memory.byHandle().keySet().stream().anyMatch(handle -> !flushed.has(handle) && touched.contains(handle));
    }

    // -- what the application does -----------------------------------------------------------------------------------

    void add(String handle, String name) {
        used.add(handle);
        memory.put(handle, name, null);
    }

    void rename(String handle, String name) {
        memory.put(handle, name, memory.row(handle).parent());
    }

    /** A child gets a parent, or none. */
    void move(String child, String parent) {
        String old = memory.row(child).parent();
        touched.add(child);
        vague.remove(child);
        if (old != null) {
            touched.add(old);
        }
        if (parent != null) {
            touched.add(parent);
            gaining.add(parent);
            gaining.add(child);
        }
        memory.put(child, memory.row(child).name(), parent);
        orphans.remove(child);
        if (parent == null && old != null && Kind.of(child) == Kind.BADGE) {
            if (flushed.has(child)) {
                orphans.add(child);
            } else {
                memory.remove(child);
            }
        }
    }

    void link(String team, String cup) {
        memory.links().add(new Link(team, cup));
        touched.addAll(List.of(team, cup));
        gaining.addAll(List.of(team, cup));
    }

    void unlink(String team, String cup) {
        memory.links().remove(new Link(team, cup));
        touched.addAll(List.of(team, cup));
    }

    void delete(String handle) {
        doomed.addAll(memory.withOwned(handle));
    }

    void keep(String handle) {
        doomed.remove(handle);
    }

    void expire(String handle) {
        for (String each : memory.withOwned(handle)) {
            memory.byHandle().put(each, flushed.row(each));
            vague.add(each);
        }
    }

    /** New objects stay, and what was to be deleted is still to be. */
    void expireAll() {
        Rows before = memory;
        memory = flushed.copy();
        before.byHandle().forEach(memory.byHandle()::putIfAbsent);
        touched.clear();
        gaining.clear();
        orphans.clear();
        vague.addAll(flushed.byHandle().keySet());
        isStale = false;
    }

    /** The relationships of one are loaded. */
    void read(String handle) {
        vague.remove(handle);
    }

    /** All are expired afterwards. */
    void takeRow(String handle, String heir, String name) {
        used.add(heir);
        memory.put(heir, name, memory.row(handle).parent());
        memory.remove(handle);
        flushed = memory.copy();
        expireAll();
    }

    void renameWithoutParent(Kind kind, String name) {
        memory.byHandle()
                .replaceAll((handle, row) ->
                        Kind.of(handle) == kind && row.parent() == null ? new Rows.Row(name, null) : row);
        flushed = memory.copy();
    }

    // -- what the session does ---------------------------------------------------------------------------------------

    void flush() {
        doomed.addAll(orphans);
        for (String handle : List.copyOf(memory.byHandle().keySet())) {
            String parent = memory.row(handle).parent();
            if (parent != null && doomed.contains(parent)) {
                memory.put(handle, memory.row(handle).name(), null);
            }
        }
        isStale |= !doomed.isEmpty();
        doomed.forEach(memory::remove);
        settle();
        flushed = memory.copy();
    }

    private void settle() {
        doomed.clear();
        orphans.clear();
        touched.clear();
        gaining.clear();
    }

    void commit() {
        flush();
        savepoints.clear();
        committed = flushed.copy();
        vague.clear();
        isStale = false;
    }

    void rollback() {
        savepoints.clear();
        restore(committed);
    }

    private void restore(Rows rows) {
        settle();
        vague.clear();
        isStale = false;
        flushed = rows.copy();
        memory = rows.copy();
    }

    void beginNested() {
        flush();
        savepoints.push(flushed.copy());
    }

    void commitNested() {
        flush();
        savepoints.pop();
    }

    void rollbackNested() {
        restore(savepoints.pop());
    }
}
