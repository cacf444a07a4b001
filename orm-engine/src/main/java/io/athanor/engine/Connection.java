package io.athanor.engine;

import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.IsolationLevel;
import io.athanor.engine.dialect.QueryRunner;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.schema.SchemaTarget;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Text;
import io.athanor.sql.tree.Update;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a database, borrowed from the engine's pool until it is closed. The first statement begins a transaction;
 * {@link #commit} or {@link #rollback} ends it, and the next statement begins another. Closing rolls back what is not
 * committed. Used by one thread at a time.
 *
 * <p>Every method that talks to the database may throw a {@link io.athanor.engine.error.DatabaseException}.
 *
 * @since 0.1.0
 */
public interface Connection extends SchemaTarget, AutoCloseable {
    /**
     * Execute a statement that yields rows.
     *
     * @param statement the statement
     * @param <T> what each row yields
     * @return the result, to be read or closed
     */
    <T> Result<T> execute(RowStatement<T> statement);

    /**
     * Execute a statement that yields rows, with values for its named binds.
     *
     * @param statement the statement
     * @param binds the values by name
     * @param <T> what each row yields
     * @return the result, to be read or closed
     * @throws io.athanor.sql.error.ArgumentException if a named bind has no value, or a name is not a bind
     */
    <T> Result<T> execute(RowStatement<T> statement, Map<String, ?> binds);

    /**
     * Execute an INSERT.
     *
     * @param statement the statement
     * @return how many rows were inserted
     */
    long execute(Insert statement);

    /**
     * Execute an UPDATE.
     *
     * @param statement the statement
     * @return how many rows it matched
     */
    long execute(Update statement);

    /**
     * Execute a DELETE.
     *
     * @param statement the statement
     * @return how many rows were deleted
     */
    long execute(Delete statement);

    /**
     * Execute raw SQL whose rows, if any, are of no interest.
     *
     * @param statement the text, <strong>raw SQL</strong>
     * @return how many rows it changed, 0 if it does not tell
     */
    long run(Text statement);

    /**
     * Run a statement of DDL, such as {@code connection.ddl(d -> d.createTableAs("copy", select(item.id)))}.
     *
     * @param statement writes it, in the words of the dialect
     */
    void ddl(Function<? super DdlCompiler, String> statement);

    /**
     * Begin a transaction.
     *
     * @return the transaction
     * @throws InvalidRequestException if one has begun already, be it by a statement
     */
    Transaction begin();

    /**
     * Set a savepoint, beginning a transaction first if none has begun.
     *
     * @return the savepoint
     */
    Transaction beginNested();

    /**
     * Do work in a transaction: committed when the work returns, rolled back when it throws.
     *
     * @param work what to do; it is given the transaction
     * @param <X> the checked exception it may throw
     * @throws X what the work throws
     * @throws InvalidRequestException if a transaction has begun already
     */
    default <X extends Exception> void begin(Work<? super Transaction, X> work) throws X {
        try (Transaction transaction = begin()) {
            work.run(transaction);
            if (transaction.isActive()) {
                transaction.commit();
            }
        }
    }

    /**
     * Do work within a savepoint: kept when the work returns, undone when it throws.
     *
     * @param work what to do; it is given the savepoint
     * @param <X> the checked exception it may throw
     * @throws X what the work throws
     */
    default <X extends Exception> void beginNested(Work<? super Transaction, X> work) throws X {
        try (Transaction savepoint = beginNested()) {
            work.run(savepoint);
            if (savepoint.isActive()) {
                savepoint.commit();
            }
        }
    }

    /**
     * Begin a transaction that is committed in two phases, under a name that is made up; SQLAlchemy's
     * {@code begin_twophase}.
     *
     * @return the transaction
     * @throws InvalidRequestException if one has begun already, or the database has no such transactions
     */
    default TwoPhaseTransaction beginTwoPhase() {
        return beginTwoPhase("athanor_" + UUID.randomUUID());
    }

    /**
     * Begin a transaction that is committed in two phases.
     *
     * @param id its name, unique in the database server: letters, digits and {@code _ . : -}, at most 64
     * @return the transaction
     * @throws InvalidRequestException if one has begun already, or the database has no such transactions
     * @throws io.athanor.sql.error.ArgumentException if the name is of another form
     */
    TwoPhaseTransaction beginTwoPhase(String id);

    /**
     * Return the transactions that are prepared and wait for their second phase, be it because the program that prepared
     * them has died; SQLAlchemy's {@code recover_twophase}. To be called without a transaction.
     *
     * @return their names
     * @throws InvalidRequestException if a transaction has begun, or the database has no such transactions
     */
    List<String> preparedTransactions();

    /**
     * Commit a transaction that is prepared. To be called without a transaction.
     *
     * @param id its name
     * @throws InvalidRequestException if a transaction has begun, or the database has no such transactions
     */
    void commitPrepared(String id);

    /**
     * Roll back a transaction that is prepared. To be called without a transaction.
     *
     * @param id its name
     * @throws InvalidRequestException if a transaction has begun, or the database has no such transactions
     */
    void rollbackPrepared(String id);

    /**
     * Commit the transaction, savepoints included. Does nothing if none has begun.
     *
     * @throws io.athanor.engine.error.TransactionAbortedException if the database has given the transaction up; it is then
     *     rolled back
     * @throws io.athanor.engine.error.CommitOutcomeUnknownException if the connection is lost meanwhile
     */
    void commit();

    /** Roll the transaction back, savepoints included. Does nothing if none has begun. */
    void rollback();

    /**
     * Return whether a transaction has begun.
     *
     * @return whether it has
     */
    boolean isInTransaction();

    /**
     * Return the name of the transaction that has begun, or of the next one, by which its work can be looked for should the
     * answer to its COMMIT be lost: write it to a table of one's own within the transaction. The exception has it too.
     *
     * @return a name that no other transaction has
     * @see io.athanor.engine.error.CommitOutcomeUnknownException#token
     */
    String transactionToken();

    /**
     * Return the isolation level of this connection's transactions.
     *
     * @return the level
     */
    IsolationLevel isolationLevel();

    /**
     * Return this connection with other execution options. Isolation level and {@code readOnly} are set for the connection
     * as a whole, and set back when it is closed; all others hold for what is executed through what is returned.
     *
     * @param change sets what differs from this connection's
     * @return a view of this connection; closing it closes this one
     * @throws InvalidRequestException if isolation level or {@code readOnly} change within a transaction, or the database
     *     has no such level
     */
    Connection executionOptions(Consumer<? super ExecutionOptions> change);

    /**
     * Stop what this connection executes or reads at this moment; that fails with a
     * {@link io.athanor.engine.error.StatementTimeoutException}. Does nothing where nothing runs. The only method that other
     * threads may call.
     */
    void cancel();

    /**
     * Return the driver's connection, for what is missing here. It stays this connection's: do not close it, nor end the
     * transaction by it. Whatever is set on it is set back when this connection is closed.
     *
     * @return the connection
     */
    java.sql.Connection jdbc();

    /**
     * Give the driver's connection up as broken, and all others of the pool that were opened before it; SQLAlchemy's
     * {@code invalidate}. A transaction is lost by it; after {@link #rollback} this connection borrows another one.
     */
    void invalidate();

    /**
     * Return this connection, fetching the rows of results in portions.
     *
     * @param rows how many rows the driver may fetch at once, at least 1
     * @return a view of this connection; closing it closes this one
     * @see ExecutionOptions#yieldPer
     */
    default Connection yieldPer(int rows) {
        return executionOptions(options -> options.yieldPer(rows));
    }

    /**
     * Run a compiled query. For the ORM and the like.
     *
     * @param compiled the statement
     * @param bound the same with values
     * @return its rows
     */
    RowCursor open(CompiledStatement compiled, BoundStatement bound);

    /**
     * Run a compiled INSERT, UPDATE or DELETE. For the ORM and the like.
     *
     * @param bound the statement with values
     * @return how many rows it matched
     */
    long update(BoundStatement bound);

    /**
     * Run a compiled INSERT, UPDATE or DELETE several times, in one batch where the SQL is the same. For the ORM and the
     * like.
     *
     * @param compiled the statement
     * @param rows the same with values
     * @return how many rows each execution matched, in order; negative where the driver does not tell
     */
    long[] updateBatch(CompiledStatement compiled, List<BoundStatement> rows);

    /**
     * Insert rows and get their generated keys, by the dialect's strategy. For the ORM and the like.
     *
     * @param insert an INSERT of one row
     * @param rows what {@link RowInsert#bind} made of the values of each row
     * @return for each row, in order, the values of the key columns; an empty list if no keys are asked for
     */
    List<@Nullable Object[]> insert(RowInsert insert, List<BoundStatement> rows);

    /**
     * Return whether the database holds a table.
     *
     * @param name the name as declared, not quoted
     * @return whether it exists
     */
    boolean hasTable(String name);

    /**
     * Return the dialect.
     *
     * @return the dialect of the engine
     */
    Dialect dialect();

    /**
     * Return what carries out a dialect's own queries here, such as those of its {@link Dialect#schema}. For reflection and
     * the like.
     *
     * @return the runner, alive as long as this connection
     */
    QueryRunner queries();

    /**
     * Return what writes CREATE, ALTER and DROP, with the engine's own compile rules.
     *
     * @return the compiler
     */
    DdlCompiler ddl();

    /**
     * Run a statement that defines something, as it stands.
     *
     * @param sql the statement, <strong>raw SQL</strong> such as a {@link io.athanor.sql.ddl.DdlCompiler} writes
     */
    void define(String sql);

    /**
     * Return whether this connection was closed.
     *
     * @return whether it was
     */
    boolean isClosed();

    /** Roll back what is not committed and give the connection back; does nothing the second time. */
    @Override
    void close();
}
