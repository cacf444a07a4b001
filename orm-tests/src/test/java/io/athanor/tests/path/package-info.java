/** How the library stands on the class path. */
@NullMarked
package io.athanor.tests.path;

import org.jspecify.annotations.NullMarked;
