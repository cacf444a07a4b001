package io.athanor.engine.migrate;

import io.athanor.engine.migrate.SchemaChange.AddConstraint;
import io.athanor.engine.migrate.SchemaChange.AlterColumn;
import io.athanor.engine.migrate.SchemaChange.DropConstraint;
import io.athanor.engine.migrate.SchemaChange.DropIndex;
import io.athanor.engine.migrate.SchemaChange.DropTable;
import io.athanor.sql.ddl.ColumnAspect;
import io.athanor.sql.ddl.StoredForm;
import io.athanor.sql.schema.Constraint;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.PrimaryKey;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Foreign keys that stay as they are, but stand in the way of other changes: what they refer to is dropped for a while, or a
 * column at either end gets another type. They are dropped and added again.
 */
final class RenewedKeys {
    private final Names names;
    private final StoredForm stored;
    private final Map<String, Table> there;
    private final Map<String, Table> wanted;

    RenewedKeys(Names names, StoredForm stored, Map<String, Table> there, Map<String, Table> wanted) {
        this.names = names;
        this.stored = stored;
        this.there = there;
        this.wanted = wanted;
    }

    List<SchemaChange> added(List<SchemaChange> changes) {
        List<SchemaChange> all = new ArrayList<>(changes);
        if (!stored.altersConstraints()) {
            return all;
        }
        Set<String> disturbed = new HashSet<>();
        Set<Constraint> handled = new HashSet<>();
        Set<Table> dropped = new HashSet<>();
        for (SchemaChange change : changes) {
            disturbed.addAll(disturbedBy(change));
            if (change instanceof DropConstraint drop) {
                handled.add(drop.constraint());
            } else if (change instanceof DropTable drop) {
                dropped.add(drop.table());
            }
        }
        for (Table table : there.values()) {
            for (ForeignKey key : table.foreignKeys()) {
                if (!handled.contains(key)) {
                    add(table, key, disturbed, dropped, all);
                }
            }
        }
        return all;
    }

    private void add(Table table, ForeignKey key, Set<String> disturbed, Set<Table> dropped, List<SchemaChange> all) {
        boolean isOfDropped = dropped.contains(table) && key.target() != table;
        boolean isDisturbed =
                !dropped.contains(table) && (disturbed.contains(name(table)) || disturbed.contains(name(key.target())));
        if (isOfDropped && key.name() != null) {
            all.add(new DropConstraint(key));
        } else if (isDisturbed) {
            all.add(new DropConstraint(key));
            all.add(new AddConstraint(declared(table, key)));
        }
    }

    /** The key as it is declared; a table that nobody has declared, but that is kept, gets its own back. */
    private ForeignKey declared(Table table, ForeignKey key) {
        Table declared = wanted.get(name(table));
        return declared == null
                ? key
                : declared.foreignKeys().stream()
                        .filter(each -> isSame(each, key))
                        .findFirst()
                        .orElse(key);
    }

    private boolean isSame(ForeignKey declared, ForeignKey key) {
        return TableComparison.columnsOf(names, declared).equals(TableComparison.columnsOf(names, key))
                && name(declared.target()).equals(name(key.target()))
                && names.fits(stored.nameOf(declared), stored.nameOf(key));
    }

    private String name(Table table) {
        return names.full(table.schema(), table.name());
    }

    private Set<String> disturbedBy(SchemaChange change) {
        if (change instanceof AlterColumn alter
                && (alter.aspects().contains(ColumnAspect.TYPE) || stored.keepsUniquesAsIndexes())) {
            return Set.of(name((Table) alter.after().table()));
        } else if (change instanceof DropConstraint drop
                && (drop.constraint() instanceof PrimaryKey || drop.constraint() instanceof UniqueConstraint)) {
            return Set.of(name(drop.constraint().table()));
        } else if (change instanceof DropIndex drop && stored.keepsUniquesAsIndexes()) {
            return Set.of(name(drop.index().table()));
        }
        return Set.of();
    }
}
