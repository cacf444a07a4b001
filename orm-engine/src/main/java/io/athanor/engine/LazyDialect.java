package io.athanor.engine;

import io.athanor.engine.dialect.Dialect;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A dialect that may have to be asked of the database first. Thread-safe. */
final class LazyDialect {
    private final Supplier<Dialect> supplier;
    private volatile @Nullable Dialect dialect;

    LazyDialect(Supplier<Dialect> supplier) {
        this.supplier = supplier;
    }

    Dialect get() {
        Dialect known = dialect;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            known = dialect;
            if (known == null) {
                known = supplier.get();
                dialect = known;
            }
            return known;
        }
    }
}
