package io.athanor.orm.load;

import io.athanor.engine.RowCursor;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.MappedRelationship;

/** Loads one relationship of an entity along with it: a loading strategy at one place of a plan. Immutable. */
abstract class RelatedReader {
    final MappedRelationship relationship;

    RelatedReader(MappedRelationship relationship) {
        this.relationship = relationship;
    }

    /** Take what the present row tells; called for every row that has the owner. */
    abstract void read(InstanceState owner, RowCursor cursor, LoadContext context);

    /** What was loaded before, changed or not, is left alone unless it was asked to be overwritten. */
    final boolean isWanted(InstanceState owner, LoadContext context) {
        return context.isPopulatingExisting() || owner.isUnloaded(relationship.index());
    }

    /** Put what was loaded into the owner. */
    final void store(InstanceState owner, java.util.List<Object> found) {
        int index = relationship.index();
        if (relationship.isToMany()) {
            owner.loadedMembers(index, found);
        } else {
            owner.loadedReference(index, found.isEmpty() ? null : found.get(0));
        }
    }
}
