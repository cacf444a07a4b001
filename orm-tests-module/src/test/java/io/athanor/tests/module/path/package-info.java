/** How the modules stand to each other when a Java virtual machine resolves them. */
@NullMarked
package io.athanor.tests.module.path;

import org.jspecify.annotations.NullMarked;
