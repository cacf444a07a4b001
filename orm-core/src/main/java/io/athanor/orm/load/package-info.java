/** Turns statements over entities into plans: resolved, compiled, and with what makes instances of their rows. */
@NullMarked
package io.athanor.orm.load;

import org.jspecify.annotations.NullMarked;
