/** MariaDB and MySQL as the engine sees them. */
@NullMarked
package io.athanor.dialect.mariadb;

import org.jspecify.annotations.NullMarked;
