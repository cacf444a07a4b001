package io.athanor.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prepared statements that a connection does not use at the moment, kept for the next execution of the same SQL: to prepare
 * takes some drivers longer than to execute. They live as long as the connection is lent. Not thread-safe.
 */
final class StatementShelf {
    private static final int CAPACITY = 32;

    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    /** Take a statement off the shelf, if there is one of this name, which is its SQL unless it was prepared in another way. */
    @Nullable PreparedStatement take(String name) {
        return idle.isEmpty() ? null : idle.remove(name);
    }

    /** Put a statement on the shelf; the one that has lain there for longest makes room. */
    void keep(String name, PreparedStatement statement) throws SQLException {
        // What was bound may be large, or secret.
        statement.clearParameters();
        PreparedStatement twin = idle.put(name, statement);
        if (twin != null) {
            twin.close();
        }
        if (idle.size() > CAPACITY) {
            var eldest = idle.entrySet().iterator();
            PreparedStatement oldest = eldest.next().getValue();
            eldest.remove();
            oldest.close();
        }
    }

    /** Close all; whatever one of them throws, the others are closed too. */
    void clear() throws SQLException {
        SQLException first = null;
        for (PreparedStatement statement : idle.values()) {
            try {
                statement.close();
            } catch (SQLException failure) {
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        idle.clear();
        if (first != null) {
            throw first;
        }
    }

    /** Forget all, since their connection is gone. */
    void forget() {
        idle.clear();
    }
}
