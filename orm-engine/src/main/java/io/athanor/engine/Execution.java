package io.athanor.engine;

import io.athanor.engine.event.StatementEvent;
import io.athanor.sql.compile.BoundStatement;
import java.util.AbstractList;
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
        return new Execution(bound.sql(), () -> new Batch(List.of(bound)), kind);
    }

    /** A batch. Its values are looked at only by whoever asks for them. */
    static Execution of(List<BoundStatement> batch) {
        return of(batch, StatementKind.of(batch.get(0).sql()));
    }

    static Execution of(List<BoundStatement> batch, StatementKind kind) {
        return new Execution(batch.get(0).sql(), () -> new Batch(batch), kind);
    }

    /** One statement that takes the values of several rows. */
    static Execution together(String sql, List<BoundStatement> rows, StatementKind kind) {
        return new Execution(sql, () -> List.of(new Joined(rows)), kind);
    }

    static Execution of(String sql, StatementKind kind) {
        return new Execution(sql, () -> List.of(List.of()), kind);
    }

    StatementEvent event(String comment) {
        return new StatementEvent(sql + comment, values.lists());
    }

    /** The values of each row. */
    private static final class Batch extends AbstractList<List<? extends @Nullable Object>> {
        private final List<BoundStatement> rows;

        Batch(List<BoundStatement> rows) {
            this.rows = rows;
        }

        @Override
        public List<? extends @Nullable Object> get(int index) {
            return Collections.unmodifiableList(Arrays.asList(rows.get(index).values()));
        }

        @Override
        public int size() {
            return rows.size();
        }
    }

    /** The values of all rows, which are equally many. */
    private static final class Joined extends AbstractList<@Nullable Object> {
        private final List<BoundStatement> rows;
        private final int width;

        Joined(List<BoundStatement> rows) {
            this.rows = rows;
            this.width = rows.get(0).values().length;
        }

        @Override
        public @Nullable Object get(int index) {
            return rows.get(index / width).values()[index % width];
        }

        @Override
        public int size() {
            return rows.size() * width;
        }
    }
}
