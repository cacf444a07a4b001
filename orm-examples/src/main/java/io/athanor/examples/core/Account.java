package io.athanor.examples.core;

import static io.athanor.sql.type.SqlTypes.BOOLEAN;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.TIMESTAMP;
import static io.athanor.sql.type.SqlTypes.numeric;
import static io.athanor.sql.type.SqlTypes.string;

import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.TableSource;
import io.athanor.sql.schema.TypedTable;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/** A table whose columns are fields. */
final class Account extends TypedTable {
    final Column<Integer> id = column("id", INTEGER, c -> c.primaryKey());
    final Column<String> name = column("name", string(50), c -> c.notNull().unique());
    final Column<String> fullName = column("full_name", string(100), c -> {});
    final Column<Integer> age = column("age", INTEGER, c -> c.defaultValue(0));
    final Column<BigDecimal> balance = column("balance", numeric(10, 2), c -> {});
    final Column<Boolean> active = column("active", BOOLEAN, c -> c.notNull().defaultValue(true));
    final Column<LocalDateTime> created = column("created", TIMESTAMP, c -> c.onUpdate(LocalDateTime::now));

    Account(TableSource source) {
        super(source);
    }
}
