package io.athanor.engine;

import io.athanor.engine.event.StatementEvent;
import io.athanor.sql.compile.BoundStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent: SQL and the values of each execution, for the log, listeners and exceptions. */
record Execution(String sql, List<List<? extends @Nullable Object>> parameters) {
    static Execution of(BoundStatement bound) {
        return new Execution(bound.sql(), List.of(Collections.unmodifiableList(Arrays.asList(bound.values()))));
    }

    static Execution of(List<BoundStatement> batch) {
        List<List<? extends @Nullable Object>> sets = new ArrayList<>(batch.size());
        for (BoundStatement bound : batch) {
            sets.add(Collections.unmodifiableList(Arrays.asList(bound.values())));
        }
        return new Execution(batch.get(0).sql(), sets);
    }

    static Execution of(String sql) {
        return new Execution(sql, List.of(List.of()));
    }

    StatementEvent event() {
        return new StatementEvent(sql, parameters);
    }
}
