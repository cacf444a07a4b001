package io.athanor.engine.migrate;

import io.athanor.sql.ddl.StoredForm;
import io.athanor.sql.schema.Index;
import io.athanor.sql.schema.UniqueConstraint;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.tree.SortKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares indexes, which always have names. */
final class IndexComparison {
    private final String dialect;
    private final Names names;
    private final StoredForm stored;
    private final boolean hasConditions;

    IndexComparison(String dialect, Names names, StoredForm stored, boolean hasConditions) {
        this.dialect = dialect;
        this.names = names;
        this.stored = stored;
        this.hasConditions = hasConditions;
    }

    boolean same(Index is, Index wanted) {
        return names.same(stored.nameOf(is), stored.nameOf(wanted))
                && is.unique() == wanted.unique()
                && sameElements(is.elements(), wanted.elements())
                && sameCondition(is, wanted)
                && options(is).equals(options(wanted));
    }

    /** Where a unique constraint is an index. */
    boolean same(UniqueConstraint unique, Index index) {
        List<String> columns = TableComparison.columnsOf(names, unique);
        boolean isPlain = index.unique()
                && index.elements().stream().allMatch(IndexComparison::isPlain)
                && options(index).isEmpty();
        return isPlain
                && names.fits(stored.nameOf(unique), stored.nameOf(index))
                && columns.equals(index.columns().stream()
                        .map(column -> names.key(column.name()))
                        .toList());
    }

    private Map<String, String> options(Index index) {
        Map<String, String> options = new TreeMap<>();
        index.options(dialect)
                .forEach(
                        (name, value) -> options.put(name, String.valueOf(value).toLowerCase(java.util.Locale.ROOT)));
        options.remove("concurrently");
        options.remove("btree".equals(options.get("using")) ? "using" : "");
        options.values().removeIf("false"::equals);
        return options;
    }

    private boolean sameCondition(Index is, Index wanted) {
        Expression<Boolean> old = is.condition();
        Expression<Boolean> rows = hasConditions ? wanted.condition() : null;
        if (old == null || rows == null) {
            return old == rows;
        }
        return ExpressionForms.same(stored.expression(old), stored.expression(rows));
    }

    private boolean sameElements(List<Orderable> is, List<Orderable> wanted) {
        if (is.size() != wanted.size()) {
            return false;
        }
        for (int i = 0; i < is.size(); i++) {
            if (!sameElement(is.get(i), wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean sameElement(Orderable is, Orderable wanted) {
        return isDescending(is) == isDescending(wanted)
                && nulls(is) == nulls(wanted)
                && sameIndexed(indexed(is), indexed(wanted));
    }

    private boolean sameIndexed(Orderable is, Orderable wanted) {
        if (is instanceof NamedColumn<?> column && wanted instanceof NamedColumn<?> other) {
            return names.same(column.name(), other.name());
        }
        return ExpressionForms.same(stored.expression(is), stored.expression(wanted));
    }

    private static boolean isPlain(Orderable element) {
        return indexed(element) instanceof NamedColumn<?> && !isDescending(element);
    }

    private static Orderable indexed(Orderable element) {
        return element instanceof SortKey key ? key.expression() : element;
    }

    private static boolean isDescending(Orderable element) {
        return element instanceof SortKey key && key.direction() == SortKey.Direction.DESC;
    }

    private boolean nulls(Orderable element) {
        Boolean isFirst = element instanceof SortKey key ? key.isNullsFirst() : null;
        return isFirst == null ? stored.sortsNullsFirst(isDescending(element)) : isFirst;
    }
}
