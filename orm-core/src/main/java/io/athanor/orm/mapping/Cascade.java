package io.athanor.orm.mapping;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is done to related objects when something is done to their parent; SQLAlchemy's cascades. Without any statement a
 * relationship cascades {@link #SAVE_UPDATE} and {@link #MERGE}.
 *
 * @since 0.1.0
 */
public enum Cascade {
    /** Adding the parent to a session adds the related objects, and so does relating an object to a parent in a session. */
    SAVE_UPDATE,
    /** Merging the parent merges the related objects. */
    MERGE,
    /** Deleting the parent deletes the related objects, which are loaded for it. */
    DELETE,
    /** An object that is taken away from its parent is deleted; one that never had a parent is not. */
    DELETE_ORPHAN,
    /** Refreshing or expiring the parent does so to the related objects. */
    REFRESH_EXPIRE,
    /** Expunging the parent expunges the related objects. */
    EXPUNGE,
    /** All of these but {@link #DELETE_ORPHAN}. */
    ALL;

    /**
     * Return what a statement of cascades means.
     *
     * @param stated the cascades as written, perhaps {@link #ALL}
     * @return the cascades without {@link #ALL}; a copy
     */
    static Set<Cascade> expand(Collection<Cascade> stated) {
        Set<Cascade> all = EnumSet.noneOf(Cascade.class);
        for (Cascade each : stated) {
            if (each == ALL) {
                all.addAll(EnumSet.complementOf(EnumSet.of(ALL, DELETE_ORPHAN)));
            } else {
                all.add(each);
            }
        }
        return all;
    }
}
