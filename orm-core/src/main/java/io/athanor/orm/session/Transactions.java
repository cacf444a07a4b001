package io.athanor.orm.session;

import io.athanor.engine.Connection;
import io.athanor.engine.Transaction;
import io.athanor.orm.identity.EntityKey;
import io.athanor.orm.identity.InstanceState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The transaction of a session: its connections, one for each engine, its savepoints, and what a rollback must undo. */
final class Transactions {
    private final Map<Binding, Enlisted> connections = new LinkedHashMap<>(2);
    /** The innermost first; the last one is the transaction itself. */
    private final Deque<Frame> frames = new ArrayDeque<>();

    Transactions() {
        frames.push(new Frame());
    }

    /** What was done since a transaction or a savepoint began. */
    static final class Frame {
        private final Set<InstanceState> inserted = new LinkedHashSet<>();
        private final Set<InstanceState> deleted = new LinkedHashSet<>();
        private final Set<InstanceState> updated = new LinkedHashSet<>();
        /** What instances that are tracked by snapshot were before they were written. */
        private final Map<InstanceState, @Nullable Object[]> originals = new IdentityHashMap<>();
        /** The keys that rows had before they were changed. */
        private final Map<InstanceState, EntityKey> rekeyed = new IdentityHashMap<>();
        /** Savepoints are set when there is something to do in them. */
        private final Map<Binding, Transaction> savepoints = new LinkedHashMap<>();

        private void addTo(Frame outer) {
            outer.inserted.addAll(inserted);
            outer.deleted.addAll(deleted);
            outer.updated.addAll(updated);
            originals.forEach(outer.originals::putIfAbsent);
            rekeyed.forEach(outer.rekeyed::putIfAbsent);
        }
    }

    Frame current() {
        return frames.element();
    }

    Connection connection(Binding binding) {
        Enlisted known = connections.get(binding);
        if (known == null) {
            known = binding.enlist();
            connections.put(binding, known);
        }
        return isNested() ? withSavepoints(binding, known.connection()) : known.connection();
    }

    private Connection withSavepoints(Binding binding, Connection connection) {
        for (Iterator<Frame> outermost = frames.descendingIterator(); outermost.hasNext(); ) {
            Frame frame = outermost.next();
            if (frame != frames.getLast()) {
                frame.savepoints.computeIfAbsent(binding, any -> connection.beginNested());
            }
        }
        return connection;
    }

    boolean isOpen() {
        return !connections.isEmpty();
    }

    Set<InstanceState> inserted() {
        return current().inserted;
    }

    Set<InstanceState> deleted() {
        return current().deleted;
    }

    Set<InstanceState> updated() {
        return current().updated;
    }

    Map<InstanceState, @Nullable Object[]> originals() {
        return current().originals;
    }

    Map<InstanceState, EntityKey> rekeyed() {
        return current().rekeyed;
    }

    // -- savepoints --------------------------------------------------------------------------------------------------

    boolean isNested() {
        return frames.size() > 1;
    }

    Frame begin() {
        Frame frame = new Frame();
        frames.push(frame);
        return frame;
    }

    boolean contains(Frame frame) {
        return frames.contains(frame);
    }

    boolean isInnermost(Frame frame) {
        return current() == frame;
    }

    /** Keep what was done since the innermost savepoint, as done since the one around it. */
    void release() {
        Frame inner = current();
        inner.savepoints.values().forEach(Transaction::commit);
        frames.pop();
        inner.addTo(current());
    }

    /** Undo in the database what was done since the innermost savepoint; {@link #drop} comes when the instances are restored. */
    void rollbackInnermost() {
        current().savepoints.values().forEach(Transaction::rollback);
    }

    void drop() {
        frames.pop();
    }

    /** Take what was done within savepoints as done by the transaction, of which it is a part. */
    void flatten() {
        while (isNested()) {
            Frame inner = frames.pop();
            inner.addTo(current());
        }
    }

    // -- the end -----------------------------------------------------------------------------------------------------

    void commit() {
        flatten();
        connections.values().forEach(Enlisted::commit);
        end();
    }

    void rollback() {
        flatten();
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
        frames.clear();
        frames.push(new Frame());
    }
}
