package io.athanor.orm.mapper;

import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.SqlVisitor;
import io.athanor.sql.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An attribute as its entity hands it out. */
final class EntityAttribute<E, T> implements Attribute<E, T> {
    private final EntityRef<E> owner;
    private final AttributeType<T> type;
    private final int hash;

    EntityAttribute(EntityRef<E> owner, AttributeType<T> type) {
        this.owner = owner;
        this.type = type;
        this.hash = owner.hashCode() * 31 + type.property().hashCode();
    }

    @Override
    public EntityRef<E> owner() {
        return owner;
    }

    @Override
    public String name() {
        return type.property();
    }

    @Override
    public SqlType<T> type() {
        return type;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitUnresolved(this, "Attribute [" + this + "]");
    }

    /** An attribute of the entity itself is a leaf, so that the key of a plain statement stays short. */
    @Override
    public List<SqlNode> children() {
        return owner.source() == null ? List.of() : List.of(owner);
    }

    @Override
    @SuppressWarnings("unchecked") // the only child is replaced by one of its own kind
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return children.isEmpty() ? this : new EntityAttribute<>((EntityRef<E>) children.get(0), type);
    }

    @Override
    public Object shape() {
        return owner.source() == null ? this : name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof EntityAttribute<?, ?> attribute
                        && attribute.name().equals(name())
                        && attribute.owner.equals(owner);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return owner.type().getSimpleName() + "." + name();
    }
}
