package io.athanor.engine.migrate;

import io.athanor.engine.migrate.SchemaChange.AddColumn;
import io.athanor.engine.migrate.SchemaChange.AddConstraint;
import io.athanor.engine.migrate.SchemaChange.AlterColumn;
import io.athanor.engine.migrate.SchemaChange.CreateTable;
import io.athanor.engine.migrate.SchemaChange.DropColumn;
import io.athanor.engine.migrate.SchemaChange.DropConstraint;
import io.athanor.engine.migrate.SchemaChange.DropTable;
import io.athanor.sql.ddl.ColumnAspect;
import io.athanor.sql.ddl.StoredForm;
import io.athanor.sql.schema.Constraint;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.PrimaryKey;
import io.athanor.sql.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts changes into an order in which they can run, and makes those foreign keys late that have to be. */
final class ChangeOrder {
    private final List<Table> creation;
    private final List<Table> removal;
    private final StoredForm stored;

    ChangeOrder(MetaData declared, MetaData database, StoredForm stored) {
        this.creation = declared.creationOrder();
        this.removal = database.creationOrder();
        this.stored = stored;
    }

    List<SchemaChange> sorted(List<SchemaChange> changes) {
        List<SchemaChange> all = new ArrayList<>();
        for (SchemaChange change : changes) {
            if (change instanceof CreateTable create) {
                List<Constraint> late = lateKeys(create.table(), changes);
                all.add(new CreateTable(create.table(), late));
                late.forEach(key -> all.add(new AddConstraint(key)));
            } else if (change instanceof AlterColumn alter && alter.aspects().contains(ColumnAspect.COMMENT)) {
                all.addAll(apart(alter));
            } else {
                all.add(change);
            }
        }
        Map<SchemaChange, Integer> places = new LinkedHashMap<>();
        all.forEach(change -> places.putIfAbsent(change, placeWithin(change)));
        all.sort(Comparator.<SchemaChange>comparingInt(ChangeOrder::phase).thenComparingInt(places::get));
        return List.copyOf(all);
    }

    /** A comment is set by a statement of its own, wherever a column is not stated as a whole. */
    private static List<SchemaChange> apart(AlterColumn alter) {
        List<SchemaChange> parts = new ArrayList<>();
        if (alter.aspects().size() > 1) {
            java.util.Set<ColumnAspect> others = java.util.EnumSet.copyOf(alter.aspects());
            others.remove(ColumnAspect.COMMENT);
            parts.add(new AlterColumn(alter.before(), alter.after(), others, alter.details()));
        }
        parts.add(new SchemaChange.SetColumnComment(alter.after()));
        return parts;
    }

    /** Keys to tables that are altered, or created later. */
    private List<Constraint> lateKeys(Table table, List<SchemaChange> changes) {
        List<Constraint> late = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            boolean isSelf = key.target() == table;
            boolean isCreated = changes.stream()
                    .anyMatch(each -> each instanceof CreateTable create && create.table() == key.target());
            boolean isEarlier = isCreated && creation.indexOf(key.target()) < creation.indexOf(table);
            if (stored.altersConstraints() && stored.holds(key) && !isSelf && (!isEarlier || key.isAddedByAlter())) {
                late.add(key);
            }
        }
        return late;
    }

    private int placeWithin(SchemaChange change) {
        if (change instanceof CreateTable create) {
            return creation.indexOf(create.table());
        } else if (change instanceof DropTable drop) {
            return -removal.indexOf(drop.table());
        } else if (change instanceof SchemaChange.RebuildTable rebuild) {
            return creation.indexOf(rebuild.after());
        }
        return 0;
    }

    private static int phase(SchemaChange change) {
        if (change instanceof DropConstraint drop) {
            return drop.constraint() instanceof ForeignKey ? 0 : drop.constraint() instanceof PrimaryKey ? 2 : 1;
        } else if (change instanceof SchemaChange.DropIndex) {
            return 1;
        } else if (change instanceof DropTable) {
            return 3;
        } else if (change instanceof SchemaChange.CreateSequence
                || change instanceof SchemaChange.AlterSequence
                || change instanceof SchemaChange.CreateEnum) {
            return 4;
        } else if (change instanceof CreateTable) {
            return 5;
        } else if (change instanceof SchemaChange.RebuildTable) {
            return 6;
        } else if (change instanceof DropColumn drop) {
            return drop.column().computed() != null ? 7 : 9;
        } else if (change instanceof AddColumn add) {
            return add.column().computed() == null ? 8 : 10;
        } else if (change instanceof AlterColumn) {
            return 8;
        } else if (change instanceof AddConstraint add) {
            return add.constraint() instanceof PrimaryKey ? 11 : add.constraint() instanceof ForeignKey ? 13 : 12;
        } else if (change instanceof SchemaChange.CreateIndex || change instanceof SchemaChange.AddTypeCheck) {
            return 12;
        }
        return change instanceof SchemaChange.DropSequence ? 15 : 14;
    }
}
