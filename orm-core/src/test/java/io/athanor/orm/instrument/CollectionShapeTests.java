package io.athanor.orm.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.error.ArgumentException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CollectionShapeTests {
    private static final CollectionShape LIST = CollectionShape.of(List.class);
    private static final CollectionShape SET = CollectionShape.of(Set.class);
    private static final CollectionShape MAP =
            CollectionShape.of(Map.class).keyedBy(member -> ((Member) member).number());

    private final Member one = Member.of(1);
    private final Member two = Member.of(2);
    private final Witness witness = new Witness();

    private CollectionAdapter unloaded(CollectionShape shape, Member... stored) {
        witness.stored = List.of((Object[]) stored);
        CollectionAdapter adapter = shape.create(witness);
        adapter.unload();
        return adapter;
    }

    @SuppressWarnings("unchecked")
    private static List<Member> list(CollectionAdapter adapter) {
        return (List<Member>) adapter.view();
    }

    @SuppressWarnings("unchecked")
    private static Set<Member> set(CollectionAdapter adapter) {
        return (Set<Member>) adapter.view();
    }

    @SuppressWarnings("unchecked")
    private static Map<Integer, Member> map(CollectionAdapter adapter) {
        return (Map<Integer, Member>) adapter.view();
    }

    @Nested
    class Shapes {
        @Test
        void contentsAreCopied() {
            List<Member> original = new LinkedList<>(List.of(one));
            CollectionAdapter adapter = LIST.adapt(original, witness);
            original.add(two);

            assertThat(list(adapter)).containsExactly(one);
            assertThat(witness.news()).isEmpty();
        }

        @Test
        void comparatorOfTheReplacedSetIsKept() {
            SortedSet<Member> backwards = new TreeSet<>(Member.BACKWARDS);
            backwards.addAll(List.of(one, two));
            CollectionAdapter adapter = CollectionShape.of(SortedSet.class).adapt(backwards, witness);

            assertThat(set(adapter)).containsExactly(two, one);
        }

        @Test
        void adapterIsFoundByTheWholeCollectionOnly() {
            CollectionAdapter adapter = LIST.adapt(List.of(one, two), witness);

            assertThat(LIST.adapterOf(adapter.view())).isSameAs(adapter);
            assertThat(LIST.adapterOf(list(adapter).subList(0, 2))).isNull();
            assertThat(LIST.adapterOf(new ArrayList<>())).isNull();
            assertThat(LIST.adapterOf(null)).isNull();
        }

        @Test
        void otherTypesAreRefused() {
            assertThatThrownBy(() -> CollectionShape.of(ArrayList.class))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("[java.util.ArrayList]");
            assertThatThrownBy(() -> LIST.adapt(null, witness))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessage(
                            "Incompatible collection: [null] is no [java.util.List]; assign a collection, an empty one for none");
            assertThatThrownBy(() -> SET.adapt(List.of(one), witness)).isInstanceOf(ArgumentException.class);
        }

        @Test
        void plainCollectionIsSerialized() throws Exception {
            Map<Integer, Member> keyed = new LinkedHashMap<>(Map.of(1, one));
            List<Object> views = List.of(
                    LIST.adapt(List.of(one), witness).view(),
                    SET.adapt(Set.of(one), witness).view(),
                    CollectionShape.of(SortedSet.class)
                            .adapt(new TreeSet<>(Set.of(one)), witness)
                            .view(),
                    MAP.adapt(keyed, witness).view(),
                    CollectionShape.of(SortedMap.class)
                            .keyedBy(member -> ((Member) member).number())
                            .adapt(new TreeMap<>(keyed), witness)
                            .view(),
                    list(LIST.adapt(List.of(one), witness)).subList(0, 1),
                    map(MAP.adapt(keyed, witness)).keySet(),
                    map(MAP.adapt(keyed, witness)).values(),
                    map(MAP.adapt(keyed, witness)).entrySet());

            for (Object view : views) {
                Object copy = copyBySerialization(view);
                assertThat(copy.getClass().getName()).startsWith("java.util.");
                assertThat(copy).hasToString(view.toString());
            }
        }

        private Object copyBySerialization(Object original) throws Exception {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(original);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return in.readObject();
            }
        }

        @Test
        void equalsAnOrdinaryCollectionBothWays() {
            CollectionAdapter ones = LIST.adapt(List.of(one), witness);
            CollectionAdapter set = SET.adapt(Set.of(one), witness);

            assertThat(list(ones).equals(List.of(one)) && List.of(one).equals(list(ones)))
                    .isTrue();
            assertThat(set(set).equals(Set.of(one)) && new HashSet<>(Set.of(one)).equals(set(set)))
                    .isTrue();
            assertThat(list(ones)).isNotEqualTo(set(set)).hasSameHashCodeAs(List.of(one));
        }
    }

    @Nested
    class OwnClasses {
        private final CollectionShape shape = LIST.shownAs(new LedgerDoor());

        @Test
        void ownClassReportsWhatItDoes() {
            CollectionAdapter adapter = shape.adapt(new Ledger(new ArrayList<>(List.of(one))), witness);
            Ledger ledger = (Ledger) adapter.view();
            witness.members.add(one);
            ledger.book(two);

            assertThat(ledger.entries).containsExactly(one, two);
            assertThat(witness.news()).containsExactly("+m2");
            assertThat(shape.adapterOf(ledger)).isSameAs(adapter);
            assertThat(shape.adapterOf(new Ledger(new ArrayList<>()))).isNull();
            assertThat(shape.members(ledger)).containsExactly(one, two);
        }

        @Test
        void ownClassIsLoadedWhenItReads() {
            CollectionAdapter adapter = unloaded(shape, one);
            Ledger ledger = (Ledger) adapter.view();
            assertThat(witness.loads).isZero();

            assertThat(ledger.balance()).isEqualTo(1);
            assertThat(witness.loads).isEqualTo(1);
        }
    }

    /** What an application may write. */
    private static final class Ledger {
        private final List<Member> entries;

        Ledger(List<Member> entries) {
            this.entries = entries;
        }

        void book(Member entry) {
            entries.add(entry);
        }

        int balance() {
            return entries.stream().mapToInt(Member::number).sum();
        }
    }

    private static final class LedgerDoor implements CustomCollection<Ledger, List<Member>> {
        @Override
        public Ledger around(List<Member> storage) {
            return new Ledger(storage);
        }

        @Override
        public List<Member> storage(Ledger collection) {
            return collection.entries;
        }
    }

    @Nested
    class Differences {
        @Test
        void membersAreComparedByIdentity() {
            Member twin = Member.of(1);
            Collection<Member> before = new LinkedHashSet<>(List.of(one, two));
            CollectionChange change = CollectionChange.between(before, List.of(two, twin, twin));

            assertThat(change.removed()).singleElement().isSameAs(one);
            assertThat(change.added()).singleElement().isSameAs(twin);
            assertThat(CollectionChange.between(List.of(one, two), List.of(two, one))
                            .isEmpty())
                    .isTrue();
        }
    }
}
