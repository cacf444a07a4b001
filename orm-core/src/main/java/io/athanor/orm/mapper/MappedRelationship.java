package io.athanor.orm.mapper;

import io.athanor.orm.instrument.CollectionShape;
import io.athanor.orm.mapping.MappingException;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.sql.schema.Column;
import io.athanor.sql.tree.Orderable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relationship as a mapper knows it. What depends on the other class is resolved when it is first asked for, since that class
 * may be mapped later. Thread-safe.
 *
 * @since 0.1.0
 */
public final class MappedRelationship {
    private final int index;
    private final EntityMapper<?> owner;
    private final RelationshipMapping mapping;
    private final MapperLookup lookup;
    private volatile @Nullable Resolution resolution;

    /** What depends on the other class. */
    private record Resolution(
            EntityMapper<?> target,
            Direction direction,
            JoinPath path,
            List<Orderable> order,
            int @Nullable [] keyColumns) {}

    MappedRelationship(int index, EntityMapper<?> owner, RelationshipMapping mapping, MapperLookup lookup) {
        this.index = index;
        this.owner = owner;
        this.mapping = mapping;
        this.lookup = lookup;
    }

    /**
     * Return the place of the relationship among the attributes and relationships of its mapper.
     *
     * @return the index of its field
     */
    public int index() {
        return index;
    }

    /**
     * Return the name.
     *
     * @return the property's name
     */
    public String name() {
        return mapping.name();
    }

    /**
     * Return the mapper that has this relationship.
     *
     * @return the mapper
     */
    public EntityMapper<?> owner() {
        return owner;
    }

    /**
     * Return what was stated.
     *
     * @return the mapping
     */
    public RelationshipMapping mapping() {
        return mapping;
    }

    /**
     * Return whether there may be several related objects.
     *
     * @return whether the field holds a collection
     */
    public boolean isToMany() {
        return mapping.isToMany();
    }

    /**
     * Return the mapper of the related objects.
     *
     * @return the mapper
     * @throws io.athanor.orm.mapping.MappingException if the class is not mapped, or no condition follows
     */
    public EntityMapper<?> target() {
        return resolved().target();
    }

    /**
     * Return where the foreign key is.
     *
     * @return the direction
     * @throws io.athanor.orm.mapping.MappingException if the class is not mapped, or no condition follows
     */
    public Direction direction() {
        return resolved().direction();
    }

    /**
     * Return how the rows find each other.
     *
     * @return the conditions
     * @throws io.athanor.orm.mapping.MappingException if the class is not mapped, or no condition follows
     */
    public JoinPath path() {
        return resolved().path();
    }

    /**
     * Return how a collection is sorted.
     *
     * @return columns of the target's table, or orderings by them; none if the order does not matter
     * @throws io.athanor.orm.mapping.MappingException if the class is not mapped, or no condition follows
     */
    public List<Orderable> orderBy() {
        return resolved().order();
    }

    /**
     * Return, for a many-to-one relationship that refers to the primary key, where the key's values are.
     *
     * @return for each part of the target's key an attribute of this mapper; {@code null} if the target cannot be found by its
     *     key
     * @throws io.athanor.orm.mapping.MappingException if the class is not mapped, or no condition follows
     */
    public int @Nullable [] keyAttributes() {
        return resolved().keyColumns();
    }

    /**
     * Return the other side.
     *
     * @return the relationship that is kept in step with this one, or {@code null}
     * @throws io.athanor.orm.mapping.MappingException if the other class is not mapped or has no such relationship
     */
    public @Nullable MappedRelationship reverse() {
        String name = mapping.backPopulates();
        return name == null ? null : target().requireRelationship(name);
    }

    /**
     * Return whether both ends are in one table.
     *
     * @return whether the related objects are of the same entity
     */
    public boolean isSelfReferential() {
        return target().table() == owner.table();
    }

    /**
     * Return the kind of collection.
     *
     * @return the shape, for a relationship to many
     */
    public CollectionShape shape() {
        return mapping.shape();
    }

    void resolve() {
        resolved();
    }

    /** Whether the other class is mapped already. */
    boolean isResolvable() {
        return lookup.find(mapping.target()) != null;
    }

    private Resolution resolved() {
        Resolution known = resolution;
        if (known == null) {
            EntityMapper<?> target = lookup.require(mapping.target(), this);
            RelationshipResolver resolver = new RelationshipResolver(this, target, lookup);
            JoinPath path = resolver.path();
            Direction direction = resolver.direction();
            known = new Resolution(target, direction, path, resolver.orderBy(), keyAttributes(target, direction, path));
            resolution = known;
            try {
                ReverseCheck.check(this);
            } catch (MappingException refused) {
                resolution = null;
                throw refused;
            }
        }
        return known;
    }

    private int @Nullable [] keyAttributes(EntityMapper<?> target, Direction direction, JoinPath path) {
        int[] keys = target.keyIndexes();
        boolean isPlain = mapping.primaryJoin() == null;
        if (direction != Direction.MANY_TO_ONE || !isPlain || path.pairs().size() != keys.length) {
            return null;
        }
        List<Integer> found = new ArrayList<>();
        for (int key : keys) {
            Column<?> column = target.attribute(key).column();
            for (ColumnPair pair : path.pairs()) {
                MappedAttribute own = owner.attributeOf(pair.destination());
                if (pair.source() == column && own != null) {
                    found.add(own.index());
                }
            }
        }
        return found.size() == keys.length
                ? found.stream().mapToInt(Integer::intValue).toArray()
                : null;
    }

    @Override
    public String toString() {
        return owner.type().getSimpleName() + "." + name();
    }
}
