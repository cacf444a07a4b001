/** The annotation processor that writes the metamodel of mapped classes and has them instrumented. */
@NullMarked
package io.athanor.processor;

import org.jspecify.annotations.NullMarked;
