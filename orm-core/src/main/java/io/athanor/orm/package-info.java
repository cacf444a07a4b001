/** The words of the ORM, to be imported statically. */
@NullMarked
package io.athanor.orm;

import org.jspecify.annotations.NullMarked;
