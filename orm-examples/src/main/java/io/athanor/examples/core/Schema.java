package io.athanor.examples.core;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;

import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;

/** The tables of the example: two of a class each, and one whose columns are asked for by name and type. */
final class Schema {
    static final MetaData META = new MetaData();
    static final Account ACCOUNT = Table.typed(META, "account", Account::new);
    static final Item ITEM = Table.typed(META, "item", Item::new);
    static final Table NODE = Table.of(
            META,
            "node",
            t -> t.column("id", INTEGER, c -> c.primaryKey())
                    .column("parent_id", INTEGER, c -> c.references("node.id"))
                    .column("label", string(30)));
    static final Column<Integer> NODE_ID = NODE.column("id", INTEGER);
    static final Column<Integer> PARENT_ID = NODE.column("parent_id", INTEGER);
    static final Column<String> LABEL = NODE.column("label", STRING);

    private Schema() {}
}
