package io.athanor.orm.flush;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which steps wait for which. Sorted without recursion, in time that grows with the number of steps and edges. */
final class ActionGraph {
    private final Map<Action, Set<Action>> followers = new LinkedHashMap<>();

    void add(Action first, Action then) {
        followers.computeIfAbsent(first, any -> new LinkedHashSet<>()).add(then);
    }

    boolean hasPath(Action from, Action to) {
        Set<Action> seen = new HashSet<>();
        Deque<Action> stack = new ArrayDeque<>(List.of(from));
        while (!stack.isEmpty()) {
            Action action = stack.pop();
            if (action.equals(to)) {
                return true;
            }
            if (seen.add(action)) {
                followers.getOrDefault(action, Set.of()).forEach(stack::push);
            }
        }
        return false;
    }

    /** The steps that, by way of others, wait for themselves. There are few of them: they are about entities, not rows. */
    Set<Action> cycles() {
        Set<Action> found = new LinkedHashSet<>();
        for (Action action : followers.keySet()) {
            for (Action follower : followers.get(action)) {
                if (hasPath(follower, action)) {
                    found.add(action);
                    break;
                }
            }
        }
        return found;
    }

    /** Put steps about rows in the place of steps about entities. Between the latter nothing waits any more. */
    void replace(Map<Action, List<Action>> replacements, Set<Action> disabled) {
        Map<Action, Set<Action>> before = new LinkedHashMap<>(followers);
        followers.clear();
        before.forEach((first, thens) -> thens.forEach(then -> {
            boolean isDropped = disabled.contains(first)
                    || disabled.contains(then)
                    || replacements.containsKey(first) && replacements.containsKey(then);
            if (!isDropped && replacements.containsKey(first)) {
                replacements.get(first).forEach(each -> add(each, then));
            } else if (!isDropped && replacements.containsKey(then)) {
                replacements.get(then).forEach(each -> add(first, each));
            } else if (!isDropped) {
                add(first, then);
            }
        }));
    }

    /** Sort steps into groups that need not wait for each other; null if some wait for themselves. */
    @Nullable List<List<Action>> sort(Collection<Action> actions) {
        List<Action> ordered = ordered(actions);
        Map<Action, Integer> places = new HashMap<>();
        ordered.forEach(action -> places.put(action, places.size()));
        int[] waiting = new int[ordered.size()];
        for (Action action : ordered) {
            for (Action follower : followers.getOrDefault(action, Set.of())) {
                Integer place = places.get(follower);
                if (place != null) {
                    waiting[place]++;
                }
            }
        }
        List<List<Action>> groups = new ArrayList<>();
        int done = 0;
        List<Action> group = new ArrayList<>();
        for (int i = 0; i < waiting.length; i++) {
            if (waiting[i] == 0) {
                group.add(ordered.get(i));
            }
        }
        while (!group.isEmpty()) {
            groups.add(group);
            done += group.size();
            group = freed(group, places, waiting);
        }
        return done == ordered.size() ? groups : null;
    }

    /** Steps of which each waits for the one before it, and the first for the last; to be asked if there is no order. */
    List<Action> circle(Collection<Action> actions) {
        Map<Action, Action> waitsFor = new LinkedHashMap<>();
        Set<Action> left = new LinkedHashSet<>(actions);
        boolean isLess = true;
        while (isLess) {
            waitsFor.clear();
            for (Action action : left) {
                for (Action follower : followers.getOrDefault(action, Set.of())) {
                    waitsFor.put(follower, action);
                }
            }
            isLess = left.retainAll(Set.copyOf(waitsFor.keySet()));
        }
        List<Action> walk = new ArrayList<>();
        Action action = left.iterator().next();
        while (!walk.contains(action)) {
            walk.add(action);
            action = Objects.requireNonNull(waitsFor.get(action));
        }
        List<Action> circle = new ArrayList<>(walk.subList(walk.indexOf(action), walk.size()));
        Collections.reverse(circle);
        return circle;
    }

    /** Steps about single rows are many but of few kinds, so that only those are compared. */
    private static List<Action> ordered(Collection<Action> actions) {
        Map<Action.Sort, List<Action>> kinds = new LinkedHashMap<>();
        for (Action action : actions) {
            kinds.computeIfAbsent(action.sort(), any -> new ArrayList<>()).add(action);
        }
        List<List<Action>> sorted = new ArrayList<>(kinds.values());
        sorted.sort(Comparator.comparing(each -> each.get(0).sortKey()));
        List<Action> ordered = new ArrayList<>(actions.size());
        sorted.forEach(ordered::addAll);
        return ordered;
    }

    private List<Action> freed(List<Action> group, Map<Action, Integer> places, int[] waiting) {
        List<Action> next = new ArrayList<>();
        for (Action action : group) {
            for (Action follower : followers.getOrDefault(action, Set.of())) {
                Integer place = places.get(follower);
                if (place != null && --waiting[place] == 0) {
                    next.add(follower);
                }
            }
        }
        next.sort(Comparator.comparing(places::get));
        return next;
    }
}
