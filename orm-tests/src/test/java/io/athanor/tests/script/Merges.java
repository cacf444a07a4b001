package io.athanor.tests.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

/** Steps that copy objects from outside of the session onto those within. */
final class Merges {
    private Merges() {}

    /** What is not set in a new object is left alone; a merge flushes before. */
    static Step ofNew(String handle, String name) {
        String type = Kind.of(handle).type.getSimpleName();
        return new Step(
                "%s given = new %s(\"%s\"); given.setId(%s.getId()); session.merge(given);"
                        .formatted(type, type, name, handle),
                model -> model.isStored(handle),
                model -> {
                    model.flush();
                    model.rename(handle, name);
                },
                world -> {
                    world.session.flush();
                    Item given = Kind.of(handle).create(name);
                    given.setId(world.item(handle).getId());
                    assertThat(world.session.merge(given)).isSameAs(world.item(handle));
                });
    }

    /** What was detached stays so; others that still refer to it are expired. */
    static Step ofDetached(String handle, String name) {
        return new Step(
                "session.flush(); session.expunge(%s); %s.setName(\"%s\"); %s = session.merge(%s); session.flush(); session.expireAll();"
                        .formatted(handle, handle, name, handle, handle),
                model -> model.isStored(handle) && model.isClean(),
                model -> {
                    model.rename(handle, name);
                    model.flush();
                    model.expireAll();
                },
                world -> {
                    Set<String> handles = world.owned(handle);
                    Item detached = world.item(handle);
                    detached.getName();
                    world.session.expunge(detached);
                    detached.setName(name);
                    Item merged = world.session.merge(detached);
                    assertThat(merged).isNotSameAs(detached);
                    assertThat(world.session.contains(detached)).isFalse();
                    world.session.flush();
                    world.session.expireAll();
                    world.renew(handles);
                    assertThat(world.item(handle)).isSameAs(merged);
                });
    }
}
