/** The dialect compliance kit: {@link io.athanor.tests.DialectKit} is what the author of a dialect extends. */
@NullMarked
package io.athanor.tests;

import org.jspecify.annotations.NullMarked;
