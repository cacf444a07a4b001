package io.athanor.orm.flush;

import io.athanor.orm.identity.InstanceState;
import java.util.List;

/**
 * What a flush has to write, or has written.
 *
 * @param inserts new instances, in the order in which they were added
 * @param updates persistent instances whose attributes were assigned
 * @param deletes persistent instances that were deleted
 */
public record Changes(List<InstanceState> inserts, List<InstanceState> updates, List<InstanceState> deletes) {
    /** Nothing to write. */
    public static final Changes NONE = new Changes(List.of(), List.of(), List.of());

    /**
     * Return whether there is nothing to write.
     *
     * @return whether there is nothing
     */
    public boolean isEmpty() {
        return inserts.isEmpty() && updates.isEmpty() && deletes.isEmpty();
    }
}
