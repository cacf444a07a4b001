package io.athanor.tests.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.Orm;
import java.util.Collection;
import java.util.List;

/** Steps of the session as a whole, and of what it knows of objects. */
final class Works {
    private Works() {}

    static Step flush() {
        return new Step("session.flush();", model -> true, Model::flush, world -> world.session.flush());
    }

    /** What comes of it is compared with the database and the objects; see the run. */
    static Step commit() {
        return new Step(
                        "session.commit();",
                        model -> model.savepoints() == 0,
                        Model::commit,
                        world -> world.session.commit())
                .ending(Step.End.TRANSACTION);
    }

    static Step rollback() {
        return new Step("session.rollback();", model -> true, Model::rollback, world -> world.session.rollback())
                .ending(Step.End.TRANSACTION);
    }

    /** A query flushes before it. */
    static Step query(Kind kind) {
        return new Step(
                "session.query(%s.class).all();".formatted(kind.type.getSimpleName()),
                model -> true,
                Model::flush,
                world -> world.session.query(kind.type).all());
    }

    /** A statement flushes before it, and what it does to rows is seen in the objects. */
    static Step renameWithoutTeam(String name) {
        return new Step(
                "session.execute(update(Player.class).set(Player_.name, \"%s\").where(Player_.parentId.isNull()));"
                        .formatted(name),
                model -> true,
                model -> {
                    model.flush();
                    model.renameWithoutParent(Kind.PLAYER, name);
                },
                world -> world.session.execute(
                        Orm.update(Player.class).set(Player_.name, name).where(Player_.parentId.isNull())));
    }

    /** Relationships are loaded, whatever is pending. */
    static Step read(String handle) {
        Kind kind = Kind.of(handle);
        return new Step(
                "session.noAutoflush(quiet -> read(%s));".formatted(handle),
                model -> model.isAlive(handle),
                model -> model.read(handle),
                world -> world.quietly(any -> {
                    Item item = world.item(handle);
                    int size = kind.isChild() && kind.parent(item) != null ? 1 : 0;
                    for (Kind child : Kind.CHILDREN) {
                        size += child.parent() == kind ? child.children(item).size() : 0;
                    }
                    Collection<?> linked = kind == Kind.TEAM ? Kind.cups(item) : List.of();
                    assertThat(size
                                    + linked.size()
                                    + (kind == Kind.CUP ? Kind.teams(item).size() : 0))
                            .isNotNegative();
                }));
    }

    /** What else is expired with it, if it is loaded, must not have changed, so that it does not matter whether it is. */
    private static boolean isAtRest(Model model, String handle) {
        return model.memory().withOwned(handle).stream()
                .allMatch(each -> model.isStored(each)
                        && !model.isTouched(each)
                        && (each.equals(handle)
                                || model.memory()
                                        .row(each)
                                        .equals(model.flushed().row(each))));
    }

    static Step expire(String handle) {
        return new Step(
                "session.expire(%s);".formatted(handle),
                model -> isAtRest(model, handle),
                model -> model.expire(handle),
                world -> world.session.expire(world.item(handle)));
    }

    static Step expireAll() {
        return new Step(
                "session.expireAll();",
                model -> !model.isNewRelated() && !model.isAnyDoomed(),
                Model::expireAll,
                world -> world.session.expireAll());
    }

    /** What is pending elsewhere is flushed before. */
    static Step refresh(String handle) {
        return new Step(
                "session.refresh(%s);".formatted(handle),
                model -> isAtRest(model, handle)
                        && model.memory().withOwned(handle).size() == 1,
                model -> {
                    model.expire(handle);
                    model.flush();
                },
                world -> world.session.refresh(world.item(handle)));
    }

    /** A detached object comes back with what was changed in it meanwhile. */
    static Step expungeAndAdd(String handle, String name) {
        return new Step(
                "session.expunge(%s); %s.setName(\"%s\"); session.add(%s);".formatted(handle, handle, name, handle),
                model -> isAtRest(model, handle)
                        && !model.isStale()
                        && model.memory().row(handle).equals(model.flushed().row(handle)),
                model -> model.rename(handle, name),
                world -> world.quietly(session -> {
                    Item item = world.item(handle);
                    item.getName();
                    session.expunge(item);
                    assertThat(session.contains(item)).isFalse();
                    item.setName(name);
                    session.add(item);
                }));
    }

    /** A flush that fails makes the session refuse work until all is rolled back. */
    static Step failedFlush(String handle) {
        String type = Kind.of(handle).type.getSimpleName();
        return new Step(
                        "%s twin = new %s(\"twin\"); twin.setId(%s.getId()); session.add(twin); session.flush() fails; session.rollback();"
                                .formatted(type, type, handle),
                        model -> model.isStored(handle),
                        Model::rollback,
                        world -> {
                            Item twin = Kind.of(handle).create("twin");
                            world.quietly(any -> twin.setId(world.item(handle).getId()));
                            world.session.add(twin);
                            org.assertj.core.api.Assertions.assertThatThrownBy(world.session::flush)
                                    .isInstanceOf(RuntimeException.class);
                            world.session.rollback();
                        })
                .ending(Step.End.TRANSACTION);
    }
}
