package io.athanor.orm.instrument;

/**
 * The door for an application's own collection class, SQLAlchemy's {@code collection_class}. The class keeps its members in
 * a list, set or map of {@code java.util} that it is given, so that whatever it does to them is seen.
 *
 * <pre>{@code
 * final class Ledger {
 *     private final List<Entry> entries;
 *     Ledger(List<Entry> entries) { this.entries = entries; }
 *     void book(Entry entry) { entries.add(entry); }
 * }
 * }</pre>
 *
 * @param <C> the application's class
 * @param <S> where it keeps its members: a type that {@link CollectionShape#of} knows
 * @since 0.1.0
 */
public interface CustomCollection<C, S> {
    /**
     * Make a collection around a storage.
     *
     * @param storage where the members are and shall be; it may be not loaded yet, so the constructor should not read it
     * @return a new collection that keeps all its members there and nowhere else
     */
    C around(S storage);

    /**
     * Return the storage of a collection.
     *
     * @param collection a collection, made here or by the application
     * @return the storage itself, no copy
     */
    S storage(C collection);

    /**
     * Return whether the storage may be filled with what is loaded.
     *
     * @return whether it may; if not, options that load the relationship together with its object are refused
     */
    default boolean isFilled() {
        return true;
    }
}
