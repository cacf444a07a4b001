/** SQL types: the Java type, the storage kind and pure value conversion, without any I/O. */
@NullMarked
package io.athanor.sql.type;

import org.jspecify.annotations.NullMarked;
