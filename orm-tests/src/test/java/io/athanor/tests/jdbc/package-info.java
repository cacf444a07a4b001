/** Proxies under an engine that record what a driver is told; independent of what the library says of itself. */
package io.athanor.tests.jdbc;
