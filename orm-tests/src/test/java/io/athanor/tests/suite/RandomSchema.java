package io.athanor.tests.suite;

import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.BOOLEAN;
import static io.athanor.sql.type.SqlTypes.BYTES;
import static io.athanor.sql.type.SqlTypes.DATE;
import static io.athanor.sql.type.SqlTypes.DOUBLE;
import static io.athanor.sql.type.SqlTypes.FLOAT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.JSON;
import static io.athanor.sql.type.SqlTypes.OFFSET_TIMESTAMP;
import static io.athanor.sql.type.SqlTypes.SMALLINT;
import static io.athanor.sql.type.SqlTypes.TEXT;
import static io.athanor.sql.type.SqlTypes.TIME;
import static io.athanor.sql.type.SqlTypes.TIMESTAMP;
import static io.athanor.sql.type.SqlTypes.UUID;
import static io.athanor.sql.type.SqlTypes.enumOf;
import static io.athanor.sql.type.SqlTypes.numeric;
import static io.athanor.sql.type.SqlTypes.string;

import io.athanor.sql.Sql;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.ColumnSpec;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.ForeignKey.Action;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSpec;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Tables by chance, the same for the same seed. The types of a column of one name can be converted into each other, so that
 * one schema can become another.
 */
final class RandomSchema {
    private static final List<String> TABLES = List.of("alpha", "Beta Two", "gamma", "select", "per % cent");
    private static final Map<String, List<SqlType<?>>> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("number", List.of(SMALLINT, INTEGER, BIGINT));
        COLUMNS.put("name", List.of(string(20), string(60), TEXT));
        COLUMNS.put(
                "Label", List.of(string(10), string(30), enumOf("red", "it's").asString()));
        COLUMNS.put("amount", List.of(numeric(8, 2), numeric(12, 3), numeric(9)));
        COLUMNS.put("ratio", List.of(FLOAT, DOUBLE));
        COLUMNS.put("is it", List.of(BOOLEAN));
        COLUMNS.put("day", List.of(DATE));
        COLUMNS.put("at", List.of(TIMESTAMP));
        COLUMNS.put("hour", List.of(TIME));
        COLUMNS.put("zoned", List.of(OFFSET_TIMESTAMP));
        COLUMNS.put("data", List.of(BYTES));
        COLUMNS.put("key", List.of(UUID));
        COLUMNS.put("json", List.of(JSON));
    }

    private final Random random;
    private final MetaData metadata = new MetaData();

    private RandomSchema(long seed) {
        this.random = new Random(seed);
    }

    static MetaData of(long seed) {
        RandomSchema schema = new RandomSchema(seed);
        TABLES.forEach(schema::addTable);
        return schema.metadata;
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    private void addTable(String name) {
        if (happens(30)) {
            return;
        }
        List<Table> before = metadata.tables();
        Table.of(metadata, name, spec -> {
            List<String> indexed = new ArrayList<>();
            addKey(spec);
            COLUMNS.forEach((column, types) -> {
                if (happens(50)) {
                    addColumn(spec, column, types.get(random.nextInt(types.size())));
                    if (isIndexable(column)) {
                        indexed.add(column);
                    }
                }
            });
            if (happens(30)) {
                spec.comment("about " + name);
            }
            addParts(spec, name, indexed);
            if (!before.isEmpty() && happens(60)) {
                addReference(spec, name, before.get(random.nextInt(before.size())));
            }
        });
    }

    private static boolean isIndexable(String column) {
        return List.of("number", "amount", "day", "at", "Label").contains(column);
    }

    private void addKey(TableSpec spec) {
        SqlType<?> type = happens(50) ? INTEGER : BIGINT;
        switch (random.nextInt(3)) {
            case 0 -> spec.column("id", type, id -> id.primaryKey().autoincrement(false));
            case 1 -> {
                spec.column("id", INTEGER);
                spec.column("place", INTEGER);
                spec.primaryKey("place", "id");
            }
            default -> spec.column("id", type, id -> id.primaryKey());
        }
    }

    private <T> void addColumn(TableSpec spec, String name, SqlType<T> type) {
        boolean isNotNull = happens(30);
        boolean isCommented = happens(20);
        boolean hasDefault = happens(30);
        spec.column(name, type, column -> {
            if (isNotNull) {
                column.notNull();
            }
            if (isCommented) {
                column.comment("it's " + name);
            }
            if (hasDefault) {
                addDefault(column, name, type);
            }
        });
    }

    private static <T> void addDefault(ColumnSpec<T> column, String name, SqlType<T> type) {
        String sql = switch (name) {
            case "number" -> "7";
            case "amount" -> "1.5";
            case "Label" -> "'red'";
            case "at" -> "CURRENT_TIMESTAMP";
            default -> "";
        };
        if (!sql.isEmpty()) {
            column.serverDefault(Sql.literalColumn(sql, type));
        }
    }

    private void addParts(TableSpec spec, String table, List<String> columns) {
        if (columns.size() > 1 && happens(50)) {
            spec.unique(List.of(columns.get(0), columns.get(1)), unique -> {
                if (happens(50)) {
                    unique.name("uq " + table);
                }
            });
        }
        if (!columns.isEmpty() && happens(50)) {
            String column = columns.get(columns.size() - 1);
            boolean isUnique = happens(30);
            boolean isDescending = happens(30);
            spec.index("ix " + table + " " + column, index -> {
                index.onSorted(column, isDescending, null);
                if (isUnique) {
                    index.unique();
                }
            });
        }
        if (columns.contains("amount") && happens(60)) {
            String least = happens(50) ? "0" : "-1.5";
            String other = spec.keyOf("number") == null ? "amount < 100" : "number IN (1, 2)";
            spec.check("ck " + table, Sql.literalColumn("amount > " + least + " OR " + other, BOOLEAN));
        }
        if (spec.keyOf("number") != null && happens(40)) {
            boolean isTwice = happens(50);
            spec.column(
                    "reckoned",
                    BIGINT,
                    column -> column.computed(Sql.literalColumn(isTwice ? "number * 2" : "number + 1", BIGINT), true));
        }
    }

    /** A key of two columns has no single one that a foreign key could refer to. */
    private void addReference(TableSpec spec, String table, Table target) {
        Column<?> key = target.primaryKey().get(0);
        if (target.primaryKey().size() > 1) {
            return;
        }
        spec.column("other", key.type());
        Action action =
                List.of(Action.CASCADE, Action.SET_NULL, Action.NO_ACTION).get(random.nextInt(3));
        spec.foreignKey(List.of("other"), new ForeignKey.Target(null, target.name(), List.of(key.name())), stated -> {
            stated.name("fk " + table);
            if (happens(60)) {
                stated.onDelete(action);
            }
        });
    }
}
