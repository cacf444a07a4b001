package io.athanor.tests.benchmark;

import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import org.jspecify.annotations.Nullable;

/** A mapped class with an object and a primitive to read. */
@Mapped(table = "gauges")
public class Gauge {
    @Id
    private @Nullable Integer id;

    private String name;
    private int level;

    public Gauge(String name, int level) {
        this.name = name;
        this.level = level;
    }

    public @Nullable Integer getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public int getLevel() {
        return level;
    }

    public void setLevel(int level) {
        this.level = level;
    }
}
