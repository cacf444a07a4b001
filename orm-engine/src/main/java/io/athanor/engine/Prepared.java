package io.athanor.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement. Closing it after its use puts it back on the shelf if it did its work and is as it was before.
 */
final class Prepared implements AutoCloseable {
    private final PreparedStatement statement;
    private final String name;
    private final @Nullable StatementShelf shelf;
    private boolean isInUse = true;
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

    String name() {
        return name;
    }

    /** Use the statement once more, if it is not in use. */
    boolean take() {
        if (isInUse) {
            return false;
        }
        isInUse = true;
        isDone = false;
        return true;
    }

    /** Note that the statement did its work: what has failed, or was left half read, is not used again. */
    void done() {
        isDone = true;
    }

    @Override
    public void close() throws SQLException {
        if (shelf != null && isDone) {
            shelf.keep(this);
            isInUse = false;
        } else {
            if (shelf != null) {
                shelf.drop(this);
            }
            statement.close();
        }
    }
}
