/** The databases that suites run on, and what all suites have in common. */
package io.athanor.tests.database;
