/** The words of the SQL expression language, to be imported statically. */
@NullMarked
package io.athanor.sql;

import org.jspecify.annotations.NullMarked;
