/** What things cost: ceilings that every build checks, never by the clock; microbenchmarks that are run by hand. */
@NullMarked
package io.athanor.tests.benchmark;

import org.jspecify.annotations.NullMarked;
