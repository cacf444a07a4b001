/** The engine: connections, transactions and results of one database, above dialect and pool. */
@NullMarked
package io.athanor.engine;

import org.jspecify.annotations.NullMarked;
