/** The libraries compared, each used as its own documentation recommends. */
@NullMarked
package io.athanor.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
