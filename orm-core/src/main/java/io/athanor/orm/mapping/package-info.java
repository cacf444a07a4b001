/** What a user states of a mapped class, by annotations or by a builder, and where enhanced classes announce themselves. */
@NullMarked
package io.athanor.orm.mapping;

import org.jspecify.annotations.NullMarked;
