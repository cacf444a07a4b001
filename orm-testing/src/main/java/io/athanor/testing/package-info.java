/** Assertions on how many statements a piece of code sends, and sessions that are rolled back after each test. */
@NullMarked
package io.athanor.testing;

import org.jspecify.annotations.NullMarked;
