package io.athanor.engine;

import io.athanor.engine.SchemaReflection.Catalogue;
import io.athanor.engine.dialect.Reflected;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.ForeignKeySpec;
import io.athanor.sql.schema.Index;
import io.athanor.sql.schema.IndexSpec;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.ReflectSpec;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSpec;
import io.athanor.sql.schema.UniqueConstraint;
import io.athanor.sql.tree.LiteralColumn;
import io.athanor.sql.tree.SortKey;
import io.athanor.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a table of what the catalogue tells of it. */
final class ReflectedTable {
    private static final Logger LOG = LoggerFactory.getLogger(ReflectedTable.class);

    private final String dialect;
    private final Reflected.Relation relation;
    private final @Nullable String schema;
    private final Catalogue catalogue;

    ReflectedTable(String dialect, Reflected.Relation relation, @Nullable String schema, Catalogue catalogue) {
        this.dialect = dialect;
        this.relation = relation;
        this.schema = schema;
        this.catalogue = catalogue;
    }

    private String name() {
        return relation.name();
    }

    List<Reflected.Referred> referred() {
        return foreignKeys().stream().map(Reflected.ForeignKey::referred).toList();
    }

    private List<Reflected.ForeignKey> foreignKeys() {
        return catalogue.foreignKeys().getOrDefault(name(), List.of());
    }

    /** @param isOwnSchema whether the schema that was asked for by name is the connection's own */
    void addTo(MetaData metadata, ReflectSpec reading, boolean isOwnSchema) {
        String fullName = SchemaReflection.fullName(schema, name());
        Table before = metadata.find(fullName).orElse(null);
        if (before == null) {
            Table.of(metadata, name(), spec -> {
                addProperties(spec);
                reading.definition(name()).accept(spec);
                addColumns(spec, reading);
                addRest(spec, null, isOwnSchema);
            });
        } else {
            metadata.extend(fullName, spec -> {
                reading.definition(name()).accept(spec);
                addColumns(spec, reading);
                addRest(spec, before, isOwnSchema);
            });
        }
    }

    private void addProperties(TableSpec spec) {
        if (schema != null) {
            spec.schema(schema);
        }
        if (relation.isQuoted()) {
            spec.quoted();
        }
        if (relation.isTemporary()) {
            spec.temporary();
        }
        String comment = catalogue.comments().get(name());
        if (comment != null) {
            spec.comment(comment);
        }
        catalogue
                .options()
                .getOrDefault(name(), Map.of())
                .forEach((option, value) -> spec.option(dialect, option, value));
    }

    private void addColumns(TableSpec spec, ReflectSpec reading) {
        Reflected.PrimaryKey key = catalogue.primaryKeys().get(name());
        List<String> columnsOfKey = key == null ? List.of() : key.columns();
        for (Reflected.Column column : catalogue.columns().getOrDefault(name(), List.of())) {
            if (spec.keyOf(column.name()) == null) {
                ReflectSpec.ColumnDraft draft = reading.draft(name(), column.name(), column.type());
                if (!draft.isSkipped()) {
                    ReflectedColumn.add(spec, column, draft, columnsOfKey);
                }
            }
        }
    }

    private void addRest(TableSpec spec, @Nullable Table before, boolean isOwnSchema) {
        Reflected.PrimaryKey key = catalogue.primaryKeys().get(name());
        if (key != null && (before == null || before.primaryKey().isEmpty())) {
            List<String> keys = keys(spec, key.columns(), "primary key");
            if (!keys.isEmpty()) {
                spec.primaryKey(keys, stated -> {
                    if (key.name() != null) {
                        stated.name(key.name());
                    }
                });
            }
        }
        foreignKeys().forEach(each -> addForeignKey(spec, before, each, isOwnSchema));
        addIndexes(spec, before);
        catalogue.uniques().getOrDefault(name(), List.of()).forEach(each -> addUnique(spec, before, each));
        for (Reflected.Check check : catalogue.checks().getOrDefault(name(), List.of())) {
            LiteralColumn<Boolean> condition = new LiteralColumn<>(check.sql(), SqlTypes.BOOLEAN);
            if (before != null) {
                continue;
            }
            if (check.name() == null) {
                spec.check(condition);
            } else {
                spec.check(check.name(), condition);
            }
        }
    }

    /** The keys of columns; none if one of them is left out, and then neither is what is over them. */
    private List<String> keys(TableSpec spec, List<String> columns, String what) {
        List<String> keys = new ArrayList<>();
        for (String column : columns) {
            String key = spec.keyOf(column);
            if (key == null) {
                LOG.warn("Column [{}.{}] is left out, and with it {} over {}", name(), column, what, columns);
                return List.of();
            }
            keys.add(key);
        }
        return keys;
    }

