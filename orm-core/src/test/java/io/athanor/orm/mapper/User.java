package io.athanor.orm.mapper;

import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.instrument.Tracker;
import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.DeclaredMappings;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Mapping;

/** An entity with the members that the enhancer would add, written by hand. */
@Mapped(table = "users")
class User implements Instrumented {
    static {
        DeclaredMappings.register(
                User.class,
                () -> Mapping.declared(User.class, "users")
                        .attribute("id", Integer.class, a -> a.id())
                        .attribute("name", String.class, a -> a.notNull().length(30))
                        .attribute("color", Color.class, a -> a.column("favourite"))
                        .attribute("age", int.class, a -> {}),
                new User());
    }

    enum Color {
        RED,
        GREEN
    }

    @Id
    Integer id;

    @Column(length = 30, nullable = false)
    String name;

    @Column(name = "favourite")
    Color color;

    int age;

    private Tracker tracker;

    @Override
    public Tracker $orm$tracker() {
        return tracker;
    }

    @Override
    public void $orm$tracker(Tracker t) {
        tracker = t;
    }

    @Override
    public Instrumented $orm$new() {
        return new User();
    }

    @Override
    public Object $orm$get(int index) {
        return switch (index) {
            case 0 -> id;
            case 1 -> name;
            case 2 -> color;
            default -> age;
        };
    }

    @Override
    public void $orm$set(int index, Object value) {
        switch (index) {
            case 0 -> id = (Integer) value;
            case 1 -> name = (String) value;
            case 2 -> color = (Color) value;
            default -> age = (Integer) value;
        }
    }
}
