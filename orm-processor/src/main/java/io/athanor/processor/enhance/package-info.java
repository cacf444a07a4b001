/** Rewrites compiled classes so that persistent fields are read and written through a tracker. */
@NullMarked
package io.athanor.processor.enhance;

import org.jspecify.annotations.NullMarked;
