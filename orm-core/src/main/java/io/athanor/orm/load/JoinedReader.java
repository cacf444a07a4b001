package io.athanor.orm.load;

import io.athanor.engine.RowCursor;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.MappedRelationship;
import java.lang.ref.Reference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds related objects in the columns of a join: joined loading, whether the plan has made the join or the statement. */
final class JoinedReader extends RelatedReader {
    private final EntityReader related;

    JoinedReader(MappedRelationship relationship, EntityReader related) {
        super(relationship);
        this.related = related;
    }

    /** The related objects by owner, once each and in the order of the rows. */
    static final class Rows implements LoadRun.Gathered {
        private final JoinedReader reader;
        private final Map<InstanceState, @Nullable Members> byOwner = new LinkedHashMap<>();

        Rows(JoinedReader reader) {
            this.reader = reader;
        }

        void add(InstanceState owner, boolean isWanted, @Nullable Object member) {
            Members members = byOwner.get(owner);
            if (members == null && !byOwner.containsKey(owner)) {
                members = isWanted ? new Members(owner.requireInstance()) : null;
                byOwner.put(owner, members);
            }
            if (members != null && member != null) {
                members.list.add(member);
            }
        }

        @Override
        public void finish(LoadContext context) {
            byOwner.forEach((owner, members) -> {
                if (members != null) {
                    reader.store(owner, members.list.all());
                    Reference.reachabilityFence(members.owner);
                }
            });
        }
    }

    private static final class Members {
        /** Kept from being collected, since the state does not. */
        private final Object owner;

        private final MemberList list = new MemberList();

        Members(Object owner) {
            this.owner = owner;
        }
    }

    @Override
    void read(InstanceState owner, RowCursor cursor, LoadContext context) {
        Object member = related.read(cursor, context);
        context.run().of(this, () -> new Rows(this)).add(owner, isWanted(owner, context), member);
    }
}
