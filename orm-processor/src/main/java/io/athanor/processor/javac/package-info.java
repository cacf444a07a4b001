/** Listens to javac and enhances the class files that it has just written. */
@NullMarked
package io.athanor.processor.javac;

import org.jspecify.annotations.NullMarked;
