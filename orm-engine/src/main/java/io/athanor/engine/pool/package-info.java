/** Where connections come from and go to, and who holds them. */
@NullMarked
package io.athanor.engine.pool;

import org.jspecify.annotations.NullMarked;
