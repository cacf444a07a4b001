/** Microbenchmarks; run by hand, never asserted by the clock. */
@NullMarked
package io.athanor.tests.benchmark;

import org.jspecify.annotations.NullMarked;
