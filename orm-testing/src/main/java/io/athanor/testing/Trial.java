package io.athanor.testing;

import io.athanor.engine.Connection;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import org.jspecify.annotations.Nullable;

/** What one test was lent, made when it is first asked for. Confined to the thread of the test. */
final class Trial {
    private final SessionFactory outside;
    private @Nullable Connection connection;
    private @Nullable SessionFactory sessions;
    private @Nullable Session session;
    private @Nullable StatementCounter counter;

    Trial(SessionFactory outside) {
        this.outside = outside;
    }

    Connection connection() {
        if (connection == null) {
            connection = outside.engine().connect();
            connection.begin();
        }
        return connection;
    }

    SessionFactory sessions() {
        if (sessions == null) {
            sessions = outside.joining(connection());
        }
        return sessions;
    }

    Session session() {
        if (session == null) {
            session = sessions().open();
        }
        return session;
    }

    StatementCounter counter() {
        if (counter == null) {
            counter = StatementCounter.on(outside.engine());
        }
        return counter;
    }

    /** Whatever fails on the way, the connection is given back. */
    void undo() {
        try (Connection lent = connection;
                Session open = session;
                StatementCounter counting = counter) {
            if (open != null) {
                open.rollback();
            }
            if (lent != null) {
                lent.rollback();
            }
        }
    }
}
