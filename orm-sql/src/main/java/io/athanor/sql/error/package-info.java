/** The root of every exception that Athanor throws, and the exceptions of a wrongly built expression. */
@NullMarked
package io.athanor.sql.error;

import org.jspecify.annotations.NullMarked;
