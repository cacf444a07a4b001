package io.athanor.tests.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Steps that change objects. What an attribute was is loaded without a flush, so that a flush is always a step. */
final class Changes {
    private Changes() {}

    private static String type(String handle) {
        return Kind.of(handle).type.getSimpleName();
    }

    static Step add(String handle, String name) {
        return new Step(
                "%s %s = new %s(\"%s\"); session.add(%s);".formatted(type(handle), handle, type(handle), name, handle),
                model -> !model.isUsed(handle),
                model -> model.add(handle, name),
                world -> {
                    world.put(handle, Kind.of(handle).create(name));
                    world.session.add(world.item(handle));
                });
    }

    /** A new child comes to the session with the collection that it is put in. */
    static Step addInto(String handle, String name, String parent) {
        Kind kind = Kind.of(handle);
        return new Step(
                "%s %s = new %s(\"%s\"); %s.get%s().add(%s);"
                        .formatted(type(handle), handle, type(handle), name, parent, kind.childrenProperty(), handle),
                model -> !model.isUsed(handle) && model.isAlive(parent) && Kind.of(parent) == kind.parent(),
                model -> {
                    model.add(handle, name);
                    model.move(handle, parent);
                },
                world -> world.quietly(any -> {
                    world.put(handle, kind.create(name));
                    kind.children(world.item(parent)).add(world.item(handle));
                }));
    }

    /** A new parent comes to the session with the new child that refers to it. */
    static Step addWithParent(String handle, String parent, String name) {
        Kind kind = Kind.of(handle);
        return new Step(
                "%s %s = new %s(\"%s\"); %s %s = new %s(\"%s\"); %s.set%s(%s); session.add(%s);"
                        .formatted(
                                type(parent),
                                parent,
                                type(parent),
                                name,
                                type(handle),
                                handle,
                                type(handle),
                                name,
                                handle,
                                kind.parentProperty(),
                                parent,
                                handle),
                model -> !model.isUsed(handle)
                        && !model.isUsed(parent)
                        && !handle.equals(parent)
                        && Kind.of(parent) == kind.parent(),
                model -> {
                    model.add(parent, name);
                    model.add(handle, name);
                    model.move(handle, parent);
                },
                world -> {
                    world.put(parent, Kind.of(parent).create(name));
                    world.put(handle, kind.create(name));
                    kind.setParent(world.item(handle), world.item(parent));
                    world.session.add(world.item(handle));
                });
    }

    static Step rename(String handle, String name) {
        return new Step(
                "%s.setName(\"%s\");".formatted(handle, name),
                model -> model.isAlive(handle),
                model -> model.rename(handle, name),
                world -> world.item(handle).setName(name));
    }

    private static boolean canMove(Model model, String child, String parent) {
        Kind kind = Kind.of(child);
        if (!model.isAlive(child) || !model.isAlive(parent) || !kind.isChild() || Kind.of(parent) != kind.parent()) {
            return false;
        }
        String old = model.memory().row(child).parent();
        boolean isCircle = kind == Kind.BRANCH && !model.isOrdered(child, parent);
        return !isCircle && !parent.equals(old) && (old == null || !model.isDoomed(old));
    }

    /** The session knows no old parent of an object that was expired alone, unless it is read. */
    private static void know(World world, String child) {
        Kind.of(child).parent(world.item(child));
    }

    static Step moveByCollection(String child, String parent) {
        Kind kind = Kind.of(child);
        return new Step(
                "%s.get%s().add(%s);".formatted(parent, kind.childrenProperty(), child),
                model -> canMove(model, child, parent) && !model.isVague(child),
                model -> model.move(child, parent),
                world -> world.quietly(any -> kind.children(world.item(parent)).add(world.item(child))));
    }

    static Step moveByReference(String child, String parent) {
        Kind kind = Kind.of(child);
        return new Step(
                "%s.set%s(%s);".formatted(child, kind.parentProperty(), parent),
                model -> canMove(model, child, parent) && !model.isVague(child),
                model -> model.move(child, parent),
                world -> world.quietly(any -> kind.setParent(world.item(child), world.item(parent))));
    }

    static Step moveAfterReading(String child, String parent) {
        Kind kind = Kind.of(child);
        return new Step(
                "%s.get%s(); %s.set%s(%s);"
                        .formatted(child, kind.parentProperty(), child, kind.parentProperty(), parent),
                model -> canMove(model, child, parent),
                model -> model.move(child, parent),
                world -> world.quietly(any -> {
                    know(world, child);
                    kind.setParent(world.item(child), world.item(parent));
                }));
    }

    private static boolean canTake(Model model, String child) {
        if (!model.isAlive(child)) {
            return false;
        }
        String parent = model.memory().row(child).parent();
        return parent != null && model.isAlive(parent);
    }

    static Step takeByReference(String child) {
        Kind kind = Kind.of(child);
        return new Step(
                "%s.get%s(); %s.set%s(null);".formatted(child, kind.parentProperty(), child, kind.parentProperty()),
                model -> canTake(model, child),
                model -> model.move(child, null),
                world -> world.quietly(any -> {
                    know(world, child);
                    kind.setParent(world.item(child), null);
                }));
    }

