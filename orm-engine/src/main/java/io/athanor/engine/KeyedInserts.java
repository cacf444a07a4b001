package io.athanor.engine;

import io.athanor.engine.dialect.InsertManyStrategy;
import io.athanor.engine.dialect.JdbcCodec;
import io.athanor.engine.dialect.JdbcCodecs;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.NamedColumn;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserts rows and reads their generated keys; keeps the prepared statement from one row to the next of the same SQL. */
final class KeyedInserts implements InsertManyStrategy.InsertRunner, AutoCloseable {
    private final ConnectionCore core;
    private final String[] keyNames;
    private final JdbcCodec<?>[] keyCodecs;
    private @Nullable PreparedStatement prepared;
    private String preparedSql = "";

    KeyedInserts(ConnectionCore core, List<? extends NamedColumn<?>> keys) {
        this.core = core;
        String dialect = core.context.dialect().name();
        JdbcCodecs codecs = core.context.dialect().codecs();
        this.keyNames = keys.stream()
                .map(key -> core.context.dialect().generatedKeyName(key.name()))
                .toArray(String[]::new);
        this.keyCodecs = keys.stream()
                .map(key -> codecs.codec(key.type().forDialect(dialect)))
                .toArray(JdbcCodec<?>[]::new);
    }

    @Override
    public List<@Nullable Object[]> insert(List<BoundStatement> rows, List<? extends NamedColumn<?>> keys) {
        BoundStatement first = rows.get(0);
        StatementPlan plan = core.context.plan(first.compiled());
        return core.run(Execution.of(rows), () -> {
            PreparedStatement statement = prepare(first.sql());
            if (rows.size() == 1) {
                plan.bind(statement, first);
                statement.executeUpdate();
            } else {
                for (BoundStatement row : rows) {
                    plan.bind(statement, row);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            return keys(statement, rows.size());
        });
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement current = prepared;
        if (current != null && preparedSql.equals(sql)) {
            return current;
        }
        close(current);
        PreparedStatement next = core.prepare(sql, keyNames);
        prepared = next;
        preparedSql = sql;
        return next;
    }

    private List<@Nullable Object[]> keys(PreparedStatement statement, int count) throws SQLException {
        List<@Nullable Object[]> all = new ArrayList<>(count);
        try (ResultSet generated = statement.getGeneratedKeys()) {
            while (generated.next()) {
                @Nullable Object[] values = new Object[keyCodecs.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = keyCodecs[i].read(generated, i + 1);
                }
                all.add(values);
            }
        }
        if (all.size() != count) {
            throw new ArgumentException(
                    "The driver told [%d] generated keys for [%d] rows; set the keys %s before inserting"
                            .formatted(all.size(), count, List.of(keyNames)));
        }
        return all;
    }

    @Override
    public void close() {
        PreparedStatement last = prepared;
        prepared = null;
        try {
            close(last);
        } catch (SQLException failure) {
            throw core.failed(failure, null);
        }
    }

    private static void close(@Nullable PreparedStatement statement) throws SQLException {
        if (statement != null) {
            statement.close();
        }
    }
}
