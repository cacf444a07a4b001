/** How the author of a dialect runs the compliance kit: a class to extend, and what is gated by capabilities. */
@NullMarked
package io.athanor.tests.kit;

import org.jspecify.annotations.NullMarked;
