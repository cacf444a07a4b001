package io.athanor.orm.query;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.instrument.CollectionAdapter;
import io.athanor.orm.instrument.CollectionOwner;
import io.athanor.orm.instrument.CollectionShape;
import io.athanor.orm.instrument.CustomCollection;
import io.athanor.orm.state.DetachedInstanceException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The members of a relationship as a tracked list that is written to and never read. */
abstract class Unread {
    private static final CollectionShape LIST = CollectionShape.of(List.class);

    private final List<Object> storage;

    Unread(List<Object> storage) {
        this.storage = storage;
    }

    /** Shows such a list as one of these classes. */
    record Door<C>(Function<List<Object>, C> make) implements CustomCollection<C, List<Object>> {
        @Override
        public C around(List<Object> storage) {
            return make.apply(storage);
        }

        @Override
        public List<Object> storage(C collection) {
            return ((Unread) collection).storage;
        }

        @Override
        public boolean isFilled() {
            return false;
        }
    }

    private CollectionAdapter adapter() {
        return Objects.requireNonNull(LIST.adapterOf(storage));
    }

    public final void add(Object member) {
        adapter().addUnread(member);
    }

    public final void remove(Object member) {
        adapter().removeUnread(member);
    }

    /** Ask the session of the object that has the collection. */
    final <R> R ask(Question<R> question) {
        CollectionOwner owner = adapter().owner();
        InstanceState state = owner == null ? null : InstanceState.of(owner.instance());
        if (owner == null || state == null || !(state.context() instanceof RelatedQuerySource session)) {
            throw new DetachedInstanceException(
                    "The members of this relationship are read by queries, but no session holds its object; add it to a session first");
        }
        return question.of(session, owner.instance(), owner.relationship());
    }

    /** What is asked of a session about a relationship of an object. */
    interface Question<R> {
        R of(RelatedQuerySource session, Object owner, int relationship);
    }
}
