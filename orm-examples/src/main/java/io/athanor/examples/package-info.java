/** Runnable examples, a package for each program. */
@NullMarked
package io.athanor.examples;

import org.jspecify.annotations.NullMarked;
