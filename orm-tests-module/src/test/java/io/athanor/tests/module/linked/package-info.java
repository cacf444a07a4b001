/** An application of the library, cut down to an image of its own. */
@NullMarked
package io.athanor.tests.module.linked;

import org.jspecify.annotations.NullMarked;
