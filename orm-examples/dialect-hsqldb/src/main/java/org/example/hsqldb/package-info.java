/** A dialect of HSQLDB. */
@NullMarked
package org.example.hsqldb;

import org.jspecify.annotations.NullMarked;
