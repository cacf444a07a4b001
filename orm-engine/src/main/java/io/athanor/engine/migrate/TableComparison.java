package io.athanor.engine.migrate;

import io.athanor.engine.migrate.SchemaChange.AddColumn;
import io.athanor.engine.migrate.SchemaChange.AddConstraint;
import io.athanor.engine.migrate.SchemaChange.AlterColumn;
import io.athanor.engine.migrate.SchemaChange.DropColumn;
import io.athanor.engine.migrate.SchemaChange.DropConstraint;
import io.athanor.sql.ddl.ColumnAspect;
import io.athanor.sql.ddl.StoredForm;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Constraint;
import io.athanor.sql.schema.PrimaryKey;
import io.athanor.sql.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares a declared table with the one that the database has under its name. */
final class TableComparison {
    private final Names names;
    private final StoredForm stored;
    private final ColumnComparison columns;
    private final Table before;
    private final Table after;
    private final List<SchemaChange> changes = new ArrayList<>();
    private final Set<String> renewed = new LinkedHashSet<>();

    TableComparison(Names names, StoredForm stored, ColumnComparison columns, Table before, Table after) {
        this.names = names;
        this.stored = stored;
        this.columns = columns;
        this.before = before;
        this.after = after;
    }

    /** @param parts compares constraints and indexes, given the columns that are made anew */
    List<SchemaChange> changes(ConstraintComparison parts) {
        compareColumns();
        comparePrimaryKeys();
        changes.addAll(parts.changes(before, after, renewed));
        if (stored.keepsComments() && !Objects.equals(before.comment(), after.comment())) {
            changes.add(new SchemaChange.SetTableComment(after));
        }
        return changes;
    }

    private void compareColumns() {
        Map<String, Column<?>> old = byName(before);
        Map<String, Column<?>> wanted = byName(after);
        List<AlterColumn> altered = new ArrayList<>();
        wanted.forEach((name, column) -> {
            Column<?> is = old.get(name);
            if (is == null) {
                changes.add(new AddColumn(column));
            } else if (!columns.sameComputation(is, column)) {
                renew(name, is, column);
            } else {
                AlterColumn change = columns.compare(is, column);
                if (change != null) {
                    altered.add(change);
                }
            }
        });
        old.forEach((name, column) -> {
            if (!wanted.containsKey(name)) {
                changes.add(new DropColumn(column));
            }
        });
        for (AlterColumn change : altered) {
            if (change.after().computed() == null) {
                addAlteration(change, old, wanted);
            } else {
                renew(names.key(change.after().name()), change.before(), change.after());
            }
        }
    }

    private void renew(String name, Column<?> is, Column<?> wanted) {
        if (renewed.add(name)) {
            changes.add(new DropColumn(is));
            changes.add(new AddColumn(wanted));
        }
    }

    /** A column cannot be altered while another one is computed from it. */
    private void addAlteration(AlterColumn change, Map<String, Column<?>> old, Map<String, Column<?>> wanted) {
        boolean isConverted = change.aspects().contains(ColumnAspect.TYPE);
        wanted.forEach((name, column) -> {
            Column<?> is = old.get(name);
            if (isConverted && is != null && column.computed() != null && isComputedFrom(is, change.before())) {
                renew(name, is, column);
            }
        });
        changes.add(change);
    }

    private boolean isComputedFrom(Column<?> computed, Column<?> source) {
        Column.Computed computation = computed.computed();
        return computation != null
                && stored.expression(computation.expression())
                        .toLowerCase(Locale.ROOT)
                        .contains(source.name().toLowerCase(Locale.ROOT));
    }

    private Map<String, Column<?>> byName(Table table) {
        Map<String, Column<?>> byName = new LinkedHashMap<>();
        for (Column<?> column : table.columns()) {
            if (!column.isSystem()) {
                byName.put(names.key(column.name()), column);
            }
        }
        return byName;
    }

    private void comparePrimaryKeys() {
        PrimaryKey old = before.primaryKeyConstraint();
        PrimaryKey wanted = after.primaryKeyConstraint();
        boolean isSame = old == null || wanted == null ? old == wanted : same(old, wanted);
        if (isSame) {
            return;
        }
        if (old != null) {
            changes.add(new DropConstraint(old));
        }
        if (wanted != null) {
            changes.add(new AddConstraint(wanted));
        }
    }

    private boolean same(PrimaryKey old, PrimaryKey wanted) {
        boolean isCalledSo = !stored.keepsKeyNames() || names.fits(stored.nameOf(wanted), stored.nameOf(old));
        boolean isNew = columnsOf(wanted).stream().anyMatch(renewed::contains);
        return isCalledSo && !isNew && columnsOf(old).equals(columnsOf(wanted));
    }

    private List<String> columnsOf(Constraint constraint) {
        return columnsOf(names, constraint);
    }

    static List<String> columnsOf(Names names, Constraint constraint) {
        List<String> columns = new ArrayList<>();
        constraint.columns().forEach(column -> columns.add(names.key(column.name())));
        return columns;
    }
}
