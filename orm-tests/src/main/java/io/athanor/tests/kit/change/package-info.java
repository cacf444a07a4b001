/** Suites of INSERT, UPDATE and DELETE. */
@NullMarked
package io.athanor.tests.kit.change;

import org.jspecify.annotations.NullMarked;
