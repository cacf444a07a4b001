package io.athanor.engine;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.Dialect;
import io.athanor.sql.tree.Assignment;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.BindList;
import io.athanor.sql.tree.BindRows;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.NamedTable;
import io.athanor.sql.tree.SqlNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Cuts an INSERT of many rows into statements that the database takes. */
final class InsertPortions {
    /** What every build of SQLite takes; more in one statement is no faster anywhere. */
    private static final int ENOUGH_BINDS = 32_766;

    private InsertPortions() {}

    /** The statements in the order of the rows; the INSERT itself if it need not be cut. */
    static List<Insert> of(Insert insert, Dialect dialect) {
        int rows = insert.rows().size();
        return rows < 2 ? List.of(insert) : cut(insert, portion(insert, dialect));
    }

    static List<Insert> oneByOne(Insert insert) {
        return cut(insert, 1);
    }

    private static List<Insert> cut(Insert insert, int size) {
        int rows = insert.rows().size();
        if (rows <= size) {
            return List.of(insert);
        }
        List<Insert> portions = new ArrayList<>();
        for (int start = 0; start < rows; start += size) {
            portions.add(insert.slice(start, Math.min(rows, start + size)));
        }
        return portions;
    }

    private static int portion(Insert insert, Dialect dialect) {
        if (!dialect.capabilities().has(Capability.MULTI_ROW_INSERT)) {
            return 1;
        }
        int widest = 1;
        for (List<Assignment> row : insert.rows()) {
            widest = Math.max(
                    widest, row.stream().mapToInt(InsertPortions::binds).sum());
        }
        widest += defaults(insert);
        int fixed = insert.conflict() == null ? 0 : binds(insert.conflict());
        return Math.max(1, (Math.min(dialect.maxBinds(), ENOUGH_BINDS) - fixed) / widest);
    }

    /** What a row gets that it does not state. */
    private static int defaults(Insert insert) {
        int count = 0;
        if (insert.options().hasDefaults() && insert.table() instanceof NamedTable table) {
            for (NamedColumn<?> column : table.columns()) {
                count += column.insertDefault() == null ? 0 : 1;
                count += column.insertExpression() == null ? 0 : binds(column.insertExpression());
            }
        }
        return count;
    }

    private static int binds(SqlNode node) {
        int count = 0;
        Deque<SqlNode> due = new ArrayDeque<>(List.of(node));
        while (!due.isEmpty()) {
            SqlNode next = due.pop();
            if (next instanceof Bind<?>) {
                count++;
            } else if (next instanceof BindList<?> list) {
                count += list.values().size();
            } else if (next instanceof BindRows rows) {
                count += rows.rows().size() * rows.types().size();
            }
            due.addAll(next.children());
        }
        return count;
    }
}
