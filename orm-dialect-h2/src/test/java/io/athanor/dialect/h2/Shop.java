package io.athanor.dialect.h2;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;

import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;

/** The tables that most tests use. */
final class Shop {
    final MetaData metadata = new MetaData();
    final Table users = Table.of(
            metadata,
            "users",
            t -> t.column("id", INTEGER, c -> c.primaryKey())
                    .column("name", STRING, c -> c.unique())
                    .column("fullname", STRING));
    final Table addresses = Table.of(
            metadata,
            "addresses",
            t -> t.column("id", INTEGER, c -> c.primaryKey())
                    .column("email", string(50), c -> c.notNull())
                    .column("user_id", INTEGER, c -> c.references("users.id")));
    final Column<Integer> userId = users.column("id", INTEGER);
    final Column<String> name = users.column("name", STRING);
    final Column<String> fullname = users.column("fullname", STRING);
    final Column<String> email = addresses.column("email", STRING);
    final Column<Integer> owner = addresses.column("user_id", INTEGER);
}
