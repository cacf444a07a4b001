package io.athanor.engine.migrate;

import io.athanor.engine.migrate.SchemaChange.AddConstraint;
import io.athanor.engine.migrate.SchemaChange.CreateIndex;
import io.athanor.engine.migrate.SchemaChange.DropConstraint;
import io.athanor.engine.migrate.SchemaChange.DropIndex;
import io.athanor.sql.ddl.StoredForm;
import io.athanor.sql.schema.CheckConstraint;
import io.athanor.sql.schema.Constraint;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.Index;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.UniqueConstraint;
import io.athanor.sql.tree.NamedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Compares the constraints and indexes of two tables. */
final class ConstraintComparison {
    private final Names names;
    private final StoredForm stored;
    private final ExpressionForms forms;
    private final IndexComparison indexes;

    ConstraintComparison(Names names, StoredForm stored, ExpressionForms forms, IndexComparison indexes) {
        this.names = names;
        this.stored = stored;
        this.forms = forms;
        this.indexes = indexes;
    }

    /** @param renewed the names of columns that are dropped and added, and with them all that is over them */
    List<SchemaChange> changes(Table before, Table after, Set<String> renewed) {
        List<SchemaChange> changes = new ArrayList<>();
        compareUniques(before, after, renewed, changes);
        compareForeignKeys(before, after, renewed, changes);
        compareChecks(before, after, changes);
        return changes;
    }

    /** Take pairs that fit off both lists. */
    private static <T> void match(List<T> old, List<T> wanted, BiPredicate<T, T> isSame) {
        wanted.removeIf(each -> {
            for (T candidate : old) {
                if (isSame.test(candidate, each)) {
                    return old.remove(candidate);
                }
            }
            return false;
        });
    }

    private static <T extends Constraint> List<T> all(Table table, Class<T> kind) {
        List<T> all = new ArrayList<>();
        table.constraints().stream().filter(kind::isInstance).map(kind::cast).forEach(all::add);
        return all;
    }

    /** Where a unique constraint is an index, one may stand for the other. */
    private void compareUniques(Table before, Table after, Set<String> renewed, List<SchemaChange> changes) {
        List<UniqueConstraint> old = all(before, UniqueConstraint.class);
        List<UniqueConstraint> wanted = all(after, UniqueConstraint.class);
        List<Index> oldIndexes = new ArrayList<>(before.indexes());
        List<Index> wantedIndexes = new ArrayList<>(after.indexes());
        match(old, wanted, (is, each) -> same(is, each) && !isOver(each.columns(), renewed));
        match(oldIndexes, wantedIndexes, (is, each) -> indexes.same(is, each) && !isOver(each.columns(), renewed));
        if (stored.keepsUniquesAsIndexes()) {
            wantedIndexes.removeIf(index -> old.removeIf(unique -> indexes.same(unique, index)));
            wanted.removeIf(unique -> oldIndexes.removeIf(index -> indexes.same(unique, index)));
        }
        old.forEach(each -> changes.add(new DropConstraint(each)));
        oldIndexes.forEach(each -> changes.add(new DropIndex(each)));
        wanted.forEach(each -> changes.add(new AddConstraint(each)));
        wantedIndexes.forEach(each -> changes.add(new CreateIndex(each)));
    }

    private boolean isOver(List<? extends NamedColumn<?>> columns, Set<String> renewed) {
        return columns.stream().map(column -> names.key(column.name())).anyMatch(renewed::contains);
    }

    private boolean same(UniqueConstraint is, UniqueConstraint wanted) {
        return names.fits(stored.nameOf(wanted), stored.nameOf(is))
                && is.nullsNotDistinct() == wanted.nullsNotDistinct()
                && sameDeferral(is, wanted)
                && TableComparison.columnsOf(names, is).equals(TableComparison.columnsOf(names, wanted));
    }

    private static boolean sameDeferral(Constraint is, Constraint wanted) {
        return Boolean.TRUE.equals(is.deferrable()) == Boolean.TRUE.equals(wanted.deferrable())
                && Boolean.TRUE.equals(is.initiallyDeferred()) == Boolean.TRUE.equals(wanted.initiallyDeferred());
    }

    private void compareForeignKeys(Table before, Table after, Set<String> renewed, List<SchemaChange> changes) {
        List<ForeignKey> old = all(before, ForeignKey.class);
        List<ForeignKey> wanted = all(after, ForeignKey.class);
        wanted.removeIf(key -> !stored.holds(key));
        match(old, wanted, (is, each) -> same(is, each) && !isOver(each.columns(), renewed));
        old.forEach(each -> changes.add(new DropConstraint(each)));
        wanted.forEach(each -> changes.add(new AddConstraint(each)));
    }

    boolean same(ForeignKey is, ForeignKey wanted) {
        return names.fits(stored.nameOf(wanted), stored.nameOf(is))
                && TableComparison.columnsOf(names, is).equals(TableComparison.columnsOf(names, wanted))
                && names.full(is.target().schema(), is.target().name())
                        .equals(names.full(
                                wanted.target().schema(), wanted.target().name()))
                && referred(is).equals(referred(wanted))
                && stored.action(is.onDelete()) == stored.action(wanted.onDelete())
                && stored.action(is.onUpdate()) == stored.action(wanted.onUpdate())
                && Objects.equals(match(is), match(wanted))
                && sameDeferral(is, wanted);
    }

    private List<String> referred(ForeignKey key) {
        List<String> referred = new ArrayList<>();
        key.referredColumns().forEach(column -> referred.add(names.key(column.name())));
        return referred;
    }

    private static @Nullable String match(ForeignKey key) {
        return "SIMPLE".equals(key.match()) ? null : key.match();
    }

    private void compareChecks(Table before, Table after, List<SchemaChange> changes) {
        List<CheckConstraint> old = all(before, CheckConstraint.class);
        List<StoredForm.Check> wanted = new ArrayList<>(stored.checks(after));
        wanted.removeIf(each -> {
            for (CheckConstraint is : old) {
                boolean isCalledSo = names.fits(each.name(), stored.nameOf(is));
                if (isCalledSo && sameCheck(after, each.sql(), stored.expression(is.condition()))) {
                    return old.remove(is);
                }
            }
            return false;
        });
        old.forEach(each -> changes.add(new DropConstraint(each)));
        for (StoredForm.Check each : wanted) {
            changes.add(each.column() == null ? new AddConstraint(stated(after, each)) : typeCheck(after, each));
        }
    }

    private boolean sameCheck(Table table, String wanted, String is) {
        return forms.same(ExpressionForms.Role.CHECK, table, null, wanted, is);
    }

    private static SchemaChange typeCheck(Table table, StoredForm.Check check) {
        return new SchemaChange.AddTypeCheck(table, check.name(), check.sql());
    }

    private CheckConstraint stated(Table table, StoredForm.Check check) {
        return all(table, CheckConstraint.class).stream()
                .filter(each -> stored.expression(each.condition()).equals(check.sql())
                        && Objects.equals(stored.nameOf(each), check.name()))
                .findFirst()
                .orElseThrow();
    }
}
