/** PostgreSQL as the engine sees it. */
@NullMarked
package io.athanor.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
