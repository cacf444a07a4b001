package io.athanor.orm.session;

import io.athanor.engine.Connection;
import io.athanor.engine.Transaction;

/** A connection that takes part in a session's transaction, and how that transaction ends on it. */
interface Enlisted {
    Connection connection();

    void commit();

    void rollback();

    /** Let go of the connection, the transaction having ended. */
    void release();

    /** Borrow a connection of the engine for this transaction alone. */
    static Enlisted borrow(Binding binding) {
        Connection connection = binding.engine().connect();
        return new Enlisted() {
            @Override
            public Connection connection() {
                return connection;
            }

            @Override
            public void commit() {
                connection.commit();
            }

            @Override
            public void rollback() {
                connection.rollback();
            }

            @Override
            public void release() {
                connection.close();
            }
        };
    }

    /** Work within the transaction of somebody else's connection: a savepoint is all that may be ended. */
    static Enlisted join(Connection connection) {
        Transaction savepoint = connection.beginNested();
        return new Enlisted() {
            @Override
            public Connection connection() {
                return connection;
            }

            @Override
            public void commit() {
                savepoint.commit();
            }

            @Override
            public void rollback() {
                savepoint.rollback();
            }

            @Override
            public void release() {}
        };
    }
}
