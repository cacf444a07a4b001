package io.athanor.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * What {@code @Column} says about a field, and {@code @Deferred}.
 *
 * @param name the column's name, empty if it follows from the field
 * @param nullable whether the column may hold NULL
 * @param unique whether equal values are refused
 * @param length the length, or -1
 * @param references the column referred to, as {@code table.column}, or empty
 * @param deferral what {@code @Deferred} says, or {@code null}
 * @since 0.1.0
 */
public record ColumnModel(
        String name,
        boolean nullable,
        boolean unique,
        int length,
        String references,
        @Nullable DeferralModel deferral) {}
