package io.athanor.orm.mapper;

import io.athanor.orm.mapping.DeclaredColumn;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.PropertyMapping;
import io.athanor.sql.schema.ColumnSpec;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSpec;
import org.jspecify.annotations.Nullable;

/** Defines the table of a declared mapping, and names what the mapping leaves unnamed. */
final class TableDefiner {
    private TableDefiner() {}

    static String tableName(Mapping<?> mapping) {
        return mapping.tableName().isEmpty() ? mapping.type().getSimpleName() : mapping.tableName();
    }

    static String columnName(PropertyMapping<?> property) {
        DeclaredColumn<?> declared = property.declared();
        return declared == null || declared.name() == null ? property.name() : declared.name();
    }

    static Table define(Mapping<?> mapping, MetaData metadata) {
        return Table.of(metadata, tableName(mapping), table -> {
            for (PropertyMapping<?> property : mapping.properties()) {
                addColumn(table, columnName(property), property.declared());
            }
        });
    }

    private static <T> void addColumn(TableSpec table, String name, @Nullable DeclaredColumn<T> declared) {
        if (declared != null) {
            table.column(name, declared.type(), column -> state(column, declared));
        }
    }

    private static void state(ColumnSpec<?> column, DeclaredColumn<?> declared) {
        if (declared.constraints().isId()) {
            column.primaryKey();
        }
        if (declared.constraints().isNotNull()) {
            column.notNull();
        }
        if (declared.constraints().isUnique()) {
            column.unique();
        }
        if (declared.references() != null) {
            column.references(declared.references());
        }
    }
}
