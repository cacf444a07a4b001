/** The whole Object Relational Tutorial, run for real, a class for each chapter. */
@NullMarked
package io.athanor.examples.tutorial;

import org.jspecify.annotations.NullMarked;
