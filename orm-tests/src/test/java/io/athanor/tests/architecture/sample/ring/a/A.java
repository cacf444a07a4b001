package io.athanor.tests.architecture.sample.ring.a;

import io.athanor.tests.architecture.sample.ring.b.B;

/** One half of a ring. */
public class A {
    public B other() {
        return new B();
    }
}
