package io.athanor.orm.mapping;

import io.athanor.orm.instrument.CollectionShape;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.instrument.Tracker;
import io.athanor.sql.tree.Expression;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A property of a {@link Mapping} that refers to other mapped objects. Read by the registry and by instances. Immutable; equal
 * only to itself.
 *
 * @since 0.1.0
 */
public final class RelationshipMapping {
    private final String name;
    private final Class<?> fieldClass;
    private final Class<?> target;
    private final @Nullable PropertyAccess access;
    private final StatedRelationship stated;
    private volatile @Nullable CollectionShape shape;

    RelationshipMapping(
            String name,
            Class<?> fieldClass,
            Class<?> target,
            @Nullable PropertyAccess access,
            StatedRelationship stated) {
        this.name = name;
        this.fieldClass = fieldClass;
        this.target = target;
        this.access = access;
        this.stated = stated;
    }

    /**
     * Return the name.
     *
     * @return the property's name
     */
    public String name() {
        return name;
    }

    /**
     * Return the class of the field.
     *
     * @return the mapped class for a single object, else the collection's class
     */
    public Class<?> fieldClass() {
        return fieldClass;
    }

    /**
     * Return what is referred to.
     *
     * @return the mapped class
     */
    public Class<?> target() {
        return target;
    }

    /**
     * Return whether there may be several related objects.
     *
     * @return whether the field holds a collection
     */
    public boolean isToMany() {
        return fieldClass != target;
    }

    /**
     * Return whether the members of a collection are read by queries only.
     *
     * @return whether they are never loaded as a whole
     */
    public boolean isDynamic() {
        return stated.door != null && !stated.door.isFilled();
    }

    /** The same relationship, held by a field of the class that is now known. */
    RelationshipMapping heldBy(Class<?> field) {
        return new RelationshipMapping(name, field, target, access, stated);
    }

    /**
     * Return the kind of collection that the field holds.
     *
     * @return the shape
     * @throws MappingException if a map's key is no attribute of the target
     */
    public CollectionShape shape() {
        CollectionShape known = shape;
        if (known == null) {
            known = CollectionShape.of(stated.storage == null ? fieldClass : stated.storage);
            if (stated.door != null) {
                known = known.shownAs(stated.door);
            }
            if (stated.keyedBy != null) {
                int key = keyIndex(stated.keyedBy);
                known = known.keyedBy(member -> keyOf(member, key));
            }
            shape = known;
        }
        return known;
    }

    private static @Nullable Object keyOf(Object member, int key) {
        Instrumented instance = (Instrumented) member;
        Tracker tracker = instance.$orm$tracker();
        if (tracker != null && tracker.pending) {
            tracker.read(key);
        }
        return instance.$orm$get(key);
    }

    private int keyIndex(String key) {
        Declaration<?> declaration = DeclaredMappings.nearest(target);
        List<Declaration.Field> fields = declaration == null ? List.of() : declaration.fields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(key)) {
                return i;
            }
        }
        throw new MappingException("Relationship [%s] is keyed by [%s], which is no field of [%s]; name one"
                .formatted(name, key, target.getName()));
    }

    /**
     * Return how the property is accessed.
     *
     * @return the access, or {@code null} for the field of an enhanced class
     */
    public @Nullable PropertyAccess access() {
        return access;
    }

    /**
     * Return the other side.
     *
     * @return its name in the target class, or {@code null}
     */
    public @Nullable String backPopulates() {
        return stated.backPopulates;
    }

    /**
     * Return what is done to related objects.
     *
     * @return the cascades, never {@link Cascade#ALL}; not to be changed
     */
    public Set<Cascade> cascades() {
        return stated.cascades;
    }

    /**
     * Return whether something is done to related objects.
     *
     * @param cascade what
     * @return whether it is
     */
    public boolean cascades(Cascade cascade) {
        return stated.cascades.contains(cascade);
    }

    /**
     * Return how it is loaded.
     *
     * @return the strategy
     */
    public Lazy lazy() {
        return stated.lazy;
    }

    /**
     * Return along how many relationships this one is loaded eagerly, if it leads back to a class that was come by.
     *
     * @return the number, or 0 for not at all
     */
    public int joinDepth() {
        return stated.joinDepth;
    }

    /**
     * Return how a collection is sorted.
     *
     * @return properties of the target, each perhaps followed by a blank and {@code desc}
     */
    public List<String> orderBy() {
        return stated.orderBy;
    }

    /**
     * Return the secondary table.
     *
     * @return a {@link io.athanor.sql.schema.Table}, a name, or {@code null} for none
     */
    public @Nullable Object secondary() {
        return stated.secondary;
    }

    /**
     * Return the stated condition.
     *
     * @return gives it, or {@code null} if it follows from a foreign key
     */
    public @Nullable Supplier<? extends Expression<Boolean>> primaryJoin() {
        return stated.primaryJoin;
    }

    /**
     * Return the stated condition of the secondary table and the target.
     *
     * @return gives it, or {@code null} if it follows from a foreign key
     */
    public @Nullable Supplier<? extends Expression<Boolean>> secondaryJoin() {
        return stated.secondaryJoin;
    }

    /**
     * Return the stated foreign key.
     *
     * @return its referring columns as {@code table.column}, none if it is to be found
     */
    public List<String> foreignKey() {
        return stated.foreignKey;
    }

    /**
     * Return the stated remote side.
     *
     * @return properties of the target, none if it is to be found
     */
    public List<String> remoteSide() {
        return stated.remoteSide;
    }

    /**
     * Return the key of a map.
     *
     * @return a property of the target, or {@code null}
     */
    public @Nullable String keyedBy() {
        return stated.keyedBy;
    }

    /**
     * Return whether changes are not written.
     *
     * @return whether they are not
     */
    public boolean isViewOnly() {
        return stated.isViewOnly;
    }

    /**
     * Return what a deletion of the parent leaves to the database.
     *
     * @return whether it leaves what is not loaded
     */
    public boolean isPassiveDeletes() {
        return stated.isPassiveDeletes || stated.isPassiveDeletesAll;
    }

    /**
     * Return what a deletion of the parent leaves to the database.
     *
     * @return whether it leaves everything
     */
    public boolean isPassiveDeletesAll() {
        return stated.isPassiveDeletesAll;
    }

    /**
     * Return whether the database follows a changed key.
     *
     * @return whether it does
     */
    public boolean isPassiveUpdates() {
        return stated.isPassiveUpdates;
    }

    /**
     * Return whether the foreign key is written after the rows.
     *
     * @return whether it is
     */
    public boolean isPostUpdate() {
        return stated.isPostUpdate;
    }

    @Override
    public String toString() {
        return name;
    }
}
