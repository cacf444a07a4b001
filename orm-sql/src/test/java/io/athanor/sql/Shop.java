package io.athanor.sql;

import static io.athanor.sql.type.SqlTypes.BOOLEAN;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSource;
import io.athanor.sql.schema.TypedTable;
import io.athanor.sql.tree.SqlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The tables of the tests of statements, and what such a statement compiles to. */
final class Shop {
    static final MetaData META = new MetaData();
    static final Account ACCOUNT = Table.typed(META, "account", Account::new);
    static final Item ITEM = Table.typed(META, "item", Item::new);
    static final Node NODE = Table.typed(META, "node", Node::new);

    private Shop() {}

    static final class Account extends TypedTable {
        final Column<Integer> id = column("id", INTEGER, c -> c.primaryKey());
        final Column<String> name = column("name", STRING, c -> {});
        final Column<Integer> age = column("age", INTEGER, c -> {});
        final Column<Boolean> active = column("active", BOOLEAN, c -> {});

        Account(TableSource source) {
            super(source);
        }
    }

    static final class Item extends TypedTable {
        final Column<Integer> id = column("id", INTEGER, c -> c.primaryKey());
        final Column<Integer> accountId = column("account_id", INTEGER, c -> c.references("account.id"));
        final Column<String> sku = column("sku", STRING, c -> {});

        Item(TableSource source) {
            super(source);
        }
    }

    static final class Node extends TypedTable {
        final Column<Integer> id = column("id", INTEGER, c -> c.primaryKey());
        final Column<Integer> parentId = column("parent_id", INTEGER, c -> c.references("node.id"));

        Node(TableSource source) {
            super(source);
        }
    }

    /** The SQL with a {@code ?} for each value, white space folded. */
    static String sql(SqlNode node) {
        StructureKey key = StructureKey.of(node);
        return fold(new SqlCompiler(CompilerSettings.STANDARD)
                .compileNode(node, key)
                .bind(key.binds(), Map.of())
                .sql());
    }

    /** The values in the order of the text. */
    static List<Object> values(SqlNode node) {
        StructureKey key = StructureKey.of(node);
        return Arrays.asList(new SqlCompiler(CompilerSettings.STANDARD)
                .compileNode(node, key)
                .bind(key.binds(), Map.of())
                .values());
    }

    private static String fold(String sql) {
        return sql.replaceAll("\\s+", " ").strip();
    }
}
