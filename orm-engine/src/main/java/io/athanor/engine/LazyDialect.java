package io.athanor.engine;

import io.athanor.engine.dialect.Dialect;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A dialect that may have to be asked of the database first. Thread-safe. */
final class LazyDialect {
    private final Supplier<Dialect> supplier;
    /** No monitor, so that virtual threads that wait for the answer do not hold their carriers. */
    private final ReentrantLock asking = new ReentrantLock();

    private volatile @Nullable Dialect dialect;

    LazyDialect(Supplier<Dialect> supplier) {
        this.supplier = supplier;
    }

    Dialect get() {
        Dialect known = dialect;
        if (known != null) {
            return known;
        }
        asking.lock();
        try {
            known = dialect;
            if (known == null) {
                known = supplier.get();
                dialect = known;
            }
            return known;
        } finally {
            asking.unlock();
        }
    }
}
