/** Suites of the ORM upon a dialect. */
@NullMarked
package io.athanor.tests.kit.orm;

import org.jspecify.annotations.NullMarked;
