package io.athanor.examples.core;

/**
 * What a row is read into, by the names of its components.
 *
 * @param name the name
 * @param age the age, or {@code null}
 * @since 0.1.0
 */
public record NameAge(String name, Integer age) {}
