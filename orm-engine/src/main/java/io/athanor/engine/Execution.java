package io.athanor.engine;

import io.athanor.engine.event.StatementEvent;
import io.athanor.sql.compile.BoundStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent: SQL and the values of each execution, for the log, listeners and exceptions. */
record Execution(String sql, List<List<? extends @Nullable Object>> parameters, StatementKind kind) {
    static Execution of(BoundStatement bound) {
        return of(bound, StatementKind.of(bound.sql()));
    }

    static Execution of(BoundStatement bound, StatementKind kind) {
        return new Execution(bound.sql(), List.of(Collections.unmodifiableList(Arrays.asList(bound.values()))), kind);
    }

    static Execution of(List<BoundStatement> batch) {
        List<List<? extends @Nullable Object>> sets = new ArrayList<>(batch.size());
        for (BoundStatement bound : batch) {
            sets.add(Collections.unmodifiableList(Arrays.asList(bound.values())));
        }
        String sql = batch.get(0).sql();
        return new Execution(sql, sets, StatementKind.of(sql));
    }

    static Execution of(String sql, StatementKind kind) {
        return new Execution(sql, List.of(List.of()), kind);
    }

    StatementEvent event(String comment) {
        return new StatementEvent(sql + comment, parameters);
    }
}
