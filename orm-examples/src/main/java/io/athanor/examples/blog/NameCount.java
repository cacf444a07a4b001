package io.athanor.examples.blog;

import io.athanor.orm.mapping.Projected;

/**
 * How many users have a name.
 *
 * @param name the name
 * @param count how many
 */
@Projected
public record NameCount(String name, long count) {}
