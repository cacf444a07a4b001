package io.athanor.orm.flush;

import io.athanor.engine.Connection;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.compile.CompiledStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

    /** A statement, and what is done with how many rows each of its executions has met. */
    private record Change(CompiledStatement statement, Consumer<long[]> check) {}

    void add(CompiledStatement statement, List<BoundStatement> more, Consumer<long[]> check) {
        if (change != null && change.statement() != statement) {
            send();
        }
        change = new Change(statement, check);
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
        gathered.check().accept(connection.get().updateBatch(gathered.statement(), batch));
    }

    /** Send what was gathered, and return the connection for something else. */
    Connection connection() {
        send();
        return connection.get();
    }
}
