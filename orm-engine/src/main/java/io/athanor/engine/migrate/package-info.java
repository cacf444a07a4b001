/** The difference between declared tables and a database, and the statements that remove it. */
@NullMarked
package io.athanor.engine.migrate;

import org.jspecify.annotations.NullMarked;
