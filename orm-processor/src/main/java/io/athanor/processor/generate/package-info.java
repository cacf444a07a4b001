/** Writes the metamodel and the descriptor of a mapped class as source. */
@NullMarked
package io.athanor.processor.generate;

import org.jspecify.annotations.NullMarked;
