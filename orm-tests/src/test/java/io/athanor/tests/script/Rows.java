package io.athanor.tests.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What is in the tables, or will be: a row for each object, and the links between teams and cups. */
record Rows(Map<String, Row> byHandle, Set<Link> links) {
    /** A row; without a parent that is null. */
    record Row(String name, String parent) {}

    /** A team has won a cup. */
    record Link(String team, String cup) {
        boolean joins(String handle) {
            return team.equals(handle) || cup.equals(handle);
        }
    }

    Rows() {
        this(new LinkedHashMap<>(), new LinkedHashSet<>());
    }

    Rows copy() {
        return new Rows(new LinkedHashMap<>(byHandle), new LinkedHashSet<>(links));
    }

    boolean has(String handle) {
        return byHandle.containsKey(handle);
    }

    Row row(String handle) {
        return Objects.requireNonNull(byHandle.get(handle), handle);
    }

    void put(String handle, String name, String parent) {
        byHandle.put(handle, new Row(name, parent));
    }

    void remove(String handle) {
        byHandle.remove(handle);
        links.removeIf(link -> link.joins(handle));
    }

    List<String> children(String parent, Kind kind) {
        List<String> children = new ArrayList<>();
        byHandle.forEach((handle, row) -> {
            if (parent.equals(row.parent()) && Kind.of(handle) == kind) {
                children.add(handle);
            }
        });
        return children;
    }

    List<String> linked(String handle) {
        List<String> linked = new ArrayList<>();
        for (Link link : links) {
            if (link.joins(handle)) {
                linked.add(link.team().equals(handle) ? link.cup() : link.team());
            }
        }
        return linked;
    }

    /** An object and those that share its fate: branches and badges. */
    Set<String> withOwned(String handle) {
        Set<String> all = new LinkedHashSet<>(List.of(handle));
        Kind owned = Kind.of(handle) == Kind.TEAM ? Kind.BADGE : Kind.BRANCH;
        for (String child : children(handle, owned)) {
            all.addAll(withOwned(child));
        }
        return all;
    }
}
