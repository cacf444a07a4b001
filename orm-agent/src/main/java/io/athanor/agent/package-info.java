/** Enhances mapped classes when they are loaded, for compilers that cannot do it when they are compiled. */
@NullMarked
package io.athanor.agent;

import org.jspecify.annotations.NullMarked;
