/** Turns schema elements into CREATE and DROP statements. */
@NullMarked
package io.athanor.sql.ddl;

import org.jspecify.annotations.NullMarked;
