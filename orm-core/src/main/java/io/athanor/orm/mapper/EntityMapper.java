package io.athanor.orm.mapper;

import io.athanor.orm.mapping.EagerDefaults;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Logical;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
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
    private final List<MappedAttribute> attributes;
    private final @Nullable MappedAttribute[] attributesByIndex;
    private final List<MappedRelationship> relationships;
    private final @Nullable MappedRelationship[] relationshipsByIndex;
    private final int[] keyIndexes;
    private final EagerDefaults eagerDefaults;
    private final long @Nullable [] columnSlots;
    private final long @Nullable [] relationshipSlots;
    private final long @Nullable [] deferredSlots;
    private final long[] slots;
    private final InstanceAccess access;
    private final boolean isInstrumented;
    private final Map<String, MappedAttribute> byName = new LinkedHashMap<>();
    private final Map<Column<?>, MappedAttribute> byColumn = new IdentityHashMap<>();
    private final EntityRef<E> entity;
    private final List<Attribute<E, ?>> symbols;

    /** What a mapper maps its fields to, as the builder has found it. */
    record Fields(
            int count,
            List<MappedAttribute> attributes,
            Map<Integer, RelationshipMapping> relationships,
            EagerDefaults eagerDefaults) {}

    EntityMapper(Class<E> type, Table table, Fields fields, int[] keyIndexes, Access access) {
        this.type = type;
        this.table = table;
        this.attributes = List.copyOf(fields.attributes());
        this.attributesByIndex = new MappedAttribute[fields.count()];
        this.relationshipsByIndex = new MappedRelationship[fields.count()];
        this.keyIndexes = keyIndexes;
        this.eagerDefaults = fields.eagerDefaults();
        this.access = access.instances();
        this.isInstrumented = this.access instanceof EnhancedAccess;
        this.entity = new PlainEntity<>(type);
        List<Attribute<E, ?>> all = new ArrayList<>();
        for (MappedAttribute attribute : attributes) {
            attributesByIndex[attribute.index()] = attribute;
            byName.put(attribute.name(), attribute);
            byColumn.put(attribute.column(), attribute);
            all.add(entity.attribute(attribute.name(), attribute.column().type().javaType()));
        }
        List<MappedRelationship> related = new ArrayList<>();
        fields.relationships().forEach((index, mapping) -> {
            MappedRelationship relationship = new MappedRelationship(index, this, mapping, access.lookup());
            relationshipsByIndex[index] = relationship;
            related.add(relationship);
        });
        this.relationships = List.copyOf(related);
        this.columnSlots = slots(attributesByIndex);
        this.relationshipSlots = slots(relationshipsByIndex);
        this.deferredSlots = slots(Arrays.stream(attributesByIndex)
                .map(each -> each == null || each.deferral() == null ? null : each)
                .toArray());
        this.slots = union(columnSlots, relationshipSlots, fields.count());
        this.symbols = List.copyOf(all);
    }

    /** The places that are taken, as bits; null for none. */
    private static long @Nullable [] slots(@Nullable Object[] places) {
        long[] bits = null;
        for (int i = 0; i < places.length; i++) {
            if (places[i] != null) {
                bits = bits == null ? new long[places.length + 63 >> 6] : bits;
                bits[i >> 6] |= 1L << i;
            }
        }
        return bits;
    }

    private static long[] union(long @Nullable [] some, long @Nullable [] others, int count) {
        long[] all = new long[count + 63 >> 6];
        for (int i = 0; i < all.length; i++) {
            all[i] = (some == null ? 0 : some[i]) | (others == null ? 0 : others[i]);
        }
        return all;
    }

    /** How a mapper reaches instances, and other mappers. */
    record Access(InstanceAccess instances, MapperLookup lookup) {}

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

    /**
     * Return an attribute as an entity of a statement hands it out.
     *
     * @param ref the entity, of this class
     * @param attribute the attribute
     * @return the symbol
     */
    public Attribute<?, ?> symbolOf(EntityRef<?> ref, MappedAttribute attribute) {
        return ref.attribute(attribute.name(), attribute.column().type().javaType());
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
     * Return how many places there are for attributes and relationships.
     *
     * @return the number, above every index
     */
    public int slotCount() {
        return attributesByIndex.length;
    }

    /**
     * Return the places of all attributes and relationships.
     *
     * @return their bits; not a copy, and not to be changed
     */
    public long[] slots() {
        return slots;
    }

    /**
     * Return the places of the attributes that are stored in columns.
     *
     * @return their bits, {@code null} for none; not a copy, and not to be changed
     */
    public long @Nullable [] columnSlots() {
        return columnSlots;
    }

    /**
     * Return the places of the attributes that are not loaded along with their instance.
     *
     * @return their bits, {@code null} for none; not a copy, and not to be changed
     */
    public long @Nullable [] deferredSlots() {
        return deferredSlots;
    }

    /**
     * Return the places of the relationships.
     *
     * @return their bits, {@code null} for none; not a copy, and not to be changed
     */
    public long @Nullable [] relationshipSlots() {
        return relationshipSlots;
    }

    /**
     * Return the attributes that are stored in columns.
     *
     * @return the attributes in the order of their indexes
     */
    public List<MappedAttribute> columnAttributes() {
        return attributes;
    }

    /**
     * Return an attribute that is stored in a column by its place.
     *
     * @param index from 0
     * @return the attribute
     */
    public MappedAttribute attribute(int index) {
        MappedAttribute attribute = attributesByIndex[index];
        if (attribute == null) {
            throw new ArgumentException("Class [%s] has no column attribute at [%d]".formatted(type.getName(), index));
        }
        return attribute;
    }

    /**
     * Return the name of an attribute or relationship.
     *
     * @param index from 0
     * @return the property's name
     */
    public String nameOf(int index) {
        MappedRelationship relationship = relationshipsByIndex[index];
        return relationship == null ? attribute(index).name() : relationship.name();
    }

    /**
     * Return the attribute that a column stores.
     *
     * @param column a column of the table
     * @return the attribute, or {@code null} if the column is not mapped
     */
    public @Nullable MappedAttribute attributeOf(Column<?> column) {
        return byColumn.get(column);
    }

    /**
     * Return the relationships.
     *
     * @return the relationships in the order of their indexes
     */
    public List<MappedRelationship> relationships() {
        return relationships;
    }

    /**
     * Return a relationship by its place.
     *
     * @param index from 0
     * @return the relationship, or {@code null} if the place is that of a column attribute
     */
    public @Nullable MappedRelationship relationship(int index) {
        return relationshipsByIndex[index];
    }

    /**
     * Return a relationship by name.
     *
     * @param name the property's name
     * @return the relationship, or {@code null} if there is none of this name
     */
    public @Nullable MappedRelationship findRelationship(String name) {
        for (MappedRelationship each : relationships) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return null;
    }

    /**
     * Return a relationship by name.
     *
     * @param name the property's name
     * @return the relationship
     * @throws ArgumentException if there is none of this name
     */
    public MappedRelationship requireRelationship(String name) {
        MappedRelationship relationship = findRelationship(name);
        if (relationship == null) {
            throw new ArgumentException("Class [%s] has no relationship [%s]; it has %s"
                    .formatted(
                            type.getName(),
                            name,
                            relationships.stream().map(MappedRelationship::name).toList()));
        }
        return relationship;
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
     * Return places for the values of a key in a statement that is compiled before they are known.
     *
     * @return a bind without a value for each column of the key
     */
    public List<Bind<?>> keyPlaces() {
        List<Bind<?>> places = new ArrayList<>();
        for (int index : keyIndexes) {
            Column<?> column = attribute(index).column();
            places.add(place(column));
        }
        return places;
    }

    private static <T> Bind<T> place(Column<T> column) {
        return new Bind<>(column.name(), null, column.type());
    }

    /**
     * Return the condition that finds a row by its key.
     *
     * @param places what the columns of the key are compared with, in their order
     * @return one comparison per column
     */
    public Condition isRow(List<Bind<?>> places) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < keyIndexes.length; i++) {
            conditions.add(equal(attribute(keyIndexes[i]).column(), places.get(i)));
        }
        return Logical.and(conditions);
    }

    /** A place is of the type of its column. */
    @SuppressWarnings("unchecked")
    private static <T> Condition equal(Column<T> column, Bind<?> place) {
        return column.eq((Bind<T>) place);
    }

    /**
     * Return the values of a key one by one.
     *
     * @param identity the key's value, or a list of values for a composite key
     * @return the values in the order of the key
     */
    public Object[] keyValues(Object identity) {
        return keyIndexes.length == 1 ? new Object[] {identity} : ((List<?>) identity).toArray();
    }

    /**
     * Return when a flush fetches what the database fills in.
     *
     * @return what the mapping states
     */
    public EagerDefaults eagerDefaults() {
        return eagerDefaults;
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
