package io.athanor.orm.mapper;

import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.JoinTarget;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.SqlVisitor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What both kinds of relationships are as nodes of a tree: unresolved names. */
abstract class RelationshipSymbol<E, T> implements JoinTarget {
    private final EntityRef<E> owner;
    private final String name;
    private final Class<T> target;

    RelationshipSymbol(EntityRef<E> owner, String name, Class<T> target) {
        this.owner = owner;
        this.name = name;
        this.target = target;
    }

    abstract RelationshipSymbol<E, T> ownedBy(EntityRef<E> other);

    public final EntityRef<E> owner() {
        return owner;
    }

    public final String name() {
        return name;
    }

    public final Class<T> target() {
        return target;
    }

    public final JoinTarget as(EntityRef<? extends T> alias) {
        return new RelationshipJoin(this, alias, null);
    }

    public final JoinTarget on(Expression<Boolean> further) {
        return new RelationshipJoin(this, null, further);
    }

    @Override
    public final void accept(SqlVisitor visitor) {
        visitor.visitUnresolved(this, "Relationship [" + this + "]");
    }

    @Override
    public final List<SqlNode> children() {
        return owner.source() == null ? List.of() : List.of(owner);
    }

    @Override
    @SuppressWarnings("unchecked") // the only child is replaced by one of its own kind
    public final SqlNode withChildren(List<? extends SqlNode> children) {
        return children.isEmpty() ? this : ownedBy((EntityRef<E>) children.get(0));
    }

    @Override
    public final Object shape() {
        return List.of(owner.type(), name);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof RelationshipSymbol<?, ?> symbol
                        && symbol.name.equals(name)
                        && symbol.owner.equals(owner);
    }

    @Override
    public final int hashCode() {
        return owner.hashCode() * 31 + name.hashCode();
    }

    @Override
    public final String toString() {
        return owner.type().getSimpleName() + "." + name;
    }
}
