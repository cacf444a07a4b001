package io.athanor.orm.load;

import io.athanor.engine.RowCursor;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.MappedRelationship;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds related objects in the columns of a join: joined loading, whether the plan has made the join or the statement. */
final class JoinedReader extends RelatedReader {
    private static final int FEW = 16;

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
                members.add(member);
            }
        }

        @Override
        public void finish(LoadContext context) {
            byOwner.forEach((owner, members) -> {
                if (members != null) {
                    reader.store(owner, members.list);
                    Reference.reachabilityFence(members.owner);
                }
            });
        }
    }

    private static final class Members {
        /** Kept from being collected, since the state does not. */
        private final Object owner;

        private final List<Object> list = new ArrayList<>();
        /** Few are compared one by one; the set is made when there are many. */
        private @Nullable Set<Object> seen;

        Members(Object owner) {
            this.owner = owner;
        }

        /** Several joins of one statement repeat each other's rows. */
        void add(Object member) {
            if (seen == null && list.size() == FEW) {
                seen = Collections.newSetFromMap(new IdentityHashMap<>());
                seen.addAll(list);
            }
            if (seen == null ? !isListed(member) : seen.add(member)) {
                list.add(member);
            }
        }

        private boolean isListed(Object member) {
            for (Object each : list) {
                if (each == member) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    void read(InstanceState owner, RowCursor cursor, LoadContext context) {
        Object member = related.read(cursor, context);
        context.run().of(this, () -> new Rows(this)).add(owner, isWanted(owner, context), member);
    }
}
