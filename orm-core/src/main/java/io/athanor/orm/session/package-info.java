/** The session: the door to the database for objects, and the factory of sessions. */
@NullMarked
package io.athanor.orm.session;

import org.jspecify.annotations.NullMarked;
