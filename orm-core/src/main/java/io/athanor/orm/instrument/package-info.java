/** What an enhanced class and the session tell each other: field access without reflection, and hooks on read and write. */
@NullMarked
package io.athanor.orm.instrument;

import org.jspecify.annotations.NullMarked;
