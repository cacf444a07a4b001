/** Random queries, which all databases must answer alike. */
@NullMarked
package io.athanor.tests.differential;

import org.jspecify.annotations.NullMarked;
