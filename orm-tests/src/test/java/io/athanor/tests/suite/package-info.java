/** What must hold on every database: abstract suites, run by one test class for each database. */
package io.athanor.tests.suite;
