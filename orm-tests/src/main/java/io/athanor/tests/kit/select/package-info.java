/** Suites of what is asked: SELECT and the expressions within it. */
@NullMarked
package io.athanor.tests.kit.select;

import org.jspecify.annotations.NullMarked;
