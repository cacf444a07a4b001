/** What can be learned of an instance: its lifecycle and the history of its attributes, and the errors about it. */
@NullMarked
package io.athanor.orm.state;

import org.jspecify.annotations.NullMarked;
