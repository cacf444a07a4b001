package io.athanor.orm.mapper;

import io.athanor.orm.mapping.DeclaredColumn;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.PropertyMapping;
import io.athanor.orm.mapping.SecondaryTable;
import io.athanor.sql.schema.Column;
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

    /** Define a secondary table, if all tables that it refers to are there; return whether they are. */
    static boolean define(SecondaryTable secondary, MetaData metadata) {
        boolean isReady = secondary.references().stream()
                .allMatch(each -> metadata.find(tableOf(each)).isPresent());
        if (isReady) {
            Table.of(metadata, secondary.name(), table -> {
                for (int i = 0; i < secondary.columns().size(); i++) {
                    String reference = secondary.references().get(i);
                    Column<?> referred = metadata.table(tableOf(reference))
                            .column(reference.substring(reference.lastIndexOf('.') + 1));
                    addReference(table, secondary.columns().get(i), referred, reference);
                }
            });
        }
        return isReady;
    }

    private static String tableOf(String reference) {
        return reference.substring(0, Math.max(0, reference.lastIndexOf('.')));
    }

    private static <T> void addReference(TableSpec table, String name, Column<T> referred, String reference) {
        table.column(name, referred.type(), column -> column.primaryKey().references(reference));
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
