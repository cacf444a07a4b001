package io.athanor.orm.load;

import io.athanor.engine.RowCursor;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.MappedRelationship;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Gathers the owners while the rows are read, and loads for all of them afterwards. */
abstract class FollowingReader extends RelatedReader {
    FollowingReader(MappedRelationship relationship) {
        super(relationship);
    }

    /** Load for the owners, none of which has what is to be loaded. */
    abstract void load(List<InstanceState> owners, LoadContext context);

    /** The owners, each once; held until what is loaded is theirs. */
    private static final class Owners implements LoadRun.Gathered {
        private final FollowingReader reader;
        private final List<InstanceState> states = new ArrayList<>();
        private final List<Object> instances = new ArrayList<>();
        private final Set<InstanceState> known = Collections.newSetFromMap(new IdentityHashMap<>());

        Owners(FollowingReader reader) {
            this.reader = reader;
        }

        void add(InstanceState owner, boolean isWanted) {
            if (known.add(owner) && isWanted) {
                states.add(owner);
                instances.add(owner.requireInstance());
            }
        }

        @Override
        public void finish(LoadContext context) {
            if (!states.isEmpty()) {
                reader.load(states, context);
                Reference.reachabilityFence(instances);
            }
        }
    }

    @Override
    final void read(InstanceState owner, RowCursor cursor, LoadContext context) {
        context.run().of(this, () -> new Owners(this)).add(owner, isWanted(owner, context));
    }
}
