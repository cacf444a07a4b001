package io.athanor.examples.shop;

import org.jspecify.annotations.Nullable;

/** A plain class that knows nothing of the library: not annotated, not enhanced. */
final class Point {
    private int id;
    private @Nullable String name;

    int id() {
        return id;
    }

    void id(int id) {
        this.id = id;
    }

    @Nullable String name() {
        return name;
    }

    void name(@Nullable String name) {
        this.name = name;
    }
}
