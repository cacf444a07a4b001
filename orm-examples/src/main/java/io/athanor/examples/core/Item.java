package io.athanor.examples.core;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.numeric;

import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.TableSource;
import io.athanor.sql.schema.TypedTable;
import java.math.BigDecimal;

/** What an account has bought. */
final class Item extends TypedTable {
    final Column<Integer> id = column("id", INTEGER, c -> c.primaryKey());
    final Column<Integer> accountId = column(
            "account_id", INTEGER, c -> c.references("account.id", key -> key.onDelete(ForeignKey.Action.CASCADE)));
    final Column<Integer> qty = column("qty", INTEGER, c -> {});
    final Column<BigDecimal> price = column("price", numeric(8, 2), c -> {});

    Item(TableSource source) {
        super(source);
    }
}
