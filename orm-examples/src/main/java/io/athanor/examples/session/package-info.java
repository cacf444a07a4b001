/** The patterns of using sessions. */
@NullMarked
package io.athanor.examples.session;

import org.jspecify.annotations.NullMarked;
