/** What a database holds: tables, columns, keys, and the metadata that collects them. */
@NullMarked
package io.athanor.sql.schema;

import org.jspecify.annotations.NullMarked;
