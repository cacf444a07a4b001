package io.athanor.tests.model;

import io.athanor.orm.mapping.Projected;

/** What rows become by a generated factory; an entity among it. */
@Projected
public record NameTally(String name, long tally, User one) {}
