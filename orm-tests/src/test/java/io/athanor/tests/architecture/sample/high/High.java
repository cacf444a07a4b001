package io.athanor.tests.architecture.sample.high;

/** Is used from below. */
public class High {
    public High() {}
}
