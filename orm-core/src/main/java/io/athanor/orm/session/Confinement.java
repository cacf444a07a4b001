package io.athanor.orm.session;

import java.util.concurrent.atomic.AtomicReference;

/** Lets one thread at a time into a session. A call may make others; a second thread is refused, not kept waiting. */
final class Confinement {
    private final AtomicReference<Thread> owner = new AtomicReference<>();
    private final Call call = new Call();
    private int depth;

    /** Held during a call. */
    final class Call implements AutoCloseable {
        @Override
        public void close() {
            if (--depth == 0) {
                owner.setRelease(null);
            }
        }
    }

    Call enter() {
        Thread current = Thread.currentThread();
        Thread holder = owner.getPlain();
        if (holder != current && !owner.compareAndSet(null, current)) {
            throw new IllegalStateChangeException(
                    "Session is in use by thread [%s] and was called by thread [%s]; give each thread a session of its own"
                            .formatted(holder == null ? "unknown" : holder.getName(), current.getName()));
        }
        depth++;
        return call;
    }
}
