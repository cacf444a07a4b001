/** Mapping that is out of the ordinary. */
@NullMarked
package io.athanor.examples.shop;

import org.jspecify.annotations.NullMarked;
