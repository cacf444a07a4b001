/** Suites of values: what is put in comes out. */
@NullMarked
package io.athanor.tests.kit.type;

import org.jspecify.annotations.NullMarked;
