package io.athanor.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A prepared statement in use. Closing it puts it back on the shelf if it did its work and is as it was before. */
final class Prepared implements AutoCloseable {
    private final PreparedStatement statement;
    private final String name;
    private final @Nullable StatementShelf shelf;
    private boolean isDone;

    /** A statement that is closed after its use if there is no shelf for it. */
    Prepared(PreparedStatement statement, String name, @Nullable StatementShelf shelf) {
        this.statement = statement;
        this.name = name;
        this.shelf = shelf;
    }

    PreparedStatement statement() {
        return statement;
    }

    /** Note that the statement did its work: what has failed, or was left half read, is not used again. */
    void done() {
        isDone = true;
    }

    @Override
    public void close() throws SQLException {
        if (isDone && shelf != null) {
            shelf.keep(name, statement);
        } else {
            statement.close();
        }
    }
}
