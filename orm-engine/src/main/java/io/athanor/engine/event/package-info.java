/** What an engine tells its listeners; names nothing of the engine itself. */
@NullMarked
package io.athanor.engine.event;

import org.jspecify.annotations.NullMarked;
