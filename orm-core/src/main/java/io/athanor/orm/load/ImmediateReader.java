package io.athanor.orm.load;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.MappedRelationship;
import java.util.List;

/** Loads for each owner at once, as if its relationship had been used. */
final class ImmediateReader extends FollowingReader {
    ImmediateReader(MappedRelationship relationship) {
        super(relationship);
    }

    @Override
    void load(List<InstanceState> owners, LoadContext context) {
        owners.forEach(owner -> owner.loadRelated(relationship.index()));
    }
}
