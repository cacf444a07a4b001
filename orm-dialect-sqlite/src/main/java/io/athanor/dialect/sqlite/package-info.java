/** SQLite as the engine sees it. */
@NullMarked
package io.athanor.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
