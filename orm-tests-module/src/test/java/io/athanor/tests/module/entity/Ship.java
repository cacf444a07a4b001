package io.athanor.tests.module.entity;

import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import org.jspecify.annotations.Nullable;

/** A mapped class whose module opens nothing to the library. */
@Mapped(table = "ships")
public class Ship {
    @Id
    private @Nullable Long id;

    private String name;
    private int tons;
    private @Nullable Double draught;

    public Ship(String name, int tons) {
        this.name = name;
        this.tons = tons;
    }

    public @Nullable Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getTons() {
        return tons;
    }

    public @Nullable Double getDraught() {
        return draught;
    }

    public void setDraught(@Nullable Double draught) {
        this.draught = draught;
    }
}
