/** The entities as the standard's annotations map them. */
@NullMarked
package io.athanor.benchmarks.peer.hibernate;

import org.jspecify.annotations.NullMarked;
