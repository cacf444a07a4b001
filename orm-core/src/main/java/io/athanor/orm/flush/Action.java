package io.athanor.orm.flush;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.EntityMapper;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step of a flush that others may have to wait for: about all rows of an entity, or about one row where the rows depend on
 * each other. Equal if it is the same step.
 */
final class Action {
    enum Kind {
        DELETE_ALL("DeleteAll"),
        DELETE_STATE("DeleteState"),
        POST_UPDATE("PostUpdateAll"),
        PROCESS_ALL("ProcessAll"),
        PROCESS_STATE("ProcessState"),
        SAVE_STATE("ProcessState"),
        SAVE_ALL("SaveUpdateAll");

        final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    final Kind kind;
    final EntityMapper<?> mapper;
    final @Nullable Dependency dependency;
    final boolean isDelete;
    final @Nullable InstanceState state;
    private final int hash;

    private Action(
            Kind kind,
            EntityMapper<?> mapper,
            @Nullable Dependency dependency,
            boolean isDelete,
            @Nullable InstanceState state) {
        this.kind = kind;
        this.mapper = mapper;
        this.dependency = dependency;
        this.isDelete = isDelete;
        this.state = state;
        this.hash = Objects.hash(kind, System.identityHashCode(mapper), dependency, isDelete) * 31
                + System.identityHashCode(state);
    }

    static Action saveAll(EntityMapper<?> mapper) {
        return new Action(Kind.SAVE_ALL, mapper, null, false, null);
    }

    static Action deleteAll(EntityMapper<?> mapper) {
        return new Action(Kind.DELETE_ALL, mapper, null, true, null);
    }

    static Action processAll(Dependency dependency, boolean isDelete) {
        return new Action(Kind.PROCESS_ALL, dependency.parent(), dependency, isDelete, null);
    }

    static Action postUpdate(EntityMapper<?> mapper, boolean isDelete) {
        return new Action(Kind.POST_UPDATE, mapper, null, isDelete, null);
    }

    static Action save(InstanceState state) {
        return new Action(Kind.SAVE_STATE, state.mapper(), null, false, state);
    }

    static Action delete(InstanceState state) {
        return new Action(Kind.DELETE_STATE, state.mapper(), null, true, state);
    }

    static Action process(Dependency dependency, boolean isDelete, InstanceState state) {
        return new Action(Kind.PROCESS_STATE, dependency.parent(), dependency, isDelete, state);
    }

    /** What steps have in common that are of one kind. */
    record Sort(Kind kind, EntityMapper<?> mapper, @Nullable Dependency dependency, boolean isDelete) {}

    Sort sort() {
        return new Sort(kind, mapper, dependency, isDelete);
    }

    /** What orders steps that need not wait for each other, as SQLAlchemy does. */
    String sortKey() {
        String subject = dependency == null
                ? mapper.type().getName()
                : dependency.parent().type().getName() + "_" + dependency.relationship();
        return kind.word + '\0' + subject + '\0' + (isDelete ? 1 : 0);
    }

    /** Whether two steps about one row each can be done as one. */
    boolean isLike(Action other) {
        return kind == other.kind
                && mapper == other.mapper
                && dependency == other.dependency
                && isDelete == other.isDelete;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Action action && isLike(action) && state == action.state;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** What is done, for a message: a verb with the class, or the relationship whose keys are passed on. */
    String describe() {
        if (dependency != null) {
            return dependency.relationship().toString();
        }
        String verb = kind == Kind.POST_UPDATE ? "update" : isDelete ? "delete" : "save";
        return verb + " " + mapper.type().getSimpleName();
    }

    @Override
    public String toString() {
        String subject = dependency == null
                ? mapper.type().getSimpleName()
                : dependency.relationship().toString();
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " " + subject;
    }
}
