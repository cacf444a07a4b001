/** Sources compiled within a test, with or without the processor. */
package io.athanor.tests.compile;
