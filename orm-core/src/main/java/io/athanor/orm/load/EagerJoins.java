package io.athanor.orm.load;

import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.FromElements;
import io.athanor.sql.tree.Join;
import io.athanor.sql.tree.JoinClause;
import io.athanor.sql.tree.JoinKind;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SqlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The joins that a plan adds to a SELECT in order to load related objects along, with the order of their rows. */
final class EagerJoins {
    private final List<Branch> roots = new ArrayList<>();
    private final List<Orderable> orderings = new ArrayList<>();
    private boolean hasCollection;
    private boolean hasContained;
    private boolean hasSubquery;

    /** One join, and those that go on from it. */
    static final class Branch {
        private final JoinKind kind;
        /** Whether an inner join is put into the parentheses of the outer one that it goes on from. */
        private final boolean isNesting;

        private final FromClause right;
        private final Expression<Boolean> on;
        private final List<Branch> branches = new ArrayList<>();

        Branch(JoinKind kind, boolean isNesting, FromClause right, Expression<Boolean> on) {
            this.kind = kind;
            this.isNesting = isNesting;
            this.right = right;
            this.on = on;
        }

        boolean isInner() {
            return kind == JoinKind.INNER;
        }

        void add(Branch branch) {
            branches.add(branch);
        }

        private boolean nests(Branch branch) {
            return !isInner() && branch.isInner() && branch.isNesting;
        }

        private FromClause whole() {
            FromClause whole = right;
            for (Branch branch : branches) {
                if (nests(branch)) {
                    whole = new Join(whole, branch.whole(), branch.on, JoinKind.INNER);
                }
            }
            return whole;
        }

        private void addTo(List<JoinClause> clauses) {
            clauses.add(new JoinClause(whole(), on, kind));
            addBranchesTo(clauses);
        }

        private void addBranchesTo(List<JoinClause> clauses) {
            for (Branch branch : branches) {
                if (nests(branch)) {
                    branch.addBranchesTo(clauses);
                } else {
                    branch.addTo(clauses);
                }
            }
        }
    }

    void add(Branch root) {
        roots.add(root);
    }

    void order(Orderable ordering) {
        orderings.add(ordering);
    }

    void noteCollection() {
        hasCollection = true;
    }

    /** Note that the statement itself joins the members of a collection. */
    void noteContained() {
        hasContained = true;
    }

    /** Note that related objects are loaded by a statement that holds the whole of this one. */
    void noteSubquery() {
        hasSubquery = true;
    }

    boolean hasSubquery() {
        return hasSubquery;
    }

    /** Whether an owner may be in several rows. */
    boolean hasCollection() {
        return hasCollection || hasContained;
    }

    boolean isEmpty() {
        return roots.isEmpty();
    }

    /** A statement with the joins, and what it selects, in the order of the select list. */
    record Joined(Select<?> select, List<? extends Selectable<?>> columns) {}

    private List<JoinClause> clauses() {
        List<JoinClause> clauses = new ArrayList<>();
        roots.forEach(root -> root.addTo(clauses));
        return clauses;
    }

    /** Add the joins and the columns they yield; a limit is one of owners, not of their rows with related ones. */
    Joined on(Select<?> select, List<? extends Selectable<?>> more) {
        boolean isCounted = !select.rowLimit().isEmpty()
                || select.isDistinct()
                || !select.distinctBy().isEmpty()
                || !select.groupings().isEmpty();
        return hasCollection && isCounted ? around(select, more) : within(select, more);
    }

    private Joined within(Select<?> select, List<? extends Selectable<?>> more) {
        Select<?> based = select.froms().isEmpty() && select.joins().isEmpty() ? select.keepFrom() : select;
        List<Selectable<?>> columns = new ArrayList<>(select.selected());
        columns.addAll(more);
        List<JoinClause> joins = new ArrayList<>(select.joins());
        joins.addAll(clauses());
        Select<?> joined =
                based.withOnlyColumns(columns).withOnlyJoins(joins).orderBy(orderings.toArray(Orderable[]::new));
        return new Joined(joined, columns);
    }

    // -- a subquery with joins around it -----------------------------------------------------------------------------

    private Joined around(Select<?> select, List<? extends Selectable<?>> more) {
        List<Selectable<?>> inner = new ArrayList<>(select.selected());
        List<JoinClause> clauses = clauses();
        Stream.concat(
                        clauses.stream().map(clause -> (SqlNode) Objects.requireNonNull(clause.on())),
                        select.orderings().stream().map(ordering -> (SqlNode) ordering))
                .forEach(node -> addOwnColumns(node, select, inner));
        DerivedTable owners = select.withOnlyColumns(inner).subquery();
        List<Selectable<?>> columns = new ArrayList<>();
        select.selected().forEach(each -> columns.add(owners.column((Expression<?>) each)));
        columns.addAll(more);
        List<JoinClause> joins = new ArrayList<>();
        for (JoinClause clause : clauses) {
            joins.add(new JoinClause(
                    clause.target(), moved(Objects.requireNonNull(clause.on()), inner, owners), clause.kind()));
        }
        List<Orderable> order = new ArrayList<>();
        select.orderings().forEach(each -> order.add(moved(each, inner, owners)));
        order.addAll(orderings);
        Select<Row> around = Select.rows(columns)
                .from(owners)
                .withOnlyJoins(joins)
                .orderBy(order.toArray(Orderable[]::new))
                .labelStyle(select.labelStyle());
        return new Joined(around, columns);
    }

    /** What the joins or the order need of the owners is selected too. */
    private static void addOwnColumns(SqlNode node, Select<?> select, List<Selectable<?>> inner) {
        if (inner.contains(node)) {
            return;
        }
        if (node instanceof NamedColumn<?> column) {
            boolean isOwn = FromElements.of(select.selected()).stream()
                    .anyMatch(from -> FromElements.of(List.of(column)).contains(from));
            if (isOwn) {
                inner.add(column);
            }
            return;
        }
        node.children().forEach(child -> addOwnColumns(child, select, inner));
    }

    @SuppressWarnings("unchecked") // a node with other columns is of the same kind
    private static <N extends SqlNode> N moved(N node, List<Selectable<?>> inner, DerivedTable owners) {
        return (N) Replacing.in(node, each -> inner.contains(each) ? owners.column((Expression<Object>) each) : null);
    }
}
