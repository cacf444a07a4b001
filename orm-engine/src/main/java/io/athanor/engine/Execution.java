package io.athanor.engine;

import io.athanor.engine.event.StatementEvent;
import io.athanor.sql.compile.BoundStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent: SQL and the values of each execution, for the log, listeners and exceptions; made for them when they ask. */
record Execution(String sql, Values values, StatementKind kind) {
    /** Makes a list of values for each execution. */
    @FunctionalInterface
    interface Values {
        List<List<? extends @Nullable Object>> lists();
    }

    static Execution of(BoundStatement bound, StatementKind kind) {
        return new Execution(bound.sql(), () -> List.of(list(bound)), kind);
    }

    static Execution of(List<BoundStatement> batch) {
        String sql = batch.get(0).sql();
        return new Execution(sql, () -> lists(batch), StatementKind.of(sql));
    }

    private static List<List<? extends @Nullable Object>> lists(List<BoundStatement> batch) {
        List<List<? extends @Nullable Object>> sets = new ArrayList<>(batch.size());
        for (BoundStatement bound : batch) {
            sets.add(list(bound));
        }
        return sets;
    }

    private static List<@Nullable Object> list(BoundStatement bound) {
        return Collections.unmodifiableList(Arrays.asList(bound.values()));
    }

    static Execution of(String sql, StatementKind kind) {
        return new Execution(sql, () -> List.of(List.of()), kind);
    }

    StatementEvent event(String comment) {
        return new StatementEvent(sql + comment, values.lists());
    }
}
