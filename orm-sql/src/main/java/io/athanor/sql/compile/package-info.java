/** Turns a statement's nodes into SQL text with the order of its bound values. */
@NullMarked
package io.athanor.sql.compile;

import org.jspecify.annotations.NullMarked;
