package io.athanor.orm.mapping;

import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a class is mapped to a table; a registry makes it work. Immutable and thread-safe: every method that states something
 * returns a new mapping. There are two kinds.
 *
 * <p>An <em>imperative</em> mapping ({@link #of(Class, Table, Supplier) of}) is written by the user and joins a class to a
 * table that exists. A class that nobody enhanced is read and written by functions, or by its fields where a
 * {@link MethodHandles.Lookup} is given; its instances are compared with a snapshot when a session flushes, and an expired
 * one does not reload when a getter is called, but when a query or {@code refresh} reads its row again. An enhanced class is
 * accessed by its fields, whatever functions are given, and its instances behave like those of an annotated one; such a
 * mapping names all of its persistent fields, in any order.
 *
 * <p>A <em>declared</em> mapping ({@link #declared}) is written by the processor from annotations; the registry makes its
 * table.
 *
 * @param <E> the mapped class
 * @since 0.1.0
 */
public final class Mapping<E> {
    private final Class<E> type;
    private final @Nullable Table table;
    private final Construction<E> construction;
    private final Members members;
    private final List<String> ids;

    private Mapping(
            Class<E> type, @Nullable Table table, Construction<E> construction, Members members, List<String> ids) {
        this.type = type;
        this.table = table;
        this.construction = construction;
        this.members = members;
        this.ids = ids;
    }

    /** Where a mapping begins: with a name for a table to be made, or with a way to make instances. */
    private record Construction<E>(
            String tableName,
            @Nullable Class<? super E> superclass,
            @Nullable Supplier<? extends E> create,
            MethodHandles.@Nullable Lookup lookup,
            EagerDefaults eagerDefaults) {
        Construction(
                String tableName,
                @Nullable Class<? super E> superclass,
                @Nullable Supplier<? extends E> create,
                MethodHandles.@Nullable Lookup lookup) {
            this(tableName, superclass, create, lookup, EagerDefaults.AUTO);
        }
    }

    /**
     * Begin a declared mapping. Called by generated code; a class mapped by hand begins with
     * {@link #of(Class, Table, Supplier)}.
     *
     * @param type an enhanced class
     * @param table the name of the table that the registry makes; empty for the simple name of the class
     * @param <E> the class
     * @return a mapping without attributes
     */
    public static <E> Mapping<E> declared(Class<E> type, String table) {
        return new Mapping<>(type, null, new Construction<>(table, null, null, null), Members.NONE, List.of());
    }

    /**
     * Begin an imperative mapping. Where the class is not enhanced, each property is given functions.
     *
     * @param type the class; nothing is reflected on
     * @param table an existing table
     * @param create makes an instance for a row to be read into; not used if the class is enhanced
     * @param <E> the class
     * @return a mapping without properties
     */
    public static <E> Mapping<E> of(Class<E> type, Table table, Supplier<? extends E> create) {
        return new Mapping<>(
                type, table, new Construction<>(table.name(), null, create, null), Members.NONE, List.of());
    }

    /**
     * Begin an imperative mapping by fields: instances are made by the no-arg constructor, and a property without functions
     * is the field of its name.
     *
     * @param type the class
     * @param table an existing table
     * @param lookup may access the constructor and the fields, such as {@code MethodHandles.lookup()} called in the class
     *     itself, or {@code MethodHandles.privateLookupIn(type, MethodHandles.lookup())}
     * @param <E> the class
     * @return a mapping without properties
     * @throws MappingException if there is no no-arg constructor that the lookup can access
     */
    public static <E> Mapping<E> of(Class<E> type, Table table, MethodHandles.Lookup lookup) {
        Supplier<E> create = FieldAccess.constructor(type, lookup);
        return new Mapping<>(
                type, table, new Construction<>(table.name(), null, create, lookup), Members.NONE, List.of());
    }

    /**
     * Begin an imperative mapping of an enhanced class, whose properties need no functions.
     *
     * @param type an enhanced class; another one is refused by the registry
     * @param table an existing table
     * @param <E> the class
     * @return a mapping without properties
     */
    public static <E> Mapping<E> of(Class<E> type, Table table) {
        return new Mapping<>(type, table, new Construction<>(table.name(), null, null, null), Members.NONE, List.of());
    }

    /**
     * Add an attribute to a declared mapping. Called by generated code, in the order of the fields.
     *
     * @param name the field's name
     * @param fieldClass the field's class, a primitive one for a primitive field
     * @param spec states what the class does not tell
     * @param <T> the class of its values
     * @return a new mapping
     * @throws MappingException if no type holds the values, or the attribute is there already
     */
    public <T> Mapping<E> attribute(String name, Class<T> fieldClass, Consumer<? super AttributeSpec<T>> spec) {
        if (table != null) {
            throw new MappingException(
                    "Attribute [%s.%s] is added to an imperative mapping; add it with property(name, column, …)"
                            .formatted(type.getName(), name));
        }
        AttributeSpec<T> stated = new AttributeSpec<>(type, name, fieldClass);
        spec.accept(stated);
        return plus(stated.toProperty());
    }

    /**
     * State that the class extends another mapped class. Called by generated code, before any attribute. The registry refuses
     * such a mapping, since inheritance is not supported yet.
     *
     * @param superclass the nearest mapped superclass
     * @return a new mapping
     */
    public Mapping<E> extending(Class<? super E> superclass) {
        Construction<E> changed = new Construction<>(
                construction.tableName,
                superclass,
                construction.create,
                construction.lookup,
                construction.eagerDefaults);
        return new Mapping<>(type, table, changed, members, ids);
    }

    /**
     * State when a flush fetches what the database fills in.
     *
     * @param when {@link EagerDefaults#AUTO} if nothing is stated
     * @return a new mapping
     */
    public Mapping<E> eagerDefaults(EagerDefaults when) {
        Construction<E> changed = new Construction<>(
                construction.tableName, construction.superclass, construction.create, construction.lookup, when);
        return new Mapping<>(type, table, changed, members, ids);
    }

    /**
     * Return when a flush fetches what the database fills in.
     *
     * @return what was stated, or {@link EagerDefaults#AUTO}
     */
    public EagerDefaults eagerDefaults() {
        return construction.eagerDefaults;
    }

    /**
     * Add a property to an imperative mapping.
     *
     * @param name its name, by which attributes and messages name it; the field's name if the class is enhanced
     * @param column a column of the mapping's table
     * @param get reads it from an instance
     * @param set writes it into an instance; given {@code null} for NULL
     * @param <T> the class of its values
     * @return a new mapping
     * @throws MappingException if the column is of another table, or the property or the column is mapped already
     */
    public <T> Mapping<E> property(
            String name,
            Column<T> column,
            Function<? super E, ? extends @Nullable T> get,
            BiConsumer<? super E, ? super T> set) {
        requireOwn(name, column);
        Class<?> valueClass = column.type().javaType();
        return plus(new PropertyMapping<>(name, valueClass, null, column, new FunctionAccess<>(get, set)));
    }

    /**
     * Add a property to an imperative mapping: the field of the same name, which is accessed through the lookup, or by the
     * enhanced class itself.
     *
     * @param name the field's name
     * @param column a column of the mapping's table
     * @param <T> the class of its values
     * @return a new mapping
     * @throws MappingException if the column is of another table, the property or the column is mapped already, or the
     *     lookup finds no such field of the column's class that it can write
     */
    public <T> Mapping<E> property(String name, Column<T> column) {
        requireOwn(name, column);
        Class<?> valueClass = column.type().javaType();
        if (construction.lookup == null) {
            return plus(new PropertyMapping<>(name, valueClass, null, column, null));
        }
        FieldAccess field = FieldAccess.of(type, name, construction.lookup);
        return plus(new PropertyMapping<>(name, field.fieldClass(valueClass), null, column, field));
    }

    /**
     * Add a relationship to a declared mapping. Called by generated code, in the order of the fields.
     *
     * @param name the field's name
     * @param fieldClass the field's class: {@code target} itself, or that of a collection
     * @param target the mapped class that it refers to
     * @param spec states what the classes do not tell
     * @return a new mapping
     * @throws MappingException if what is stated contradicts itself, or the attribute is there already
     */
    public Mapping<E> relationship(
            String name, Class<?> fieldClass, Class<?> target, Consumer<? super RelationshipSpec> spec) {
        return plus(new RelationshipMapping(name, fieldClass, target, null, stated(name, spec)));
    }

    /**
     * Add a secondary table to a declared mapping. Called by generated code.
     *
     * @param name the table's name
     * @param columns the names of its columns
     * @param references what each column refers to, as {@code table.column}
     * @return a new mapping
     */
    public Mapping<E> secondary(String name, List<String> columns, List<String> references) {
        return new Mapping<>(
                type, table, construction, members.plus(new SecondaryTable(name, columns, references)), ids);
    }

    /**
     * Add a relationship to one object to an imperative mapping of an enhanced class.
     *
     * @param name the field's name
     * @param target the mapped class that it refers to
     * @param spec states what the classes do not tell
     * @return a new mapping
     * @throws MappingException if what is stated contradicts itself, or the property is there already
     */
    public Mapping<E> toOne(String name, Class<?> target, Consumer<? super RelationshipSpec> spec) {
        return plus(new RelationshipMapping(name, target, target, null, stated(name, spec)));
    }

    /**
     * Add a relationship to one object to an imperative mapping, accessed by functions where the class is not enhanced.
     *
     * @param name its name, by which messages and the other side name it; the field's name if the class is enhanced
     * @param target the mapped class that it refers to
     * @param get reads it from an instance
     * @param set writes it into an instance; given {@code null} for none
     * @param spec states what the classes do not tell
     * @param <R> the class that it refers to
     * @return a new mapping
     * @throws MappingException if what is stated contradicts itself, or the property is there already
     */
    public <R> Mapping<E> toOne(
            String name,
            Class<R> target,
            Function<? super E, ? extends @Nullable R> get,
            BiConsumer<? super E, ? super R> set,
            Consumer<? super RelationshipSpec> spec) {
        return plus(new RelationshipMapping(name, target, target, new FunctionAccess<>(get, set), stated(name, spec)));
    }

    /**
     * Add a relationship to many objects to an imperative mapping of an enhanced class, whose field tells the kind of
     * collection.
     *
     * @param name the field's name
     * @param target the mapped class that it refers to
     * @param spec states what the classes do not tell
     * @return a new mapping
     * @throws MappingException if what is stated contradicts itself, or the property is there already
     */
    public Mapping<E> toMany(String name, Class<?> target, Consumer<? super RelationshipSpec> spec) {
        return plus(new RelationshipMapping(name, Collection.class, target, null, stated(name, spec)));
    }

    /**
     * Have a property loaded only when it is used; SQLAlchemy's {@code deferred}.
     *
     * @param property the property, stated before
     * @param deferral what is loaded with it, and whether using it is an error
     * @return a new mapping
     * @throws MappingException if there is no such property
     */
    public Mapping<E> deferred(String property, PropertyMapping.Deferral deferral) {
        return new Mapping<>(type, table, construction, members.plus(type, property, deferral), ids);
    }

    /**
     * Have properties loaded only when they are used, each alone.
     *
     * @param properties the properties, stated before
     * @return a new mapping
     * @throws MappingException if one is no property
     */
    public Mapping<E> deferred(String... properties) {
        Mapping<E> changed = this;
        for (String property : properties) {
            changed = changed.deferred(property, new PropertyMapping.Deferral(null, false));
        }
        return changed;
    }

    private StatedRelationship stated(String name, Consumer<? super RelationshipSpec> spec) {
        StatedRelationship stated = new StatedRelationship();
        spec.accept(stated);
        stated.complete(type.getSimpleName() + "." + name);
        return stated;
    }

    /**
     * State which properties identify an instance. Without it they are those of the table's primary key.
     *
     * @param names the properties' names, in the order of a composite key
     * @return a new mapping
     */
    public Mapping<E> id(String... names) {
        return new Mapping<>(type, table, construction, members, List.of(names));
    }

    private void requireOwn(String name, Column<?> column) {
        if (table == null) {
            throw new MappingException(
                    "Property [%s.%s] is added to a declared mapping; add it with attribute(name, class, …)"
                            .formatted(type.getName(), name));
        }
        if (column.table() != table) {
            throw new MappingException(
                    "Property [%s.%s] is mapped to column [%s], which is not a column of table [%s]; map it to one"
                            .formatted(type.getName(), name, column, table.name()));
        }
        for (PropertyMapping<?> other : members.properties()) {
            if (other.column() == column) {
                throw new MappingException(
                        "Properties [%s] and [%s] of class [%s] are mapped to the same column [%s]; leave one out"
                                .formatted(other.name(), name, type.getName(), column));
            }
        }
    }

    private Mapping<E> plus(PropertyMapping<?> property) {
        return new Mapping<>(type, table, construction, members.plus(type, property), ids);
    }

    private Mapping<E> plus(RelationshipMapping relationship) {
        return new Mapping<>(type, table, construction, members.plus(type, relationship), ids);
    }

    /**
     * Return the mapped class.
     *
     * @return the class
     */
    public Class<E> type() {
        return type;
    }

    /**
     * Return the existing table.
     *
     * @return the table of an imperative mapping, {@code null} for a declared one
     */
    public @Nullable Table table() {
        return table;
    }

    /**
     * Return the name of the table.
     *
     * @return the name; empty if the registry's convention names it
     */
    public String tableName() {
        return construction.tableName;
    }

    /**
     * Return the nearest mapped superclass.
     *
     * @return the class, or {@code null} if there is none
     */
    public @Nullable Class<? super E> superclass() {
        return construction.superclass;
    }

    /**
     * Return what makes an instance of a class that was not enhanced.
     *
     * @return the supplier, or {@code null} if none was given
     */
    public @Nullable Supplier<? extends E> creator() {
        return construction.create;
    }

    /**
     * Return the properties.
     *
     * @return the properties in the order in which they were added
     */
    public List<PropertyMapping<?>> properties() {
        return members.properties();
    }

    /**
     * Return the relationships.
     *
     * @return the relationships in the order in which they were added
     */
    public List<RelationshipMapping> relationships() {
        return members.relationships();
    }

    /**
     * Return a relationship as a field of an enhanced class holds it.
     *
     * @param name the property's name
     * @param fieldClass the field's class
     * @return the relationship, or {@code null} if there is none of this name
     */
    public @Nullable RelationshipMapping relationship(String name, Class<?> fieldClass) {
        for (RelationshipMapping each : members.relationships()) {
            if (each.name().equals(name)) {
                return each.fieldClass() == fieldClass ? each : each.heldBy(fieldClass);
            }
        }
        return null;
    }

    /**
     * Return the names of properties and relationships.
     *
     * @return the names in the order in which they were added
     */
    public List<String> names() {
        return members.names();
    }

    /**
     * Return the secondary tables that are made with the table of the class.
     *
     * @return the tables in the order in which they were added
     */
    public List<SecondaryTable> secondaries() {
        return members.secondaries();
    }

    /**
     * Return the properties that were stated to identify an instance.
     *
     * @return their names in the order of the key; none if an imperative mapping leaves it to the table
     */
    public List<String> ids() {
        if (table != null) {
            return ids;
        }
        List<String> declared = new ArrayList<>();
        for (PropertyMapping<?> property : members.properties()) {
            DeclaredColumn<?> column = property.declared();
            if (column != null && column.constraints().isId()) {
                declared.add(property.name());
            }
        }
        return declared;
    }

    /**
     * Return how a property is loaded that is not loaded along with its instance.
     *
     * @param property the property
     * @return how, or {@code null} if it is loaded along
     */
    public PropertyMapping.@Nullable Deferral deferral(String property) {
        return members.deferrals().get(property);
    }

    @Override
    public String toString() {
        return "Mapping(" + type.getName() + ")";
    }
}
