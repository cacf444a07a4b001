package io.athanor.orm.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Tracked collections do what those of java.util do, result by result and exception by exception, and tell the difference of
 * their contents, no more and no less. Random operations; a failure names the seed that repeats it.
 */
class CollectionDifferenceTests {
    private static final int SCRIPTS = 1500;
    private static final int OPERATIONS = 60;
    private static final long SEED = Long.getLong("athanor.seed", System.nanoTime());

    private static final CollectionShape KEYED =
            CollectionShape.of(Map.class).keyedBy(member -> ((Member) member).number());

    /** Two collections, to which the same is done. */
    private record Pair<C>(CollectionAdapter adapter, Witness witness, C expected) {
        @SuppressWarnings("unchecked")
        C tracked() {
            return (C) adapter.view();
        }
    }

    private static <C> void compare(
            String what,
            CollectionShape shape,
            Supplier<? extends C> plain,
            Function<Random, Supplier<Function<C, Object>>> operations) {
        for (int script = 0; script < SCRIPTS; script++) {
            long seed = SEED + script;
            Supplier<Function<C, Object>> next = operations.apply(new Random(seed));
            Witness witness = new Witness();
            Pair<C> pair = new Pair<>(shape.create(witness), witness, plain.get());
            StringBuilder history = new StringBuilder("%s, -Dathanor.seed=%d".formatted(what, seed));
            for (int i = 0; i < OPERATIONS; i++) {
                history.append("\n  ").append(pair.expected());
                step(pair, next.get(), history);
            }
        }
    }

    private static <C> void step(Pair<C> pair, Function<C, Object> operation, Object history) {
        Object expected = outcome(operation, pair.expected());
        Object actual = outcome(operation, pair.tracked());

        assertThat(String.valueOf(actual)).as("%s", history).isEqualTo(String.valueOf(expected));
        assertThat(pair.tracked().toString())
                .as("%s", history)
                .isEqualTo(pair.expected().toString());
        assertThat(identities(members(pair.tracked()))).as("%s", history).isEqualTo(pair.witness().members);
        assertThat(members(pair.tracked()).stream().map(System::identityHashCode))
                .as("%s", history)
                .containsExactlyElementsOf(members(pair.expected()).stream()
                        .map(System::identityHashCode)
                        .toList());
    }

    private static <C> Object outcome(Function<C, Object> operation, C collection) {
        try {
            return operation.apply(collection);
        } catch (RuntimeException e) {
            return e.getClass();
        }
    }

    @SuppressWarnings("unchecked")
    private static Collection<Member> members(Object collection) {
        return collection instanceof Map<?, ?> map
                ? ((Map<Integer, Member>) map).values()
                : (Collection<Member>) collection;
    }

    private static Set<Object> identities(Collection<Member> members) {
        Set<Object> identities = Collections.newSetFromMap(new IdentityHashMap<>());
        identities.addAll(members);
        return identities;
    }

    @Test
    void listIsAnArrayList() {
        CollectionDifferenceTests.<List<Member>>compare(
                "list", CollectionShape.of(List.class), ArrayList::new, random -> new ListOperations(random)::next);
    }

    @Test
    void longListIsAnArrayList() {
        CollectionDifferenceTests.<List<Member>>compare(
                "long list", CollectionShape.of(List.class), ArrayList::new, random -> {
                    ListOperations operations = new ListOperations(random);
                    return () -> {
                        List<Member> members = operations.members();
                        return random.nextInt(3) > 0 ? each -> each.addAll(members) : operations.next();
                    };
                });
    }

    @Test
    void setIsALinkedHashSet() {
        CollectionDifferenceTests.<Set<Member>>compare(
                "set",
                CollectionShape.of(Set.class),
                LinkedHashSet::new,
                random -> new SetOperations<Set<Member>>(random)::next);
    }

    @Test
    void sortedSetIsATreeSet() {
        CollectionDifferenceTests.<SortedSet<Member>>compare(
                "sorted set",
                CollectionShape.of(SortedSet.class),
                TreeSet::new,
                random -> new SetOperations<SortedSet<Member>>(random)::nextOfSorted);
    }

    @Test
    void sortedSetKeepsItsComparator() {
        CollectionDifferenceTests.<NavigableSet<Member>>compare(
                "set sorted backwards",
                CollectionShape.of(NavigableSet.class).sortedBy(Member.BACKWARDS),
                () -> new TreeSet<>(Member.BACKWARDS),
                random -> new SetOperations<NavigableSet<Member>>(random)::nextOfSorted);
    }

    @Test
    void mapIsALinkedHashMap() {
        CollectionDifferenceTests.<Map<Integer, Member>>compare(
                "map", KEYED, LinkedHashMap::new, random -> new MapOperations(random)::next);
    }

    @Test
    void sortedMapIsATreeMap() {
        CollectionShape shape = CollectionShape.of(SortedMap.class).keyedBy(member -> ((Member) member).number());
        CollectionDifferenceTests.<Map<Integer, Member>>compare(
                "sorted map", shape, TreeMap::new, random -> new MapOperations(random)::nextOfSorted);
    }
}
