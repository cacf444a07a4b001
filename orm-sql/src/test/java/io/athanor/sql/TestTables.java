package io.athanor.sql;

import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSource;
import io.athanor.sql.schema.TypedTable;
import io.athanor.sql.type.Json;
import io.athanor.sql.type.SqlTypes;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/** The table of the tests of expressions. */
final class TestTables {
    static final Account ACCOUNT = Table.typed(new MetaData(), "account", Account::new);

    private TestTables() {}

    static final class Account extends TypedTable {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, c -> c.primaryKey());
        final Column<String> name = column("name", SqlTypes.string(50), c -> {});
        final Column<Integer> age = column("age", SqlTypes.INTEGER, c -> {});
        final Column<BigDecimal> balance = column("balance", SqlTypes.numeric(10, 2), c -> {});
        final Column<Boolean> active = column("active", SqlTypes.BOOLEAN, c -> {});
        final Column<LocalDateTime> created = column("created", SqlTypes.TIMESTAMP, c -> {});
        final Column<Json> data = column("data", SqlTypes.JSON, c -> {});

        Account(TableSource source) {
            super(source);
        }
    }
}
