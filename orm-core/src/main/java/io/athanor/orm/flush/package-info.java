/** The unit of work: finds what changed, orders it and writes it. */
@NullMarked
package io.athanor.orm.flush;

import org.jspecify.annotations.NullMarked;
