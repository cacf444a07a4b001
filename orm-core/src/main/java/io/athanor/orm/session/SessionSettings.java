package io.athanor.orm.session;

import java.util.function.Consumer;

/** The options of a factory, once stated. */
record SessionSettings(boolean autoflush, boolean expireOnCommit) {
    static SessionSettings of(Consumer<SessionOptions> options) {
        Statement statement = new Statement();
        options.accept(statement);
        return new SessionSettings(statement.isAutoflush, statement.isExpireOnCommit);
    }

    private static final class Statement implements SessionOptions {
        private boolean isAutoflush = true;
        private boolean isExpireOnCommit = true;

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
