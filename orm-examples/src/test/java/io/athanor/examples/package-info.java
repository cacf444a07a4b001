/** What the documentation shows, compiled and run. */
@NullMarked
package io.athanor.examples;

import org.jspecify.annotations.NullMarked;
