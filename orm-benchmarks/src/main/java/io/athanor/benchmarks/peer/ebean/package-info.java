/** The entities as the standard's annotations map them. */
@NullMarked
package io.athanor.benchmarks.peer.ebean;

import org.jspecify.annotations.NullMarked;
