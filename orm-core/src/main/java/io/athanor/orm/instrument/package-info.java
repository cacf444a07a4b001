/**
 * What an enhanced class and the session tell each other: field access without reflection, hooks on read and write, and
 * collections that report what is done to them.
 */
@NullMarked
package io.athanor.orm.instrument;

import org.jspecify.annotations.NullMarked;
