package io.athanor.orm.mapping;

import io.athanor.orm.instrument.Instrumented;
import java.util.ArrayList;
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
        return descriptor == null ? null : descriptor.mapping();
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
        Mapping<E> mapping = mapping();
        if (mapping == null) {
            all.addAll(ownFields);
        } else {
            mapping.properties().forEach(each -> all.add(new Field(each.name(), each.fieldClass())));
        }
        return all;
    }
}
