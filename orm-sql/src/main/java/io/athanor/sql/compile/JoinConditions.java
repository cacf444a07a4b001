package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.DerivedColumn;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.ForeignKeyPair;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.Join;
import io.athanor.sql.tree.LabeledExpression;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.NamedTable;
import io.athanor.sql.tree.SelectedTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds ON from the foreign keys between two sides, which may be tables, aliases, subqueries of tables, or joins of them. */
final class JoinConditions {
    private JoinConditions() {}

    static boolean canJoin(FromClause left, FromClause right) {
        return !find(left, right).isEmpty();
    }

    /** The condition of the only foreign key between the sides. */
    static Condition onForeignKey(FromClause left, FromClause right) {
        Collection<List<Condition>> found = find(left, right).values();
        if (found.isEmpty()) {
            throw new CompileException(
                    "No foreign key between [%s] and [%s]; add one, or state the condition of the join"
                            .formatted(FromFinder.nameOf(left), FromFinder.nameOf(right)));
        }
        if (new HashSet<>(found).size() > 1) {
            throw new CompileException("[%d] foreign keys between [%s] and [%s]; state the condition of the join"
                    .formatted(found.size(), FromFinder.nameOf(left), FromFinder.nameOf(right)));
        }
        return Logical.and(found.iterator().next());
    }

    /** The comparisons of each foreign key. What was joined last is looked at first, and alone if it has one. */
    private static Map<ForeignKeyPair, List<Condition>> find(FromClause left, FromClause right) {
        Map<ForeignKeyPair, List<Condition>> found = new LinkedHashMap<>();
        if (left instanceof Join join && join.right() instanceof FromClause last) {
            scan(last, right, found);
        }
        if (found.isEmpty()) {
            scan(left, right, found);
        }
        return found;
    }

    private static void scan(FromClause left, FromClause right, Map<ForeignKeyPair, List<Condition>> found) {
        for (FromClause many : FromFinder.leaves(right)) {
            for (FromClause one : FromFinder.leaves(left)) {
                add(one, many, found);
            }
        }
        if (!left.equals(right)) {
            for (FromClause many : FromFinder.leaves(left)) {
                for (FromClause one : FromFinder.leaves(right)) {
                    add(one, many, found);
                }
            }
        }
    }

    private static void add(FromClause one, FromClause many, Map<ForeignKeyPair, List<Condition>> found) {
        Map<NamedColumn<?>, NamedColumn<?>> ofOne = origins(one);
        Map<NamedColumn<?>, NamedColumn<?>> ofMany = origins(many);
        for (NamedTable referring : tables(ofMany)) {
            for (NamedTable referred : tables(ofOne)) {
                for (ForeignKeyPair key : referring.foreignKeysTo(referred)) {
                    if (ofOne.keySet().containsAll(key.referred())
                            && ofMany.keySet().containsAll(key.referring())) {
                        found.computeIfAbsent(key, any -> new ArrayList<>()).addAll(equal(key, ofOne, ofMany));
                    }
                }
            }
        }
    }

    /** Written as SQLAlchemy writes it: what is referred to comes first. */
    private static List<Condition> equal(
            ForeignKeyPair key, Map<NamedColumn<?>, NamedColumn<?>> ofOne, Map<NamedColumn<?>, NamedColumn<?>> ofMany) {
        List<Condition> pairs = new ArrayList<>();
        for (int i = 0; i < key.referred().size(); i++) {
            pairs.add(equal(
                    Objects.requireNonNull(ofOne.get(key.referred().get(i))),
                    Objects.requireNonNull(ofMany.get(key.referring().get(i)))));
        }
        return pairs;
    }

    /** The two sides of a foreign key hold the same values, whatever their Java types are declared to be. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Condition equal(NamedColumn<?> left, NamedColumn<?> right) {
        return ((Expression) left).eq((Expression) right);
    }

    private static Set<NamedTable> tables(Map<NamedColumn<?>, NamedColumn<?>> origins) {
        Set<NamedTable> tables = new LinkedHashSet<>();
        for (NamedColumn<?> origin : origins.keySet()) {
            if (origin.table() instanceof NamedTable table) {
                tables.add(table);
            }
        }
        return tables;
    }

    /** The columns of an element of FROM by the columns of tables that they stand for. */
    private static Map<NamedColumn<?>, NamedColumn<?>> origins(FromClause from) {
        Map<NamedColumn<?>, NamedColumn<?>> origins = new LinkedHashMap<>();
        if (from instanceof NamedTable table) {
            NamedTable original = table.aliased() == null ? table : table.aliased();
            for (int i = 0; i < table.columns().size(); i++) {
                origins.put(original.columns().get(i), table.columns().get(i));
            }
        } else if (from instanceof SelectedTable derived) {
            derived.allColumns().forEach(column -> addOrigin(column, origins));
        }
        return origins;
    }

    private static void addOrigin(NamedColumn<?> column, Map<NamedColumn<?>, NamedColumn<?>> origins) {
        Expression<?> origin = column;
        while (true) {
            if (origin instanceof DerivedColumn<?> derived) {
                origin = derived.origin();
            } else if (origin instanceof LabeledExpression<?> label) {
                origin = label.expression();
            } else {
                break;
            }
        }
        if (origin instanceof NamedColumn<?> named && named.table() instanceof NamedTable table) {
            origins.putIfAbsent(original(named, table), column);
        } else if (origin instanceof NamedColumn<?> named && !(named.table() instanceof DerivedTable)) {
            origins.putIfAbsent(named, column);
        }
    }

    private static NamedColumn<?> original(NamedColumn<?> column, NamedTable table) {
        NamedTable original = table.aliased();
        return original == null
                ? column
                : original.columns().get(table.columns().indexOf(column));
    }
}
