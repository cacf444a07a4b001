package io.athanor.orm.mapping;

import io.athanor.orm.instrument.Instrumented;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an enhanced class has announced of itself. Immutable and thread-safe.
 *
 * @param <E> the class
 * @since 0.1.0
 */
public final class Declaration<E> {
    private final Class<E> type;
    private final @Nullable Instrumented prototype;
    private final @Nullable Descriptor<E> descriptor;
    private final List<Field> ownFields;
    private volatile @Nullable Mapping<E> mapping;
    private volatile @Nullable List<@Nullable RelationshipMapping> byIndex;

    /**
     * A persistent field, whose index is its place in {@link #fields}.
     *
     * @param name its name
     * @param fieldClass its class, perhaps primitive
     * @since 0.1.0
     */
    public record Field(String name, Class<?> fieldClass) {}

    Declaration(
            Class<E> type,
            @Nullable Instrumented prototype,
            @Nullable Descriptor<E> descriptor,
            List<Field> ownFields) {
        this.type = type;
        this.prototype = prototype;
        this.descriptor = descriptor;
        this.ownFields = ownFields;
    }

    /**
     * Return the blank instance from which others are made.
     *
     * @return the prototype, or {@code null} if the class is abstract
     */
    public @Nullable Instrumented prototype() {
        return prototype;
    }

    /**
     * Return the mapping that the annotations state.
     *
     * @return the mapping, or {@code null} if the class is not annotated
     * @throws MappingException if an attribute cannot be what its annotations state
     */
    public @Nullable Mapping<E> mapping() {
        if (mapping == null && descriptor != null) {
            mapping = descriptor.mapping();
        }
        return mapping;
    }

    /**
     * Return the persistent fields.
     *
     * @return the fields in the order of their indexes, inherited ones first
     * @throws MappingException if an attribute cannot be what its annotations state
     */
    public List<Field> fields() {
        List<Field> all = new ArrayList<>();
        Declaration<?> inherited = DeclaredMappings.nearest(type.getSuperclass());
        if (inherited != null) {
            all.addAll(inherited.fields());
        }
        Mapping<E> declared = mapping();
        if (declared == null) {
            all.addAll(ownFields);
        } else {
            for (String name : declared.names()) {
                all.add(new Field(name, fieldClass(declared, name)));
            }
        }
        return all;
    }

    private static Class<?> fieldClass(Mapping<?> mapping, String name) {
        for (PropertyMapping<?> property : mapping.properties()) {
            if (property.name().equals(name)) {
                return property.fieldClass();
            }
        }
        for (RelationshipMapping relationship : mapping.relationships()) {
            if (relationship.name().equals(name)) {
                return relationship.fieldClass();
            }
        }
        throw new MappingException("Class [%s] has no property [%s]; it has %s"
                .formatted(mapping.type().getName(), name, mapping.names()));
    }

    /**
     * Return a relationship of the class, its own or an inherited one, as its annotations state it.
     *
     * @param index the field's index
     * @return the relationship, or {@code null} if the field is none
     * @throws MappingException if an attribute cannot be what its annotations state
     */
    public @Nullable RelationshipMapping relationship(int index) {
        return index < 0 || index >= relationships().size()
                ? null
                : relationships().get(index);
    }

    /**
     * Return the index of a relationship of the class, its own or an inherited one.
     *
     * @param name the field's name
     * @return the index, or -1 if there is no relationship of this name
     * @throws MappingException if an attribute cannot be what its annotations state
     */
    public int relationshipIndex(String name) {
        List<@Nullable RelationshipMapping> all = relationships();
        for (int i = 0; i < all.size(); i++) {
            RelationshipMapping each = all.get(i);
            if (each != null && each.name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private List<@Nullable RelationshipMapping> relationships() {
        List<@Nullable RelationshipMapping> known = byIndex;
        if (known == null) {
            known = Collections.unmodifiableList(collectRelationships());
            byIndex = known;
        }
        return known;
    }

    private List<@Nullable RelationshipMapping> collectRelationships() {
        List<@Nullable RelationshipMapping> all = new ArrayList<>();
        Declaration<?> inherited = DeclaredMappings.nearest(type.getSuperclass());
        if (inherited != null) {
            all.addAll(inherited.relationships());
        }
        Mapping<E> declared = mapping();
        if (declared == null) {
            ownFields.forEach(each -> all.add(null));
            return all;
        }
        for (String name : declared.names()) {
            all.add(declared.relationships().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(null));
        }
        return all;
    }
}
