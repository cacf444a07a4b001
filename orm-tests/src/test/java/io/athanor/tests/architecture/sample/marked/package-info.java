/** A package that says what it says about null. */
@NullMarked
package io.athanor.tests.architecture.sample.marked;

import org.jspecify.annotations.NullMarked;
