package io.athanor.orm.mapping;

/**
 * Gives the mapping of an annotated class. Written by the processor, one per class; not for application code.
 *
 * @param <E> the mapped class
 * @since 0.1.0
 */
public interface Descriptor<E> {
    /**
     * Return the mapping that the annotations state.
     *
     * @return a {@linkplain Mapping#declared declared} mapping, whose attributes are listed in the order of the fields
     */
    Mapping<E> mapping();
}
