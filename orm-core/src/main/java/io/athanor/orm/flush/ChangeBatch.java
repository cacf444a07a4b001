package io.athanor.orm.flush;

import io.athanor.engine.Connection;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gathers changes of rows as long as one statement does for all of them, and sends them as one batch, in their order. So rows
 * that wait for each other one by one, as those of a tree do, take no statement each.
 */
final class ChangeBatch {
    private final Supplier<Connection> connection;
    private final List<BoundStatement> rows = new ArrayList<>();
    private @Nullable Change change;

    ChangeBatch(Supplier<Connection> connection) {
        this.connection = connection;
    }

    /** What is done to rows of a table, each of which must be there. */
    record Change(String verb, Table table, CompiledStatement statement) {}

    void add(Change next, List<BoundStatement> more) {
        if (change != null && change.statement() != next.statement()) {
            send();
        }
        change = next;
        rows.addAll(more);
    }

    /** Send what was gathered, before anything else is sent. */
    void send() {
        Change gathered = change;
        if (gathered == null) {
            return;
        }
        List<BoundStatement> batch = List.copyOf(rows);
        change = null;
        rows.clear();
        RowCount.check(gathered.verb(), gathered.table(), connection.get().updateBatch(gathered.statement(), batch));
    }
}
