package io.athanor.engine.migrate;

import io.athanor.engine.Connection;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.dialect.Reflected.Kind;
import io.athanor.engine.dialect.SchemaReader;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.ddl.StoredForm;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.SequenceSpec;
import io.athanor.sql.schema.Table;
import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares declared tables with a database. */
final class SchemaComparison {
    private final Connection connection;
    private final MetaData declared;
    private final DiffSpec spec;
    private final Dialect dialect;
    private final SchemaReader reader;
    private final StoredForm stored;
    private final Names names;
    private final MetaData database = new MetaData();
    private final List<SchemaChange> changes = new ArrayList<>();

    SchemaComparison(Connection connection, MetaData declared, DiffSpec spec) {
        this.connection = connection;
        this.declared = declared;
        this.spec = spec;
        this.dialect = connection.dialect();
        this.reader = dialect.schema();
        this.stored = connection.ddl().stored();
        this.names = new Names(reader.foldsUpperCase());
    }

    List<SchemaChange> changes() {
        List<@Nullable String> schemas = schemas();
        schemas.forEach(this::read);
        Map<String, Table> there = byName(database);
        Map<String, Table> wanted = byName(declared);
        wanted.forEach((name, table) -> {
            Table before = there.get(name);
            if (before == null) {
                changes.add(new SchemaChange.CreateTable(table, List.of()));
                addEnums(table);
            } else {
                compare(before, table);
            }
        });
        there.forEach((name, table) -> {
            if (!wanted.containsKey(name) && !spec.keepsOthers() && !spec.ignores(table.name())) {
                changes.add(new SchemaChange.DropTable(table));
            }
        });
        if (stored.hasSequences()) {
            compareSequences(schemas);
        }
        List<SchemaChange> whole = new RenewedKeys(names, stored, there, wanted).added(changes);
        return new ChangeOrder(declared, database, stored).sorted(whole);
    }

    private List<@Nullable String> schemas() {
        Set<String> ofTables = new HashSet<>();
        declared.tables().stream().map(Table::schema).filter(Objects::nonNull).forEach(ofTables::add);
        declared.sequences().stream()
                .map(Sequence::schema)
                .filter(Objects::nonNull)
                .forEach(ofTables::add);
        return spec.schemasWith(ofTables);
    }

    private void read(@Nullable String schema) {
        if (schema != null && !reader.schemas(connection.queries()).contains(schema)) {
            return;
        }
        Set<String> tables = new LinkedHashSet<>();
        for (Reflected.Relation each : reader.relations(connection.queries(), schema)) {
            if (each.kind() == Kind.TABLE && !each.isTemporary() && !spec.ignores(each.name())) {
                tables.add(each.name());
            }
        }
        database.reflect(connection, reading -> {
            if (schema != null) {
                reading.schema(schema);
            }
            reading.only(tables::contains);
        });
    }

    private Map<String, Table> byName(MetaData metadata) {
        Map<String, Table> byName = new LinkedHashMap<>();
        for (Table table : metadata.tables()) {
            if (!table.isTemporary()) {
                byName.put(names.full(table.schema(), table.name()), table);
            }
        }
        return byName;
    }

    private void compare(Table before, Table after) {
        DdlCompiler ddl = connection.ddl();
        ExpressionForms forms = new ExpressionForms(connection);
        ColumnComparison columns = new ColumnComparison(dialect.name(), reader, ddl, forms);
        IndexComparison indexes = new IndexComparison(
                dialect.name(), names, stored, dialect.capabilities().has(Capability.PARTIAL_INDEXES));
        ConstraintComparison parts = new ConstraintComparison(names, stored, forms, indexes);
        List<SchemaChange> found = new TableComparison(names, stored, columns, before, after).changes(parts);
        if (stored.altersConstraints() || found.stream().allMatch(SchemaComparison::isSimple)) {
            changes.addAll(found);
            addEnums(after);
        } else {
            changes.add(new SchemaChange.RebuildTable(
                    before,
                    after,
                    reader.triggers(connection.queries(), before.schema(), before.name()),
                    List.copyOf(found)));
        }
    }

    /** What a database can do that can alter little. */
    private static boolean isSimple(SchemaChange change) {
        if (change instanceof SchemaChange.AddColumn added) {
            Column<?> column = added.column();
            return column.nullable() && column.serverDefault() == null && column.computed() == null;
        }
        return change instanceof SchemaChange.CreateIndex || change instanceof SchemaChange.DropIndex;
    }

    /** Enum types that the database makes by statements of their own, and has not yet. */
    private void addEnums(Table table) {
        for (Column<?> column : table.columns()) {
            SqlType<?> type = column.type().forDialect(dialect.name());
            if (type instanceof EnumType<?> names && stored.isMade(names) && !isThere(names)) {
                SchemaChange creation = new SchemaChange.CreateEnum(names);
                boolean isKnown = changes.stream()
                        .anyMatch(each -> each instanceof SchemaChange.CreateEnum other
                                && Objects.equals(other.type().name(), names.name()));
                if (!isKnown) {
                    changes.add(creation);
                }
            }
        }
    }

    private boolean isThere(EnumType<?> names) {
        return database.tables().stream()
                .flatMap(table -> table.columns().stream())
                .map(Column::type)
                .anyMatch(type -> type instanceof EnumType<?> other && Objects.equals(other.name(), names.name()));
    }

    private void compareSequences(List<@Nullable String> schemas) {
        Map<String, Sequence> there = new LinkedHashMap<>();
        for (String schema : schemas) {
            if (schema == null || reader.schemas(connection.queries()).contains(schema)) {
                reader.sequences(connection.queries(), schema)
                        .forEach(each -> there.put(names.full(schema, each.name()), sequence(schema, each)));
            }
        }
        Map<String, Sequence> wanted = new LinkedHashMap<>();
        declared.sequences().forEach(each -> wanted.put(names.full(each.schema(), each.name()), each));
        wanted.forEach((name, sequence) -> {
            Sequence before = there.get(name);
            if (before == null) {
                changes.add(new SchemaChange.CreateSequence(sequence));
            } else if (!ColumnComparison.same(before.options(), sequence.options())) {
                changes.add(new SchemaChange.AlterSequence(before, sequence));
            }
        });
        there.forEach((name, sequence) -> {
            if (!wanted.containsKey(name) && !spec.keepsOthers() && !spec.ignores(sequence.name())) {
                changes.add(new SchemaChange.DropSequence(sequence));
            }
        });
    }

    private static Sequence sequence(@Nullable String schema, Reflected.Sequence told) {
        return Sequence.of(told.name(), stated -> {
            if (schema != null) {
                stated.schema(schema);
            }
            state(stated, told.options());
        });
    }

    private static void state(SequenceSpec stated, Sequence.Options options) {
        if (options.start() != null) {
            stated.start(options.start());
        }
        if (options.increment() != null) {
            stated.increment(options.increment());
        }
        if (options.minimum() != null) {
            stated.minimum(options.minimum().value());
        }
        if (options.maximum() != null) {
            stated.maximum(options.maximum().value());
        }
        if (options.cycle() != null) {
            stated.cycle(options.cycle());
        }
        if (options.cache() != null) {
            stated.cache(options.cache());
        }
    }
}
