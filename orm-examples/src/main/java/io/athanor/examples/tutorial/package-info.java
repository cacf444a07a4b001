/** The first part of the Object Relational Tutorial, run for real. */
@NullMarked
package io.athanor.examples.tutorial;

import org.jspecify.annotations.NullMarked;
