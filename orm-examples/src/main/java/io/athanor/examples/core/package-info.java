/** The SQL expression language without the mapper: tables, changes, queries and results. */
@NullMarked
package io.athanor.examples.core;

import org.jspecify.annotations.NullMarked;
