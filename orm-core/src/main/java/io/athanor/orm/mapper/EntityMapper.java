package io.athanor.orm.mapper;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.Table;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapper as the session uses it: attributes are arrays, nothing is looked up by name where rows are read or written.
 * Made by a registry; not for application code. Immutable and thread-safe; the instances that it accesses are not.
 *
 * @param <E> the mapped class
 * @since 0.1.0
 */
public final class EntityMapper<E> implements Mapper<E> {
    private final Class<E> type;
    private final Table table;
    private final MappedAttribute[] attributes;
    private final int[] keyIndexes;
    private final InstanceAccess access;
    private final boolean isInstrumented;
    private final Map<String, MappedAttribute> byName = new LinkedHashMap<>();
    private final EntityRef<E> entity;
    private final List<Attribute<E, ?>> symbols;

    EntityMapper(
            Class<E> type, Table table, List<MappedAttribute> attributes, int[] keyIndexes, InstanceAccess access) {
        this.type = type;
        this.table = table;
        this.attributes = attributes.toArray(MappedAttribute[]::new);
        this.keyIndexes = keyIndexes;
        this.access = access;
        this.isInstrumented = access instanceof EnhancedAccess;
        this.entity = new PlainEntity<>(type);
        List<Attribute<E, ?>> all = new ArrayList<>();
        for (MappedAttribute attribute : attributes) {
            byName.put(attribute.name(), attribute);
            all.add(entity.attribute(attribute.name(), attribute.column().type().javaType()));
        }
        this.symbols = List.copyOf(all);
    }

    @Override
    public Class<E> type() {
        return type;
    }

    @Override
    public Table table() {
        return table;
    }

    @Override
    public EntityRef<E> entity() {
        return entity;
    }

    @Override
    public List<Attribute<E, ?>> attributes() {
        return symbols;
    }

    @Override
    public <T> Attribute<E, T> attribute(String name, Class<T> valueClass) {
        require(name, MethodType.methodType(valueClass).wrap().returnType());
        return entity.attribute(name, valueClass);
    }

    /** What an attribute of this class, or the type of one, stands for. */
    MappedAttribute require(AttributeType<?> symbol) {
        return require(symbol.property(), symbol.javaType());
    }

    MappedAttribute require(String name, Class<?> valueClass) {
        MappedAttribute attribute = require(name);
        Class<?> held = attribute.column().type().javaType();
        if (held != valueClass) {
            throw new ArgumentException("Attribute [%s.%s] holds [%s], not [%s]; ask for it by its own class"
                    .formatted(type.getSimpleName(), name, held.getName(), valueClass.getName()));
        }
        return attribute;
    }

    /**
     * Return how many attributes there are.
     *
     * @return the number, at least 1
     */
    public int attributeCount() {
        return attributes.length;
    }

    /**
     * Return an attribute by its place.
     *
     * @param index from 0
     * @return the attribute
     */
    public MappedAttribute attribute(int index) {
        return attributes[index];
    }

    /**
     * Return an attribute by name.
     *
     * @param name the property's name
     * @return the attribute, or {@code null} if there is none of this name
     */
    public @Nullable MappedAttribute find(String name) {
        return byName.get(name);
    }

    /**
     * Return an attribute by name.
     *
     * @param name the property's name
     * @return the attribute
     * @throws ArgumentException if there is none of this name
     */
    public MappedAttribute require(String name) {
        MappedAttribute attribute = byName.get(name);
        if (attribute == null) {
            throw new ArgumentException(
                    "Class [%s] has no attribute [%s]; it has %s".formatted(type.getName(), name, byName.keySet()));
        }
        return attribute;
    }

    /**
     * Return which attributes identify an instance.
     *
     * @return their indexes in the order of the key, at least one; not a copy, and not to be changed
     */
    public int[] keyIndexes() {
        return keyIndexes;
    }

    /**
     * Return whether instances tell of reads and writes.
     *
     * @return whether the class is enhanced; if not, its instances are compared with a snapshot
     */
    public boolean isInstrumented() {
        return isInstrumented;
    }

    /**
     * Make an instance to read a row into. No constructor of an enhanced class runs.
     *
     * @return the instance
     */
    @SuppressWarnings("unchecked") // a prototype and a supplier make instances of their own class
    public E newInstance() {
        return (E) access.newInstance();
    }

    /**
     * Read an attribute as it stands, loading nothing.
     *
     * @param entity an instance of the class
     * @param index the attribute's index
     * @return the value, boxed if it is primitive
     */
    public @Nullable Object get(Object entity, int index) {
        return access.get(entity, index);
    }

    /**
     * Write an attribute, telling nobody.
     *
     * @param entity an instance of the class
     * @param index the attribute's index
     * @param value a value of the attribute's class; {@code null} only where the field is not primitive
     */
    public void set(Object entity, int index, @Nullable Object value) {
        access.set(entity, index, value);
    }

    @Override
    public String toString() {
        return "Mapper(" + type.getName() + " -> " + table.name() + ")";
    }
}
