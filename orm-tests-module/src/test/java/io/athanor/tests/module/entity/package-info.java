/** Mapped classes in a package that is opened to nobody. */
@NullMarked
package io.athanor.tests.module.entity;

import org.jspecify.annotations.NullMarked;
