package io.athanor.tests.architecture.sample.ring.b;

import io.athanor.tests.architecture.sample.ring.a.A;

/** The other half. */
public class B {
    public A other() {
        return new A();
    }
}
