/** Queries of a session: clauses that copy, verbs that run. */
@NullMarked
package io.athanor.orm.query;

import org.jspecify.annotations.NullMarked;
