package io.athanor.orm.mapping;

import org.jspecify.annotations.Nullable;

/**
 * How a property is loaded that is not loaded along with its instance. Immutable.
 *
 * @param group the properties that are loaded together, or {@code null}
 * @param isRaising whether using it is an error
 * @since 0.1.0
 */
public record Deferral(@Nullable String group, boolean isRaising) {}
