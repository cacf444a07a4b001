/** The databases that suites run on, and what all suites have in common. */
@NullMarked
package io.athanor.tests.database;

import org.jspecify.annotations.NullMarked;
