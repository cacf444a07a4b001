/** What engine, pool and transactions do when something goes wrong, on every database that is there. */
package io.athanor.tests.fault;
