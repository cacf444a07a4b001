/** Suites of connections, transactions, results and errors, and of what a dialect declares. */
@NullMarked
package io.athanor.tests.kit.run;

import org.jspecify.annotations.NullMarked;
