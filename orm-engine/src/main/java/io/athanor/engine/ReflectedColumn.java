package io.athanor.engine;

import io.athanor.engine.dialect.Reflected;
import io.athanor.sql.schema.ColumnSpec;
import io.athanor.sql.schema.ReflectSpec;
import io.athanor.sql.schema.Sequence.Options;
import io.athanor.sql.schema.SequenceSpec;
import io.athanor.sql.schema.TableSpec;
import io.athanor.sql.tree.LiteralColumn;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.StorageKind;
import java.util.List;

/** States a column as the catalogue tells it. */
final class ReflectedColumn {
    private ReflectedColumn() {}

    static void add(
            TableSpec table, Reflected.Column column, ReflectSpec.ColumnDraft draft, List<String> columnsOfKey) {
        add(table, column, draft, draft.type(), columnsOfKey);
    }

    private static <T> void add(
            TableSpec table,
            Reflected.Column column,
            ReflectSpec.ColumnDraft draft,
            SqlType<T> type,
            List<String> columnsOfKey) {
        table.column(column.name(), type, spec -> {
            if (!draft.key().equals(column.name())) {
                spec.key(draft.key());
            }
            state(spec, column, type, columnsOfKey);
        });
    }

    private static <T> void state(
            ColumnSpec<T> spec, Reflected.Column column, SqlType<T> type, List<String> columnsOfKey) {
        boolean isInKey = columnsOfKey.contains(column.name());
        boolean isNumbered = isInKey && column.autoincrement();
        Reflected.Identity identity = column.identity();
        Reflected.Computed computed = column.computed();
        if (!column.nullable() && !isInKey && identity == null) {
            spec.notNull();
        }
        if (column.traits().isQuoted()) {
            spec.quoted();
        }
        if (column.comment() != null) {
            spec.comment(column.comment());
        }
        if (column.serverDefault() != null && !isNumbered && identity == null) {
            spec.serverDefault(new LiteralColumn<>(column.serverDefault(), type));
        }
        if (identity != null && identity.isAlways()) {
            spec.identityAlways(counting -> state(counting, identity.options()));
        } else if (identity != null) {
            spec.identity(counting -> state(counting, identity.options()));
        } else if (isNumbered) {
            spec.autoincrement(true);
        } else if (columnsOfKey.size() == 1 && isInKey && isInteger(type)) {
            spec.autoincrement(false);
        }
        if (computed != null) {
            Boolean isStored = computed.isStored();
            LiteralColumn<T> value = new LiteralColumn<>(computed.sql(), type);
            if (isStored == null) {
                spec.computed(value);
            } else {
                spec.computed(value, isStored);
            }
        }
    }

    private static boolean isInteger(SqlType<?> type) {
        StorageKind kind = type.kind();
        return kind == StorageKind.INTEGER || kind == StorageKind.BIGINT || kind == StorageKind.SMALLINT;
    }

    private static void state(SequenceSpec spec, Options options) {
        if (options.start() != null) {
            spec.start(options.start());
        }
        if (options.increment() != null) {
            spec.increment(options.increment());
        }
        if (options.minimum() != null) {
            spec.minimum(options.minimum().value());
        }
        if (options.maximum() != null) {
            spec.maximum(options.maximum().value());
        }
        if (options.cycle() != null) {
            spec.cycle(options.cycle());
        }
        if (options.cache() != null) {
            spec.cache(options.cache());
        }
    }
}
