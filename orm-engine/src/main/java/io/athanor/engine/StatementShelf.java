package io.athanor.engine;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prepared statements of a connection, kept for the next execution of the same SQL: to prepare takes some drivers longer than
 * to execute. One that is in use keeps its place, and is not given to another. They live as long as the connection is lent.
 * Not thread-safe.
 */
final class StatementShelf {
    private static final int CAPACITY = 32;

    /** The one that was not used for longest comes first. */
    private final Map<String, Prepared> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** Take a statement that is not in use, if there is one of this name, which is its SQL unless it was prepared in another way. */
    @Nullable Prepared take(String name) {
        Prepared known = kept.get(name);
        return known != null && known.take() ? known : null;
    }

    /** Put a statement back; one of the same SQL that was there before stays in its place. */
    void keep(Prepared prepared) throws SQLException {
        // What was bound may be large, or secret.
        prepared.statement().clearParameters();
        Prepared other = kept.putIfAbsent(prepared.name(), prepared);
        if (other != null && other != prepared) {
            prepared.statement().close();
        } else if (kept.size() > CAPACITY) {
            removeEldest();
        }
    }

    /** One that is in use comes back when its work is done. */
    private void removeEldest() throws SQLException {
        Iterator<Prepared> all = kept.values().iterator();
        Prepared eldest = all.next();
        all.remove();
        if (eldest.take()) {
            eldest.statement().close();
        }
    }

    /** Forget a statement that has failed, or was left half read. */
    void drop(Prepared prepared) {
        kept.remove(prepared.name(), prepared);
    }

    /** Close all that are not in use; whatever one of them throws, the others are closed too. */
    void clear() throws SQLException {
        SQLException first = null;
        for (Prepared prepared : kept.values()) {
            try {
                if (prepared.take()) {
                    prepared.statement().close();
                }
            } catch (SQLException failure) {
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        kept.clear();
        if (first != null) {
            throw first;
        }
    }

    /** Forget all, since their connection is gone. */
    void forget() {
        kept.clear();
    }
}
