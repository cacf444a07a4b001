package io.athanor.tests.architecture.sample.low;

import io.athanor.tests.architecture.sample.high.High;

/** Uses what lies above it, in an array so that the element type must be looked at. */
public class Low {
    High[] above = {};

    public Low() {}
}
