/** Metrics of an engine as meters of Micrometer. */
@NullMarked
package io.athanor.micrometer;

import org.jspecify.annotations.NullMarked;
