/** What keeps the house in its shape: arrows between packages, sizes, and what may not be named where. */
@NullMarked
package io.athanor.tests.architecture;

import org.jspecify.annotations.NullMarked;
