/** The immutable nodes of the expression language and their visitor; data without SQL text and without a dialect. */
@NullMarked
package io.athanor.sql.tree;

import org.jspecify.annotations.NullMarked;
