/** Strings that want to be more than a value or a name, in every place that takes a string. */
package io.athanor.tests.hostile;
