package io.athanor.tests.architecture.sample.inner;

/** Lies in a package that is not exported. */
public class Inner {
    public Inner() {}
}
