/** Proxies under an engine that record what a driver is told; independent of what the library says of itself. */
@NullMarked
package io.athanor.tests.jdbc;

import org.jspecify.annotations.NullMarked;