    static Step takeByCollection(String child, String parent) {
        Kind kind = Kind.of(child);
        return new Step(
                "%s.get%s().remove(%s);".formatted(parent, kind.childrenProperty(), child),
                model -> canTake(model, child)
                        && parent.equals(model.memory().row(child).parent()),
                model -> model.move(child, null),
                world -> world.quietly(any -> kind.children(world.item(parent)).remove(world.item(child))));
    }

    /** Another collection takes the place of the old one: some stay, one comes, the rest is let go. */
    static Step replace(String parent, Kind kind, List<String> children) {
        return new Step(
                "%s.set%s(List.of(%s));".formatted(parent, kind.childrenProperty(), String.join(", ", children)),
                model -> canReplace(model, parent, kind, children),
                model -> {
                    List<String> gone = new ArrayList<>(model.memory().children(parent, kind));
                    gone.removeAll(children);
                    gone.forEach(child -> model.move(child, null));
                    children.stream()
                            .filter(child ->
                                    !parent.equals(model.memory().row(child).parent()))
                            .forEach(child -> model.move(child, parent));
                },
                world -> world.quietly(any -> kind.setChildren(
                        world.item(parent),
                        new ArrayList<>(children.stream().map(world::item).toList()))));
    }

    private static boolean canReplace(Model model, String parent, Kind kind, List<String> children) {
        if (!model.isAlive(parent) || Kind.of(parent) != kind.parent()) {
            return false;
        }
        boolean isEveryOneAlive = model.memory().children(parent, kind).stream().allMatch(model::isAlive);
        return isEveryOneAlive
                && children.stream()
                        .allMatch(child -> Kind.of(child) == kind
                                && model.isAlive(child)
                                && (parent.equals(model.memory().row(child).parent())
                                        || canMove(model, child, parent) && !model.isVague(child)));
    }

    private static boolean areAlive(Model model, String team, String cup) {
        return Kind.of(team) == Kind.TEAM && Kind.of(cup) == Kind.CUP && model.isAlive(team) && model.isAlive(cup);
    }

    private static boolean areLinked(Model model, String team, String cup) {
        return model.memory().links().contains(new Rows.Link(team, cup));
    }

    static Step link(String team, String cup, boolean isByTeam) {
        return new Step(
                isByTeam ? "%s.getCups().add(%s);".formatted(team, cup) : "%s.getTeams().add(%s);".formatted(cup, team),
                model -> areAlive(model, team, cup) && !areLinked(model, team, cup),
                model -> model.link(team, cup),
                world -> world.quietly(any -> {
                    Team one = (Team) world.item(team);
                    Cup other = (Cup) world.item(cup);
                    boolean isNews = isByTeam
                            ? one.getCups().add(other)
                            : other.getTeams().add(one);
                    Objects.checkIndex(isNews ? 0 : 1, 1);
                }));
    }

    static Step unlink(String team, String cup, boolean isByTeam) {
        return new Step(
                isByTeam
                        ? "%s.getCups().remove(%s);".formatted(team, cup)
                        : "%s.getTeams().remove(%s);".formatted(cup, team),
                model -> areAlive(model, team, cup) && areLinked(model, team, cup),
                model -> model.unlink(team, cup),
                world -> world.quietly(any -> {
                    Team one = (Team) world.item(team);
                    Cup other = (Cup) world.item(cup);
                    boolean isNews = isByTeam
                            ? one.getCups().remove(other)
                            : other.getTeams().remove(one);
                    Objects.checkIndex(isNews ? 0 : 1, 1);
                }));
    }

    /** What is to be deleted must not have got anything since the last flush. */
    static Step delete(String handle) {
        return new Step(
                "session.delete(%s);".formatted(handle),
                model -> model.isStored(handle)
                        && model.memory().withOwned(handle).stream()
                                .allMatch(each -> model.isStored(each) && !model.isGaining(each)),
                model -> model.delete(handle),
                world -> world.quietly(session -> session.delete(world.item(handle))));
    }

    /** A new object takes the row of one that is deleted, with what it does not set; what refers to neither is left. */
    static Step takeRow(String handle, String heir, String name) {
        String type = type(handle);
        return new Step(
                "session.delete(%s); %s %s = new %s(\"%s\"); %s.setId(%s.getId()); session.add(%s); session.flush();"
                        .formatted(handle, type, heir, type, name, heir, handle, heir),
                model -> Kind.of(handle) == Kind.PLAYER
                        && Kind.of(heir) == Kind.PLAYER
                        && !model.isUsed(heir)
                        && model.isStored(handle)
                        && model.isClean(),
                model -> model.takeRow(handle, heir, name),
                world -> {
                    Item item = world.item(handle);
                    Item other = Kind.of(heir).create(name);
                    other.setId(item.getId());
                    world.session.delete(item);
                    world.session.add(other);
                    world.put(heir, other);
                    world.session.flush();
                    world.session.expireAll();
                });
    }

    /** Adding takes a deletion back that was not flushed. */
    static Step keep(String handle) {
        return new Step(
                "session.add(%s);".formatted(handle),
                model -> model.isDoomed(handle)
                        && (Kind.of(handle) == Kind.PLAYER || Kind.of(handle) == Kind.CUP)
                        && (model.memory().row(handle).parent() == null
                                || model.isAlive(model.memory().row(handle).parent()))
                        && model.memory().linked(handle).stream().allMatch(model::isAlive),
                model -> model.keep(handle),
                world -> world.session.add(world.item(handle)));
    }
}
