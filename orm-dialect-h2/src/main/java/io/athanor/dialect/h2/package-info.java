/** H2 as the engine sees it. */
@NullMarked
package io.athanor.dialect.h2;

import org.jspecify.annotations.NullMarked;
