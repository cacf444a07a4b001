/** The entities of a blog, as the tutorial and the example of sessions use them. */
@NullMarked
package io.athanor.examples.blog;

import org.jspecify.annotations.NullMarked;
