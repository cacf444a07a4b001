package io.athanor.engine;

import io.athanor.engine.dialect.JdbcCodec;
import io.athanor.engine.dialect.QueryRunner;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.SqlTypes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends statements to the driver. */
final class StatementRunner implements QueryRunner {
    private final ConnectionCore core;
    private final ExecutionOptions options;

    StatementRunner(ConnectionCore core, ExecutionOptions options) {
        this.core = core;
        this.options = options;
    }

    ExecutionOptions options() {
        return options;
    }

    RowCursor open(BoundStatement bound) {
        requireBinds(bound);
        StatementPlan plan = core.context.plan(bound.compiled());
        Execution execution = Execution.of(bound, plan.kind());
        RowCursor.Opened opened = core.run(execution, options, () -> open(bound, plan));
        return core.opened(new RowCursor(core, execution, opened));
    }

    private RowCursor.Opened open(BoundStatement bound, StatementPlan plan) throws SQLException {
        Prepared prepared = core.prepare(bound.sql(), options);
        PreparedStatement statement = prepared.statement();
        StatementLimit limit = limit(statement);
        try {
            if (options.fetchSize > 0) {
                statement.setFetchSize(options.fetchSize);
            }
            plan.bind(statement, bound);
            ResultSet rows = core.running.run(statement, limit, statement::executeQuery);
            return plan.columns().length > 0
                    ? new RowCursor.Opened(prepared, rows, limit, plan.columns(), plan.names())
                    : described(prepared, rows, limit);
        } catch (Throwable failure) {
            end(limit);
            throw closing(prepared, core.stopped(failure, limit));
        }
    }

    private @Nullable StatementLimit limit(Statement statement) {
        return StatementLimit.start(core.running, statement, options.timeoutNanos);
    }

    private static void end(@Nullable StatementLimit limit) {
        if (limit != null) {
            limit.end();
        }
    }

    /** Carry out one call of a statement, which another thread or the clock may stop. */
    <T extends @Nullable Object> T stoppable(Statement statement, ConnectionCore.Query<T> call) throws SQLException {
        StatementLimit limit = limit(statement);
        try {
            return core.running.run(statement, limit, call);
        } catch (Throwable failure) {
            core.stopped(failure, limit);
            throw failure;
        } finally {
            end(limit);
        }
    }

    /** Raw SQL tells its columns only once it has run. */
    private RowCursor.Opened described(Prepared prepared, ResultSet rows, @Nullable StatementLimit limit)
            throws SQLException {
        ResultSetMetaData description = rows.getMetaData();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= description.getColumnCount(); i++) {
            names.add(description.getColumnLabel(i));
        }
        JdbcCodec<?>[] codecs = new JdbcCodec<?>[names.size()];
        Arrays.fill(codecs, core.context.dialect().codecs().codec(SqlTypes.OTHER));
        return new RowCursor.Opened(prepared, rows, limit, codecs, List.copyOf(names));
    }

    /** Close after a failure; hand the failure on without losing that of closing. */
    private static SQLException closing(Prepared prepared, Throwable failure) throws SQLException {
        try {
            prepared.close();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return (SQLException) failure;
    }

    /** The database's own error would come late, name no remedy, and may cost the connection. */
    private void requireBinds(BoundStatement bound) {
        int most = core.context.dialect().maxBinds();
        if (bound.values().length > most) {
            throw new ArgumentException(
                    "The statement has [%d] bound values, but dialect [%s] takes [%d]; split a long list right of IN, or insert its values into a temporary table and select from there"
                            .formatted(
                                    bound.values().length,
                                    core.context.dialect().name(),
                                    most));
        }
    }

    long update(BoundStatement bound) {
        requireBinds(bound);
        StatementPlan plan = core.context.plan(bound.compiled());
        return core.run(Execution.of(bound, plan.kind()), options, () -> {
            try (Prepared prepared = core.prepare(bound.sql(), options)) {
                PreparedStatement statement = prepared.statement();
                plan.bind(statement, bound);
                long count = stoppable(
                        statement,
                        () -> bound.compiled().returnsRows() ? countRows(statement) : statement.executeUpdate());
                prepared.done();
                return count;
            }
        });
    }

    /** An INSERT that yields its key unasked yields a row for each that it inserted. */
    private static long countRows(PreparedStatement statement) throws SQLException {
        long count = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                count++;
            }
        }
        return count;
    }

    long[] updateBatch(List<BoundStatement> rows) {
        long[] counts = new long[rows.size()];
        int start = 0;
        for (int end = 1; end <= rows.size(); end++) {
            if (end == rows.size()
                    || !rows.get(end).sql().equals(rows.get(start).sql())) {
                List<BoundStatement> same = rows.subList(start, end);
                long[] done = same.size() == 1 ? new long[] {update(same.get(0))} : batch(same);
                System.arraycopy(done, 0, counts, start, done.length);
                start = end;
            }
        }
        return counts;
    }

    private long[] batch(List<BoundStatement> same) {
        BoundStatement first = same.get(0);
        StatementPlan plan = core.context.plan(first.compiled());
        return core.run(Execution.of(same), options, () -> {
            try (Prepared prepared = core.prepare(first.sql(), options)) {
                PreparedStatement statement = prepared.statement();
                for (BoundStatement bound : same) {
                    plan.bind(statement, bound);
                    statement.addBatch();
                }
                int[] counts = stoppable(statement, statement::executeBatch);
                prepared.done();
                return Arrays.stream(counts).asLongStream().toArray();
            }
        });
    }

    /** Run raw SQL of any kind. */
    long runAny(BoundStatement bound) {
        requireBinds(bound);
        StatementPlan plan = core.context.plan(bound.compiled());
        return core.run(Execution.of(bound, plan.kind()), options, () -> {
            // Raw SQL may be anything, and is seldom run again.
            try (Prepared prepared = core.prepare(bound.sql(), options)) {
                PreparedStatement statement = prepared.statement();
                plan.bind(statement, bound);
                boolean isQuery = stoppable(statement, statement::execute);
                return isQuery ? 0L : Math.max(0L, statement.getUpdateCount());
            }
        });
    }

    /** Run DDL. */
    void runDdl(String sql) {
        core.run(Execution.of(sql, StatementKind.of(sql)), options, () -> {
            try (Statement statement = core.jdbc().createStatement()) {
                return stoppable(statement, () -> statement.execute(core.commented(sql)));
            }
        });
    }

    @Override
    public <T extends @Nullable Object> T query(
            String sql, List<? extends @Nullable Object> parameters, RowsReader<T> reader) {
        JdbcCodec<Object> codec = core.context.dialect().codecs().codec(SqlTypes.OTHER);
        Execution execution = new Execution(sql, () -> List.of(parameters), StatementKind.QUERY);
        return core.run(execution, options, () -> {
            try (Prepared prepared = core.prepare(sql, options)) {
                PreparedStatement statement = prepared.statement();
                for (int i = 0; i < parameters.size(); i++) {
                    codec.bindNullable(statement, i + 1, parameters.get(i));
                }
                return stoppable(statement, () -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        return reader.read(rows);
                    }
                });
            }
        });
    }
}
