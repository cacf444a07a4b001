package io.athanor.engine;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.Dialect;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Alias;
import io.athanor.sql.tree.ConflictClause;
import io.athanor.sql.tree.Cte;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.DerivedColumn;
import io.athanor.sql.tree.FetchMode;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.Join;
import io.athanor.sql.tree.JoinClause;
import io.athanor.sql.tree.JoinKind;
import io.athanor.sql.tree.Quantified;
import io.athanor.sql.tree.Regexp;
import io.athanor.sql.tree.Returning;
import io.athanor.sql.tree.RowLimit;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SelectStatement;
import io.athanor.sql.tree.SetOperation;
import io.athanor.sql.tree.SetOperator;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.StandardFunction;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.tree.TableSample;
import io.athanor.sql.tree.Update;
import io.athanor.sql.tree.Values;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Refuses to run what the database has no words for, before it is sent. The text alone can be had of any statement: it is
 * that of the standard where the dialect has none of its own.
 */
final class CapabilityCheck {
    private final Dialect dialect;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<SqlNode> due = new ArrayDeque<>();

    private CapabilityCheck(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Check a statement; done once for each that is compiled. What a rule of the user's writes is the user's.
     *
     * @throws CompileException if the dialect lacks the capability for a part of it
     */
    static void check(Dialect dialect, CompileRules rules, SqlNode statement) {
        CapabilityCheck check = new CapabilityCheck(dialect);
        check.add(statement);
        while (!check.due.isEmpty()) {
            SqlNode node = check.due.pop();
            if (!rules.has(dialect.name(), node)) {
                check.part(node);
                check.clause(node);
            }
            // WITH names the columns of values itself, and a derived column is a part of its table.
            SqlNode inner = node instanceof Cte cte && cte.element() instanceof Values ? cte.element() : node;
            List<? extends SqlNode> children =
                    node instanceof DerivedColumn<?> column ? List.of(column.table()) : inner.children();
            children.forEach(check::add);
        }
    }

    private void add(SqlNode node) {
        Object identity = node.nodeIdentity();
        if (identity == null || seen.add(identity)) {
            due.push(node);
        }
    }

    private void require(boolean isUsed, Capability capability, String what, String remedy) {
        if (isUsed && !dialect.capabilities().has(capability)) {
            throw new CompileException(
                    "Dialect [%s] has no %s [%s]; %s".formatted(dialect.name(), what, capability, remedy));
        }
    }

    /** What stands in FROM or is an expression. */
    private void part(SqlNode node) {
        if (node instanceof Alias alias) {
            require(
                    alias.isLateral(),
                    Capability.LATERAL,
                    "subquery in FROM that sees what stands before it",
                    "use a scalar subquery in the columns, or number the rows with func.rowNumber().over(…)");
        } else if (node instanceof Values values) {
            require(
                    !values.isAnonymous(),
                    Capability.VALUES_IN_FROM,
                    "values in FROM with names of columns",
                    "name them in WITH: values(…).cte(name)");
        } else if (node instanceof TableSample) {
            require(true, Capability.TABLE_SAMPLES, "sample of a table", "order by func.random() and limit");
        } else if (node instanceof Regexp) {
            require(
                    true,
                    Capability.REGULAR_EXPRESSIONS,
                    "regular expressions",
                    "use like(…), or func.call(…) with a function that the database was given");
        } else if (node instanceof Quantified<?> quantified) {
            require(
                    !(quantified.source() instanceof SelectStatement<?>),
                    Capability.ARRAYS,
                    "arrays to compare with any or all elements of",
                    "use in(…) with a list");
        } else if (node instanceof StandardFunction<?> function) {
            aggregate(function);
        }
    }

    private void aggregate(StandardFunction<?> function) {
        require(
                !function.modifiers().filters().isEmpty(),
                Capability.AGGREGATE_FILTER,
                "filter of an aggregate",
                "aggregate when(condition, value), which is NULL for other rows");
        require(
                !function.modifiers().group().isEmpty(),
                Capability.WITHIN_GROUP,
                "aggregate within a sorted group",
                "number the rows with func.rowNumber().over(…) and pick those that are meant");
    }

    private void returning(Statement change) {
        Capability needed = change instanceof Insert
                ? Capability.INSERT_RETURNING
                : change instanceof Update ? Capability.UPDATE_RETURNING : Capability.DELETE_RETURNING;
        require(true, needed, "rows yielded by a change", "select them before or after it in the same transaction");
    }

    /** What belongs to statements. */
    private void clause(SqlNode node) {
        if (node instanceof Returning<?> returning) {
            returning(returning.change());
        } else if (node instanceof Join join) {
            join(join.kind());
        } else if (node instanceof JoinClause join) {
            join(join.kind());
        } else if (node instanceof ConflictClause conflict) {
            upsert(conflict);
        } else if (node instanceof Select<?> select) {
            fetch(select.rowLimit());
            require(
                    !select.distinctBy().isEmpty(),
                    Capability.DISTINCT_ON,
                    "first row of each group",
                    "number the rows with func.rowNumber().over(…) in a subquery, and select those of number 1");
        } else if (node instanceof SetOperation<?> operation) {
            fetch(operation.rowLimit());
            boolean isOfAll =
                    operation.operator() == SetOperator.INTERSECT_ALL || operation.operator() == SetOperator.EXCEPT_ALL;
            require(
                    isOfAll,
                    Capability.INTERSECT_ALL,
                    operation.operator().keyword(),
                    "drop ALL, or use exists(…) and number equal rows with func.rowNumber().over(…)");
        } else if (node instanceof Cte cte) {
            boolean isUnion = cte.element() instanceof SetOperation<?> all && all.operator() == SetOperator.UNION;
            require(
                    cte.isRecursive() && isUnion,
                    Capability.RECURSIVE_DISTINCT_CTES,
                    "recursion that leaves out what was found before",
                    "use recursiveCte(…), and distinct() where it is selected from");
            require(
                    isChange(cte.element()),
                    Capability.CHANGES_IN_WITH,
                    "change of rows within WITH",
                    "execute the change first, in the same transaction");
        }
    }

    private void upsert(ConflictClause conflict) {
        require(
                true,
                Capability.UPSERT,
                "insert that minds the row it conflicts with",
                "update first, and insert where no row was matched");
        require(
                !conflict.conditions().isEmpty(),
                Capability.CONDITIONAL_UPSERT,
                "condition of an upsert",
                "put it into what is set: set.set(column, when(condition, value).otherwise(column))");
    }

    private void join(JoinKind kind) {
        require(
                kind == JoinKind.FULL,
                Capability.FULL_JOIN,
                "full join",
                "unite an outer join with the rows of the other side that have no partner, by unionAll(…)");
    }

    private void fetch(RowLimit limit) {
        FetchMode mode = limit.mode();
        boolean isFetched = limit.fetch() != null;
        boolean isPercent = mode == FetchMode.PERCENT || mode == FetchMode.PERCENT_WITH_TIES;
        require(
                isFetched && isPercent,
                Capability.FETCH_PERCENT,
                "limit in hundredths",
                "count the rows first, and use limit(…)");
        require(
                isFetched && (mode == FetchMode.ROWS_WITH_TIES || mode == FetchMode.PERCENT_WITH_TIES),
                Capability.FETCH_WITH_TIES,
                "limit with ties",
                "rank the rows with func.rank().over(…) in a subquery, and compare the rank");
    }

    private static boolean isChange(SqlNode element) {
        return element instanceof Returning<?>
                || element instanceof Insert
                || element instanceof Update
                || element instanceof Delete;
    }
}
