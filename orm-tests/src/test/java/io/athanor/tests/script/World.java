package io.athanor.tests.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Transaction;
import io.athanor.orm.Orm;
import io.athanor.orm.session.Session;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** A session, and the objects that a script has made. */
final class World {
    final Session session;
    final Deque<Transaction> savepoints = new ArrayDeque<>();
    private final Model model;
    private final Map<String, Item> items = new HashMap<>();

    World(Session session, Model model) {
        this.session = session;
        this.model = model;
    }

    Item item(String handle) {
        Item item = items.get(handle);
        if (item == null) {
            throw new IllegalStateException("No object " + handle);
        }
        return item;
    }

    void put(String handle, Item item) {
        items.put(handle, item);
    }

    /** Get the instance that the session has of a row now. */
    void renew(Collection<String> handles) {
        for (String handle : handles) {
            put(
                    handle,
                    session.getOne(
                            Kind.of(handle).type,
                            Objects.requireNonNull(Orm.inspect(item(handle)).identity())));
        }
    }

    /** An object and those that are expunged with it. */
    Set<String> owned(String handle) {
        return model.memory().withOwned(handle);
    }

    void quietly(Consumer<Session> work) {
        session.noAutoflush(work::accept);
    }

    // -- comparing ---------------------------------------------------------------------------------------------------

    /** Every object is as the model says. */
    void checkObjects(Rows expected) {
        assertThat(session.newObjects()).as("newObjects()").isEmpty();
        assertThat(session.deleted()).as("deleted()").isEmpty();
        expected.byHandle().keySet().forEach(handle -> checkObject(handle, expected));
        assertThat(session.dirty()).as("dirty() after reading").isEmpty();
    }

    void checkObject(String handle, Rows expected) {
        Item item = item(handle);
        Kind kind = Kind.of(handle);
        Rows.Row row = expected.row(handle);
        assertThat(session.contains(item)).as("contains(%s)", handle).isTrue();
        assertThat(item.getName()).as("%s.getName()", handle).isEqualTo(row.name());
        if (kind.isChild()) {
            Item parent = row.parent() == null ? null : item(row.parent());
            assertThat(kind.parent(item))
                    .as("%s.get%s(), which is %s", handle, kind.parentProperty(), row.parent())
                    .isSameAs(parent);
        }
        for (Kind child : Kind.CHILDREN) {
            if (child.parent() == kind) {
                checkMembers(
                        handle + ".get" + child.childrenProperty() + "()",
                        child.children(item),
                        expected.children(handle, child));
            }
        }
        if (kind == Kind.TEAM) {
            checkMembers(handle + ".getCups()", Kind.cups(item), expected.linked(handle));
        } else if (kind == Kind.CUP) {
            checkMembers(handle + ".getTeams()", Kind.teams(item), expected.linked(handle));
        }
    }

    private void checkMembers(String what, Collection<? extends Item> members, List<String> expected) {
        Set<Item> found = identities(members);
        Set<Item> wanted = identities(expected.stream().map(this::item).toList());
        assertThat(members).as("%s has no object twice", what).hasSize(found.size());
        assertThat(found.equals(wanted))
                .as("%s: expected %s, found %s", what, expected, handles(members))
                .isTrue();
    }

    private static Set<Item> identities(Collection<? extends Item> items) {
        Set<Item> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(items);
        return set;
    }

    private List<String> handles(Collection<? extends Item> members) {
        return members.stream()
                .map(member -> items.entrySet().stream()
                        .filter(entry -> entry.getValue() == member)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("another " + member.getClass().getSimpleName() + " " + member.getId()))
                .toList();
    }

    /** A query finds what has a row, each once and each the instance that is known. */
    void checkQuery(Kind kind, Rows expected) {
        List<? extends Item> found = session.query(kind.type).all();
        List<String> wanted = expected.byHandle().keySet().stream()
                .filter(handle -> Kind.of(handle) == kind)
                .toList();
        checkMembers("query(" + kind.type.getSimpleName() + ")", found, wanted);
    }

    /** A key of each row, as the tables must have it. */
    Integer id(String handle) {
        return handle == null ? null : item(handle).getId();
    }
}
