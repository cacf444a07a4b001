package io.athanor.orm.session;

import io.athanor.engine.Connection;
import io.athanor.orm.identity.EntityKey;
import io.athanor.orm.identity.InstanceState;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The transaction of a session: its connections, one for each engine, and what a rollback must undo. */
final class Transactions {
    private final Map<Binding, Enlisted> connections = new LinkedHashMap<>();
    private final Set<InstanceState> inserted = new LinkedHashSet<>();
    private final Set<InstanceState> deleted = new LinkedHashSet<>();
    /** What instances that are tracked by snapshot were before the transaction wrote them. */
    private final Map<InstanceState, @Nullable Object[]> originals = new IdentityHashMap<>();

    /** The keys that rows had before the transaction changed them. */
    private final Map<InstanceState, EntityKey> rekeyed = new IdentityHashMap<>();

    Map<InstanceState, EntityKey> rekeyed() {
        return rekeyed;
    }

    Connection connection(Binding binding) {
        return connections.computeIfAbsent(binding, Binding::enlist).connection();
    }

    boolean isOpen() {
        return !connections.isEmpty();
    }

    Set<InstanceState> inserted() {
        return inserted;
    }

    Set<InstanceState> deleted() {
        return deleted;
    }

    Map<InstanceState, @Nullable Object[]> originals() {
        return originals;
    }

    void commit() {
        connections.values().forEach(Enlisted::commit);
        end();
    }

    void rollback() {
        try {
            connections.values().forEach(Enlisted::rollback);
        } finally {
            end();
        }
    }

    /** Give the connections back; whatever one of them throws, the others are given back too. */
    private void end() {
        RuntimeException first = null;
        for (Enlisted enlisted : connections.values()) {
            try {
                enlisted.release();
            } catch (RuntimeException failure) {
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        connections.clear();
        if (first != null) {
            throw first;
        }
    }

    void forget() {
        inserted.clear();
        deleted.clear();
        originals.clear();
        rekeyed.clear();
    }
}
