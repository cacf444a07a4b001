package io.athanor.orm.query;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.instrument.CollectionAdapter;
import io.athanor.orm.instrument.CollectionOwner;
import io.athanor.orm.instrument.CollectionShape;
import io.athanor.orm.instrument.CustomCollection;
import io.athanor.orm.state.DetachedInstanceException;
import java.util.List;
import java.util.Objects;

/** The members of a relationship by query, over a tracked list that is not read. */
final class RelatedQuery implements DynamicCollection<Object> {
    static final CustomCollection<DynamicCollection<Object>, List<Object>> DOOR = new Door();
    private static final CollectionShape LIST = CollectionShape.of(List.class);

    private final List<Object> storage;

    private RelatedQuery(List<Object> storage) {
        this.storage = storage;
    }

    private static final class Door implements CustomCollection<DynamicCollection<Object>, List<Object>> {
        @Override
        public DynamicCollection<Object> around(List<Object> storage) {
            return new RelatedQuery(storage);
        }

        @Override
        public List<Object> storage(DynamicCollection<Object> collection) {
            return ((RelatedQuery) collection).storage;
        }

        @Override
        public boolean isFilled() {
            return false;
        }
    }

    private CollectionAdapter adapter() {
        return Objects.requireNonNull(LIST.adapterOf(storage));
    }

    @Override
    public void add(Object member) {
        adapter().addUnread(member);
    }

    @Override
    public void remove(Object member) {
        adapter().removeUnread(member);
    }

    @Override
    @SuppressWarnings("unchecked") // the relationship's members are of the class that the field states
    public Query<Object> query() {
        CollectionOwner owner = adapter().owner();
        InstanceState state = owner == null ? null : InstanceState.of(owner.instance());
        if (owner == null || state == null || !(state.context() instanceof RelatedQuerySource session)) {
            throw new DetachedInstanceException(
                    "The members of a dynamic relationship are read by queries, but no session holds its object; add it to a session first");
        }
        return (Query<Object>) session.relatedQuery(owner.instance(), owner.relationship());
    }

    @Override
    public String toString() {
        return "DynamicCollection";
    }
}