    private void addForeignKey(TableSpec spec, @Nullable Table before, Reflected.ForeignKey key, boolean isOwnSchema) {
        List<String> columns = keys(spec, key.columns(), "a foreign key");
        boolean isStated = before != null
                && before.foreignKeys().stream().anyMatch(each -> names(each).equals(key.columns()));
        if (columns.isEmpty() || isStated) {
            return;
        }
        Reflected.Referred referred = key.referred();
        String target = referred.schema() == null && isOwnSchema ? schema : referred.schema();
        spec.foreignKey(
                columns,
                new ForeignKey.Target(target, referred.table(), referred.columns()),
                stated -> state(stated, key));
    }

    private static List<String> names(io.athanor.sql.schema.Constraint constraint) {
        List<String> names = new ArrayList<>();
        constraint.columns().forEach(column -> names.add(column.name()));
        return names;
    }

    private static void state(ForeignKeySpec stated, Reflected.ForeignKey key) {
        Reflected.KeyOptions options = key.options();
        if (key.name() != null) {
            stated.name(key.name());
        }
        if (options.onDelete() != null) {
            stated.onDelete(options.onDelete());
        }
        if (options.onUpdate() != null) {
            stated.onUpdate(options.onUpdate());
        }
        if (options.match() != null) {
            stated.match(options.match());
        }
        if (options.deferrable() != null) {
            stated.deferrable(options.deferrable());
        }
        if (options.initiallyDeferred() != null) {
            stated.initiallyDeferred(options.initiallyDeferred());
        }
    }

    /** Where the database keeps a unique constraint as an index, one of both is enough. */
    private void addUnique(TableSpec spec, @Nullable Table before, Reflected.Unique unique) {
        List<String> columns = keys(spec, unique.columns(), "a unique constraint");
        boolean isStated = before != null
                && before.constraints().stream()
                        .anyMatch(each ->
                                each instanceof UniqueConstraint && names(each).equals(unique.columns()));
        if (columns.isEmpty() || isStated) {
            return;
        }
        spec.unique(columns, stated -> {
            if (unique.name() != null) {
                stated.name(unique.name());
            }
            if (unique.isNullsNotDistinct()) {
                stated.nullsNotDistinct();
            }
            if (unique.deferrable() != null) {
                stated.deferrable(unique.deferrable());
            }
            if (unique.initiallyDeferred() != null) {
                stated.initiallyDeferred(unique.initiallyDeferred());
            }
        });
    }

    private void addIndexes(TableSpec spec, @Nullable Table before) {
        Set<String> stated = new LinkedHashSet<>();
        if (before != null) {
            before.indexes().stream().map(Index::name).forEach(stated::add);
        }
        for (Reflected.Index index : catalogue.indexes().getOrDefault(name(), List.of())) {
            List<String> columns = index.elements().stream()
                    .filter(element -> !element.isExpression())
                    .map(Reflected.Element::text)
                    .toList();
            boolean isWhole =
                    columns.isEmpty() || !keys(spec, columns, "an index").isEmpty();
            if (isWhole && index.duplicatedConstraint() == null && stated.add(index.name())) {
                spec.index(index.name(), indexed -> state(spec, indexed, index));
            }
        }
    }

    private void state(TableSpec spec, IndexSpec indexed, Reflected.Index index) {
        for (Reflected.Element element : index.elements()) {
            if (element.isExpression()) {
                LiteralColumn<Object> expression = new LiteralColumn<>(element.text(), SqlTypes.OTHER);
                boolean isSorted = element.isDescending() || element.isNullsFirst() != null;
                SortKey.Direction direction = element.isDescending() ? SortKey.Direction.DESC : SortKey.Direction.NONE;
                indexed.on(isSorted ? new SortKey(expression, direction, element.isNullsFirst()) : expression);
                continue;
            }
            String key = java.util.Objects.requireNonNull(spec.keyOf(element.text()));
            if (element.isDescending() || element.isNullsFirst() != null) {
                indexed.onSorted(key, element.isDescending(), element.isNullsFirst());
            } else {
                indexed.on(key);
            }
        }
        if (index.isUnique()) {
            indexed.unique();
        }
        if (index.condition() != null) {
            indexed.where(new LiteralColumn<>(index.condition(), SqlTypes.BOOLEAN));
        }
        index.options().forEach((option, value) -> indexed.option(dialect, option, value));
    }
}
