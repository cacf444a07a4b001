/** What can go wrong between the engine and a database, as unchecked exceptions sorted by what the caller can do. */
@NullMarked
package io.athanor.engine.error;

import org.jspecify.annotations.NullMarked;
