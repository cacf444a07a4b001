package io.athanor.sql.compile;

import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FetchMode;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.RowLimit;
import java.util.LinkedHashSet;
import java.util.Set;

/** Writes what ends a query: how many rows, and which of them are locked. */
abstract class LimitCompiler extends FromCompiler {
    LimitCompiler(CompilerSettings settings, StatementText out) {
        super(settings, out);
    }

    final void rowLimit(RowLimit limit) {
        boolean isPlain = limit.mode() == FetchMode.ROWS && !hasFetch();
        if (limit.fetch() == null) {
            if (!limit.isEmpty()) {
                limit(limit);
            }
        } else if (isPlain) {
            limit(new RowLimit(limit.fetch(), limit.offset(), null, FetchMode.ROWS));
        } else {
            fetch(limit);
        }
    }

    /**
     * Return whether the database has FETCH FIRST.
     *
     * @return whether it has; if not, LIMIT stands for its plain form
     */
    protected boolean hasFetch() {
        return true;
    }

    /**
     * Write the limit and the offset.
     *
     * @param limit one or both of them
     */
    protected void limit(RowLimit limit) {
        if (limit.limit() != null) {
            out.append("\n LIMIT ");
            write(limit.limit());
        }
        if (limit.offset() != null) {
            out.append(limit.limit() == null ? "\n LIMIT -1 OFFSET " : " OFFSET ");
            write(limit.offset());
        }
    }

    /**
     * Write the offset and FETCH FIRST.
     *
     * @param limit what is fetched, and perhaps an offset
     */
    protected void fetch(RowLimit limit) {
        if (limit.offset() != null) {
            out.append("\n OFFSET ");
            rowCount(limit.offset());
            out.append(" ROWS");
        }
        if (limit.fetch() != null) {
            out.append("\n FETCH FIRST ");
            rowCount(limit.fetch());
            out.append(limit.mode().unit()).append(" ROWS ").append(limit.mode().end());
        }
    }

    /**
     * Write a number of rows before ROWS.
     *
     * @param count the number
     */
    protected void rowCount(Expression<?> count) {
        write(count);
    }

    /** Without any of the finer locks. */
    @Override
    public void visitForUpdate(ForUpdate node) {
        out.append(" FOR UPDATE");
    }

    /**
     * Return the names of the tables that are locked.
     *
     * @param lock the lock
     * @return {@code OF} and the names, with a blank before it; nothing if it names none
     */
    protected final String lockedTables(ForUpdate lock) {
        Set<String> locked = new LinkedHashSet<>();
        for (FromClause table : lock.tables()) {
            FromFinder.leaves(table).forEach(leaf -> locked.add(identifier(leaf)));
        }
        return locked.isEmpty() ? "" : " OF " + String.join(", ", locked);
    }
}
