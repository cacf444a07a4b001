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

/** Inserts rows and reads their generated keys. */
final class KeyedInserts implements InsertManyStrategy.InsertRunner {
    private final ConnectionCore core;
    private final StatementRunner runner;
    private final RowInsert insert;
    private final String[] keyNames;
    private final JdbcCodec<?>[] keyCodecs;

    KeyedInserts(ConnectionCore core, StatementRunner runner, RowInsert insert) {
        this.core = core;
        this.runner = runner;
        this.insert = insert;
        String dialect = core.context.dialect().name();
        JdbcCodecs codecs = core.context.dialect().codecs();
        List<? extends NamedColumn<?>> keys = insert.keys();
        this.keyNames = keys.stream()
                .map(key -> core.context.dialect().generatedKeyName(key.name()))
                .toArray(String[]::new);
        this.keyCodecs = keys.stream()
                .map(key -> codecs.codec(key.type().forDialect(dialect)))
                .toArray(JdbcCodec<?>[]::new);
    }

    @Override
    public List<@Nullable Object[]> insert(List<BoundStatement> rows) {
        if (insert.isYielding()) {
            List<@Nullable Object[]> all = new ArrayList<>(rows.size());
            rows.forEach(row -> all.addAll(insertTogether(List.of(row))));
            return all;
        }
        String sql = insert.compiled().sql();
        StatementPlan plan = core.context.plan(insert.compiled());
        return core.run(Execution.of(rows, plan.kind()), runner.options(), () -> {
            try (Prepared prepared = core.prepare(sql, insert.name(), keyNames, runner.options())) {
                List<@Nullable Object[]> keys = insert(prepared.statement(), plan, rows);
                prepared.done();
                return keys;
            }
        });
    }

    private List<@Nullable Object[]> insert(PreparedStatement statement, StatementPlan plan, List<BoundStatement> rows)
            throws SQLException {
        if (rows.size() == 1) {
            plan.bind(statement, rows.get(0));
            runner.stoppable(statement, statement::executeUpdate);
        } else {
            for (BoundStatement row : rows) {
                plan.bind(statement, row);
                statement.addBatch();
            }
            runner.stoppable(statement, statement::executeBatch);
        }
        try (ResultSet generated = statement.getGeneratedKeys()) {
            return keys(generated, rows.size());
        }
    }

    @Override
    public int mostTogether() {
        return insert.together().most();
    }

    @Override
    public boolean isTold() {
        return insert.isTold();
    }

    @Override
    public List<@Nullable Object[]> insertTogether(List<BoundStatement> rows) {
        RowInsert.Together together = insert.together();
        String sql = together.sql(rows.size());
        StatementPlan plan = core.context.plan(together.compiled());
        List<@Nullable Object[]> keys =
                core.run(Execution.together(sql, rows, StatementKind.CHANGE), runner.options(), () -> {
                    try (Prepared statement = core.prepare(sql, runner.options())) {
                        PreparedStatement jdbc = statement.statement();
                        int place = 1;
                        for (BoundStatement row : rows) {
                            place = plan.bind(jdbc, place, row.values());
                        }
                        List<@Nullable Object[]> yielded = runner.stoppable(jdbc, () -> {
                            try (ResultSet returned = jdbc.executeQuery()) {
                                return keys(returned, rows.size());
                            }
                        });
                        statement.done();
                        return yielded;
                    }
                });
        return RowOrder.inserted(keys, core.context.dialect());
    }

    private List<@Nullable Object[]> keys(ResultSet generated, int count) throws SQLException {
        List<@Nullable Object[]> all = new ArrayList<>(count);
        while (generated.next()) {
            @Nullable Object[] values = new Object[keyCodecs.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = keyCodecs[i].read(generated, i + 1);
            }
            all.add(values);
        }
        if (all.size() != count) {
            throw new ArgumentException(
                    "The driver told [%d] generated keys for [%d] rows; set the keys %s before inserting"
                            .formatted(all.size(), count, List.of(keyNames)));
        }
        return all;
    }
}
