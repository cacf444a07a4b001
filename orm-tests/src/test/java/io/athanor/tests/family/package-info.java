/** Mapped classes that refer to each other in every way. */
package io.athanor.tests.family;
