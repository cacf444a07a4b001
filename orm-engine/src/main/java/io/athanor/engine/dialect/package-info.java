/** What a database is, for the engine: the collaborators that a dialect supplies, and how dialects are found. */
@NullMarked
package io.athanor.engine.dialect;

import org.jspecify.annotations.NullMarked;
