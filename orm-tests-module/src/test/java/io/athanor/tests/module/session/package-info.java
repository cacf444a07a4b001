/** The session as an application in a named module uses it. */
@NullMarked
package io.athanor.tests.module.session;

import org.jspecify.annotations.NullMarked;
