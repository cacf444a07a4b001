package io.athanor.processor.model;

/**
 * What {@code @Deferred} says about a field.
 *
 * @param group the columns that are loaded together with it, or empty
 * @param isRaising whether using it is an error
 * @since 0.1.0
 */
public record DeferralModel(String group, boolean isRaising) {}
