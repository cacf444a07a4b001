/** The instances that a session holds: one state object for each, and the identity map that finds it by its key. */
@NullMarked
package io.athanor.orm.identity;

import org.jspecify.annotations.NullMarked;
