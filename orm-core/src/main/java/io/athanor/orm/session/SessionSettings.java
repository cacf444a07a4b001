package io.athanor.orm.session;

import io.athanor.sql.tree.LabelStyle;
import java.util.function.Consumer;

/** The options of a factory, once stated. */
record SessionSettings(
        boolean autoflush, boolean expireOnCommit, boolean batchLazyLoads, boolean requireUnique, LabelStyle labels) {
    static SessionSettings of(Consumer<SessionOptions> options) {
        Statement statement = new Statement();
        options.accept(statement);
        return new SessionSettings(
                statement.isAutoflush,
                statement.isExpireOnCommit,
                statement.isBatching,
                statement.isUniqueRequired,
                statement.labels);
    }

    private static final class Statement implements SessionOptions {
        private boolean isAutoflush = true;
        private boolean isExpireOnCommit = true;
        private boolean isBatching;
        private boolean isUniqueRequired;
        private LabelStyle labels = LabelStyle.TABLE_COLUMN_ONCE;

        @Override
        public SessionOptions batchLazyLoads(boolean on) {
            isBatching = on;
            return this;
        }

        @Override
        public SessionOptions requireUnique(boolean on) {
            isUniqueRequired = on;
            return this;
        }

        @Override
        public SessionOptions labels(LabelStyle style) {
            labels = style;
            return this;
        }

        @Override
        public SessionOptions autoflush(boolean on) {
            isAutoflush = on;
            return this;
        }

        @Override
        public SessionOptions expireOnCommit(boolean on) {
            isExpireOnCommit = on;
            return this;
        }
    }
}
