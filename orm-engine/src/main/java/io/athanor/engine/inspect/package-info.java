/** What a database holds, as its catalogue tells it. */
@NullMarked
package io.athanor.engine.inspect;

import org.jspecify.annotations.NullMarked;
