/** Runs the same units of work through several libraries, on the same connection, and compares them with plain JDBC. */
@NullMarked
package io.athanor.benchmarks;

import org.jspecify.annotations.NullMarked;
