package io.athanor.tests.benchmark;

/** How many have a name. */
public record Tally(String name, long count) {}
