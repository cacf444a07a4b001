/** The entities as this library maps them. */
@NullMarked
package io.athanor.benchmarks.model;

import org.jspecify.annotations.NullMarked;
