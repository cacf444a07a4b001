package io.athanor.orm.load;

import io.athanor.engine.RowCursor;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.MappedRelationship;
import java.util.List;

/** Loads nothing and says that there is nothing. */
final class NoLoadReader extends RelatedReader {
    NoLoadReader(MappedRelationship relationship) {
        super(relationship);
    }

    @Override
    void read(InstanceState owner, RowCursor cursor, LoadContext context) {
        if (isWanted(owner, context)) {
            store(owner, List.of());
        }
    }
}
