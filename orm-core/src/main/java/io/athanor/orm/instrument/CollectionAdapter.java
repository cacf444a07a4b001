package io.athanor.orm.instrument;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The side of a tracked collection that the session sees; the application sees the {@link #view}, an ordinary collection of
 * {@code java.util}. What the application does to the view is told to the {@link CollectionOwner}; what is done here is not.
 *
 * <p>A collection that is {@linkplain #unload not loaded} is loaded by the first read. Adding to an unloaded list needs no
 * read: the member is queued, and follows the others when they are loaded.
 *
 * <p>Not for application code. Confined to the thread that uses the session, as the object is.
 *
 * @since 0.1.0
 */
public final class CollectionAdapter {
    private final CollectionShape shape;
    private final Members members;
    private final Object storage;
    private final Object view;
    private @Nullable CollectionOwner owner;
    private boolean loaded = true;
    private @Nullable QueuedChanges queue;
    /** While an operation on many members runs, what it does is not told one by one but compared at its end. */
    private boolean comparing;

    CollectionAdapter(CollectionShape shape, @Nullable Comparator<Object> order, CollectionOwner owner) {
        this.shape = shape;
        this.owner = owner;
        this.members = new Members(shape, order);
        this.storage = members.view(this);
        this.view = shape.show(storage);
    }

    // -- for the session ---------------------------------------------------------------------------------------------

    /**
     * Return what the application sees.
     *
     * @return the collection, always the same
     */
    public Object view() {
        return view;
    }

    /**
     * Return whether the members are known.
     *
     * @return whether they were loaded, or need not be
     */
    public boolean isLoaded() {
        return loaded;
    }

    /** Forget the members and what was queued; the next read loads them. */
    public void unload() {
        members.clear();
        queue = null;
        loaded = false;
    }

    /** Load the members unless they are loaded. */
    public void load() {
        if (loaded) {
            return;
        }
        if (owner == null) {
            throw new IllegalStateException(
                    "The collection was replaced by another one before it was loaded; read it before assigning the other one");
        }
        owner.load(this);
        if (!loaded) {
            throw new IllegalStateException("The collection was not filled by its owner");
        }
    }

    /**
     * Replace the members by those that were loaded, and let what was queued follow. From now on the collection is loaded.
     *
     * @param loadedMembers the members
     */
    public void fill(Collection<?> loadedMembers) {
        members.clear();
        loaded = true;
        for (Object member : loadedMembers) {
            members.put(member);
        }
        QueuedChanges changes = queue;
        queue = null;
        if (changes != null) {
            changes.removed().forEach(members::take);
            Set<Object> present = Collections.newSetFromMap(new IdentityHashMap<>());
            present.addAll(loadedMembers);
            changes.added().stream().filter(present::add).forEach(members::put);
        }
    }

    /**
     * Add a member because the other side of the relationship was changed: without a check and without telling that it was
     * added. Queued if the collection is not loaded.
     *
     * @param member the object
     * @return whether it is news
     */
    public boolean put(Object member) {
        if (!loaded) {
            return queue().add(member);
        }
        Object displaced = members.displacedBy(member);
        boolean isNew = members.put(member);
        if (displaced != null && displaced != member && owner != null) {
            owner.removed(displaced);
        }
        return isNew;
    }

    /**
     * Remove a member, every occurrence of it, because the other side of the relationship was changed: without a check and
     * without telling. Queued if the collection is not loaded.
     *
     * @param member the object
     * @return whether it is news
     */
    public boolean take(Object member) {
        return loaded ? members.take(member) : queue().remove(member);
    }

    /**
     * Return how often an object is a member, loading nothing.
     *
     * @param member the object
     * @return the number; more than 1 only in a list; 0 if the collection is not loaded
     */
    public int count(Object member) {
        return loaded ? members.count(member) : 0;
    }

    /**
     * Return the members as they stand, loading nothing.
     *
     * @return a copy in the order of iteration; empty if the collection is not loaded
     */
    public List<Object> snapshot() {
        return new ArrayList<>(members.all());
    }

    /**
     * Return whether an object is a member as far as is known, loading nothing.
     *
     * @param member the object, found by identity
     * @return whether it is a member, or was queued as one
     */
    public boolean holds(Object member) {
        return loaded ? members.count(member) > 0 : queue != null && queue.isAdded(member);
    }

    /**
     * Return what was added to the collection before it was loaded.
     *
     * @return the members to be, in the order of their addition
     */
    public List<Object> queuedAdds() {
        return queue == null ? List.of() : List.copyOf(queue.added());
    }

    /**
     * Return what was removed from the collection before it was loaded.
     *
     * @return the members that will not be, in the order of their removal
     */
    public List<Object> queuedRemoves() {
        return queue == null ? List.of() : List.copyOf(queue.removed());
    }

    /** Forget what was queued, because it was written and will be loaded. */
    public void forgetQueue() {
        queue = null;
    }

    /** Tell nobody any more: the property holds another collection now, and this one is the application's own. */
    public void release() {
        owner = null;
    }

    /**
     * Return who is told of changes.
     *
     * @return the owner, or {@code null} once the collection was {@linkplain #release replaced}
     */
    public @Nullable CollectionOwner owner() {
        return owner;
    }

    /**
     * Add a member as the application does, but never load the others for it. Nothing happens if it is known to be one.
     *
     * @param member the object
     */
    public void addUnread(Object member) {
        check(Collections.singletonList(member));
        if (!holds(member) && put(member) && owner != null) {
            owner.added(member);
        }
    }

    /**
     * Remove a member as the application does, but never load the others to see whether it is one.
     *
     * @param member the object
     */
    public void removeUnread(Object member) {
        check();
        take(member);
        if (owner != null) {
            owner.removed(member);
        }
    }

    // -- for the views -----------------------------------------------------------------------------------------------

    Object storage() {
        return storage;
    }

    CollectionShape shape() {
        return shape;
    }

    private QueuedChanges queue() {
        if (queue == null) {
            queue = new QueuedChanges();
        }
        return queue;
    }

    /** Queue a member if that is all it takes; else the collection is loaded. */
    boolean enqueues(Object member) {
        if (!loaded && owner != null && !queue().isAdded(member)) {
            check(Collections.singletonList(member));
            if (queue().add(member)) {
                owner.added(member);
            }
            return true;
        }
        load();
        return false;
    }

    /** Take back what was queued; that needs no load. */
    boolean dequeues(Object member) {
        if (loaded || owner == null || queue == null || !queue.isAdded(member)) {
            return false;
        }
        check();
        queue.remove(member);
        owner.removed(member);
        return true;
    }

    /** Ask whether a change is allowed that removes or moves members. */
    void check() {
        check(List.of());
    }

    void check(Collection<?> adding) {
        for (Object member : adding) {
            Objects.requireNonNull(member, "null cannot be a member of a relationship's collection");
        }
        if (owner != null) {
            owner.check(adding);
        }
    }

    void added(Object member) {
        members.note(member, 1);
        tell(List.of(), List.of(member));
    }

    void added(List<?> several) {
        several.forEach(member -> members.note(member, 1));
        tell(List.of(), several);
    }

    void removed(Object member) {
        members.note(member, -1);
        tell(List.of(member), List.of());
    }

    void replaced(@Nullable Object old, @Nullable Object member) {
        if (old == member) {
            return;
        }
        List<Object> gone = old == null ? List.of() : List.of(old);
        List<Object> come = member == null ? List.of() : List.of(member);
        gone.forEach(each -> members.note(each, -1));
        come.forEach(each -> members.note(each, 1));
        tell(gone, come);
    }

    private void tell(List<?> gone, List<?> come) {
        CollectionOwner told = owner;
        if (comparing || told == null) {
            return;
        }
        List<Object> left = new ArrayList<>(gone);
        left.removeIf(members::isStillHeld);
        List<Object> joined = newcomers(come);
        left.forEach(told::removed);
        joined.forEach(told::added);
    }

    private List<Object> newcomers(List<?> come) {
        List<Object> joined = new ArrayList<>(come);
        if (joined.size() < 2) {
            joined.removeIf(member -> members.wasHeld(member, 1));
            return joined;
        }
        Map<Object, Integer> times = new IdentityHashMap<>();
        joined.forEach(member -> times.merge(member, 1, Integer::sum));
        joined.removeIf(member -> {
            Integer once = times.remove(member);
            return once == null || members.wasHeld(member, once);
        });
        return joined;
    }

    /** Run an operation on many members and tell what came of it, even if it failed halfway. */
    <R> R compare(Supplier<R> operation) {
        load();
        check();
        if (comparing) {
            return operation.get();
        }
        List<Object> before = snapshot();
        comparing = true;
        try {
            return operation.get();
        } finally {
            comparing = false;
            members.forgetCounts();
            tellDifference(before);
        }
    }

    private void tellDifference(List<Object> before) {
        CollectionOwner told = owner;
        if (told == null) {
            return;
        }
        List<Object> after = snapshot();
        CollectionChange change = CollectionChange.between(before, after);
        change.removed().forEach(told::removed);
        change.added().forEach(told::added);
        if (change.isEmpty() && !isSameOrder(before, after)) {
            told.reordered();
        }
    }

    private static boolean isSameOrder(List<Object> before, List<Object> after) {
        Iterator<Object> others = after.iterator();
        return before.size() == after.size() && before.stream().allMatch(each -> each == others.next());
    }
}
