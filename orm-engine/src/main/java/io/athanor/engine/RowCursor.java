package io.athanor.engine;

import io.athanor.engine.dialect.JdbcCodec;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a running query, read in place: for code that makes objects of rows, such as the ORM. Columns count from 0;
 * the methods for primitives make no objects. Closes itself behind the last row, and with the transaction that it was
 * opened in. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class RowCursor implements RowSource<RowCursor>, AutoCloseable {
    private final ConnectionCore core;
    private final Execution execution;
    private final Prepared prepared;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private JdbcCodec<?>[] codecs;
    private final List<String> names;
    private final @Nullable StatementLimit limit;
    private @Nullable String closedBy;
    private volatile boolean isCancelled;

    RowCursor(ConnectionCore core, Execution execution, Opened opened) {
        this.core = core;
        this.execution = execution;
        this.prepared = opened.prepared();
        this.statement = prepared.statement();
        this.rows = opened.rows();
        this.codecs = opened.codecs();
        this.names = opened.names();
        this.limit = opened.limit();
    }

    /** What a query yields once it runs. */
    record Opened(
            Prepared prepared,
            ResultSet rows,
            @Nullable StatementLimit limit,
            JdbcCodec<?>[] codecs,
            List<String> names) {}

    /**
     * Go to the next row.
     *
     * @return whether there is one; if not, the cursor is closed
     * @throws InvalidRequestException if the cursor was closed before its last row
     * @throws io.athanor.engine.error.DatabaseException if the database fails
     */
    @Override
    public boolean next() {
        if (closedBy != null) {
            if (closedBy.isEmpty()) {
                return false;
            }
            throw new InvalidRequestException(
                    "The result was closed by [%s] before its last row; read it to the end first".formatted(closedBy));
        }
        try {
            if (isCancelled) {
                throw new SQLTimeoutException("The reading of the result was cancelled");
            }
            if (limit == null ? rows.next() : nextOnTheClock(limit)) {
                return true;
            }
        } catch (Throwable failure) {
            throw core.failed(core.stopped(failure, limit), execution);
        }
        close("");
        return false;
    }

    private boolean nextOnTheClock(StatementLimit clock) throws SQLException {
        clock.enter();
        try {
            return rows.next();
        } finally {
            clock.leave();
        }
    }

    /** Stop the reading; called by other threads. */
    void cancel() throws SQLException {
        isCancelled = true;
        statement.cancel();
    }

    /** The connection is gone, and the result with it. */
    void lost() {
        if (closedBy == null) {
            closedBy = "the loss of the connection";
            core.forget(this);
            if (limit != null) {
                limit.end();
            }
        }
    }

    boolean isOf(Statement other) {
        return statement == other;
    }

    /**
     * Read a value.
     *
     * @param column the column, from 0
     * @param <T> the Java type of the column's type
     * @return the value, or {@code null} for NULL
     */
    @SuppressWarnings("unchecked") // the caller knows the type that the statement selects
    public <T> @Nullable T get(int column) {
        try {
            return (T) codecs[column].read(rows, column + 1);
        } catch (Throwable failure) {
            throw unreadable(failure, column);
        }
    }

    /**
     * Read an {@code int}.
     *
     * @param column the column, from 0
     * @return the value; 0 for NULL
     */
    public int getInt(int column) {
        try {
            return codecs[column].readInt(rows, column + 1);
        } catch (Throwable failure) {
            throw unreadable(failure, column);
        }
    }

    /**
     * Read a {@code long}.
     *
     * @param column the column, from 0
     * @return the value; 0 for NULL
     */
    public long getLong(int column) {
        try {
            return codecs[column].readLong(rows, column + 1);
        } catch (Throwable failure) {
            throw unreadable(failure, column);
        }
    }

    /**
     * Read a {@code double}.
     *
     * @param column the column, from 0
     * @return the value; 0 for NULL
     */
    public double getDouble(int column) {
        try {
            return codecs[column].readDouble(rows, column + 1);
        } catch (Throwable failure) {
            throw unreadable(failure, column);
        }
    }

    /**
     * Read a {@code boolean}.
     *
     * @param column the column, from 0
     * @return the value; false for NULL
     */
    public boolean getBoolean(int column) {
        try {
            return codecs[column].readBoolean(rows, column + 1);
        } catch (Throwable failure) {
            throw unreadable(failure, column);
        }
    }

    /**
     * Return whether the last value read was NULL.
     *
     * @return whether it was
     */
    public boolean wasNull() {
        try {
            return rows.wasNull();
        } catch (Throwable failure) {
            throw core.failed(failure, execution);
        }
    }

    private RuntimeException unreadable(Throwable failure, int column) {
        if (closedBy != null) {
            return new InvalidRequestException("The result is closed; read values before the next row or commit");
        }
        if (column < 0 || column >= codecs.length) {
            return new ArgumentException(
                    "The result has no column [%d]; it has [%d], counted from 0".formatted(column, codecs.length));
        }
        return core.failed(failure, execution);
    }

    /**
     * Return the names of the columns.
     *
     * @return the names in order
     */
    @Override
    public List<String> names() {
        return names;
    }

    /**
     * Say as what a column is read, of a statement whose columns are known only by their names.
     *
     * @param column the column, from 0
     * @param type the type that {@link #get} returns
     */
    public void readAs(int column, SqlType<?> type) {
        codecs = codecs.clone();
        codecs[column] = core.context.dialect().codecs().codec(type);
    }

    /**
     * Return the number of columns.
     *
     * @return the number
     */
    public int size() {
        return codecs.length;
    }

    /**
     * Return this: a cursor is read where it stands.
     *
     * @return this
     */
    @Override
    public RowCursor row() {
        return this;
    }

    /** Close the result; does nothing the second time. */
    @Override
    public void close() {
        close("close");
    }

    /** Close and remember why, for the message of a later read; empty where there was nothing left to read. */
    void close(String reason) {
        if (closedBy != null) {
            return;
        }
        closedBy = reason;
        core.forget(this);
        if (limit != null) {
            limit.end();
        }
        try {
            rows.close();
            if (!isCancelled) {
                prepared.done();
            }
            prepared.close();
        } catch (SQLException failure) {
            throw core.failed(failure, execution);
        }
    }
}
