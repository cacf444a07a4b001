package io.athanor.orm.mapper;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Alias;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.SqlVisitor;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An entity as it stands in one statement: the mapped class itself, an alias of it, or a subquery that yields it. A symbol,
 * resolved to tables and columns by the registry of the session that runs the statement. Extended by generated metamodel
 * classes. Immutable and thread-safe.
 *
 * <p>Two references to the class itself are equal; an alias is equal only to itself, since two aliases are two elements of
 * FROM.
 *
 * @param <E> the mapped class
 * @since 0.1.0
 */
public abstract class EntityRef<E> implements Selectable<E>, FromClause {
    private final Class<E> type;
    private final @Nullable DerivedTable source;
    private final Map<String, EntityAttribute<E, ?>> attributes = new ConcurrentHashMap<>();

    private EntityRef(Class<E> type, boolean isAliased, @Nullable DerivedTable source) {
        if (isAliased && source == null) {
            throw new ArgumentException("Entity [%s] is to be read from null; give the subquery or alias that yields it"
                    .formatted(type.getName()));
        }
        this.type = type;
        this.source = source;
    }

    /**
     * Refer to the class itself.
     *
     * @param type the mapped class
     */
    protected EntityRef(Class<E> type) {
        this(type, false, null);
    }

    /**
     * Refer to the class under another name, as an element of FROM of its own.
     *
     * @param type the mapped class
     * @param alias the name; empty to generate one when a statement is compiled
     */
    protected EntityRef(Class<E> type, String alias) {
        this(type, true, new Alias(new EntityTable(type), alias.isEmpty() ? null : alias));
    }

    /**
     * Refer to the class as a subquery yields it.
     *
     * @param type the mapped class
     * @param source selects the columns of the class
     */
    protected EntityRef(Class<E> type, DerivedTable source) {
        this(type, true, source);
    }

    /**
     * Refer to a class itself, where no metamodel class is at hand.
     *
     * @param type the mapped class
     * @param <E> the class
     * @return the entity
     */
    public static <E> EntityRef<E> of(Class<E> type) {
        return new PlainEntity<>(type);
    }

    /**
     * Return the mapped class.
     *
     * @return the class
     */
    public final Class<E> type() {
        return type;
    }

    /** What takes the place of the class's table, or null for the table itself. */
    final @Nullable DerivedTable source() {
        return source;
    }

    /**
     * Return an attribute of this entity, always the same one for a name.
     *
     * @param name the property's name
     * @param valueClass the class of its values, without type arguments; a primitive one stands for its wrapper
     * @param <T> the type of its values
     * @return the attribute
     * @throws ArgumentException if it was asked for as another class before
     */
    @SuppressWarnings("unchecked") // the classes are compared
    protected final <T> Attribute<E, T> attribute(String name, Class<? super T> valueClass) {
        Class<T> boxed = (Class<T>) MethodType.methodType(valueClass).wrap().returnType();
        EntityAttribute<E, ?> attribute = attributes.computeIfAbsent(
                name, each -> new EntityAttribute<>(this, new AttributeType<>(type, each, boxed)));
        if (attribute.type().javaType() != boxed) {
            throw new ArgumentException("Attribute [%s] holds [%s], not [%s]; ask for it by its own class"
                    .formatted(attribute, attribute.type().javaType().getName(), boxed.getName()));
        }
        return (Attribute<E, T>) attribute;
    }

    /**
     * Return a relationship of this entity to one object.
     *
     * @param name the property's name
     * @param target the class that it refers to
     * @param <T> the class that it refers to
     * @return the relationship
     */
    protected final <T> ToOne<E, T> toOne(String name, Class<T> target) {
        return new ToOne<>(this, name, target);
    }

    /**
     * Return a relationship of this entity to many objects.
     *
     * @param name the property's name
     * @param target the class that it refers to
     * @param <T> the class that it refers to
     * @return the relationship
     */
    protected final <T> ToMany<E, T> toMany(String name, Class<T> target) {
        return new ToMany<>(this, name, target);
    }

    @Override
    public final void accept(SqlVisitor visitor) {
        visitor.visitUnresolved(this, "Entity [" + type.getSimpleName() + "]");
    }

    @Override
    public final List<SqlNode> children() {
        return source == null ? List.of() : List.of(source);
    }

    /** An entity is resolved as a whole, together with its attributes, so it stays as it is. */
    @Override
    public final SqlNode withChildren(List<? extends SqlNode> children) {
        return this;
    }

    @Override
    public final Object shape() {
        return type;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || source == null && other instanceof EntityRef<?> ref && ref.source == null && ref.type == type;
    }

    @Override
    public final int hashCode() {
        return source == null ? type.hashCode() : System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "Entity(" + type.getSimpleName() + ")";
    }
}
