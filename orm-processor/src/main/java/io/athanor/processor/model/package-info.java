/** Reads mapped classes from the compiler's view of the source and reports what breaks a rule. */
@NullMarked
package io.athanor.processor.model;

import org.jspecify.annotations.NullMarked;
