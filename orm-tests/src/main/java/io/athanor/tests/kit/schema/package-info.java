/** Suites of what a schema holds: tables, names, constraints, sequences, views. */
@NullMarked
package io.athanor.tests.kit.schema;

import org.jspecify.annotations.NullMarked;
