package io.athanor.processor.enhance;

import org.jspecify.annotations.Nullable;

/**
 * What a mapped class's own file does not tell about the types above it.
 *
 * @param mappedAncestor internal name of the nearest mapped class above it, or {@code null} if there is none
 * @param serializable whether the class implements {@link java.io.Serializable}, itself or through an ancestor
 * @since 0.1.0
 */
public record Ancestry(@Nullable String mappedAncestor, boolean serializable) {}
