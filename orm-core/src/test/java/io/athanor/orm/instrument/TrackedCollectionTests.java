package io.athanor.orm.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.error.ArgumentException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrackedCollectionTests {
    private static final CollectionShape LIST = CollectionShape.of(List.class);
    private static final CollectionShape SET = CollectionShape.of(Set.class);
    private static final CollectionShape MAP =
            CollectionShape.of(Map.class).keyedBy(member -> ((Member) member).number());

    private final Member one = Member.of(1);
    private final Member two = Member.of(2);
    private final Member three = Member.of(3);
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
    class Loading {
        @Test
        void firstReadLoadsOnce() {
            CollectionAdapter adapter = unloaded(LIST, one, two);

            assertThat(list(adapter)).hasSize(2);
            assertThat(list(adapter).iterator().next()).isSameAs(one);
            assertThat(witness.loads).isEqualTo(1);
        }

        @Test
        void everyReadOfAListLoads() {
            List<java.util.function.Function<List<Member>, Object>> reads = List.of(
                    List::size,
                    List::isEmpty,
                    each -> each.get(0),
                    List::iterator,
                    List::hashCode,
                    Object::toString,
                    each -> each.contains(one),
                    each -> each.indexOf(one),
                    each -> each.subList(0, 1),
                    List::stream,
                    each -> each.equals(List.of()),
                    List::toArray,
                    each -> each.remove(one),
                    each -> each.remove(0),
                    each -> each.set(0, two),
                    each -> each.listIterator(1),
                    each -> each.removeIf(m -> true));

            assertThat(reads).allSatisfy(read -> {
                CollectionAdapter adapter = unloaded(LIST, one, two);
                witness.loads = 0;
                Object unused = read.apply(list(adapter));
                assertThat(witness.loads).isEqualTo(1);
            });
        }

        @Test
        void addingToAListLoadsNothing() {
            CollectionAdapter adapter = unloaded(LIST, one);

            assertThat(list(adapter).add(two)).isTrue();
            assertThat(list(adapter).addAll(List.of(three))).isTrue();
            assertThat(list(adapter).addAll(List.of())).isFalse();
            assertThat(witness.loads).isZero();
            assertThat(witness.news()).containsExactly("+m2", "+m3");
            assertThat(adapter.queuedAdds()).containsExactly(two, three);
            assertThat(adapter.holds(two)).isTrue();
            assertThat(adapter.snapshot()).isEmpty();
        }

        @Test
        void queuedMembersFollowTheLoadedOnes() {
            CollectionAdapter adapter = unloaded(LIST, one);
            list(adapter).add(two);

            assertThat(list(adapter)).containsExactly(one, two);
            assertThat(adapter.queuedAdds()).isEmpty();
        }

        @Test
        void queuedMemberThatWasWrittenMeanwhileIsThereOnce() {
            CollectionAdapter adapter = unloaded(LIST, one, two);
            list(adapter).add(two);

            assertThat(list(adapter)).containsExactly(one, two);
        }

        @Test
        void takingBackWhatWasQueuedLoadsNothing() {
            CollectionAdapter adapter = unloaded(LIST, one);
            list(adapter).add(two);

            assertThat(list(adapter).remove(two)).isTrue();
            assertThat(witness.loads).isZero();
            assertThat(witness.news()).containsExactly("+m2", "-m2");
            assertThat(list(adapter)).containsExactly(one);
        }

        @Test
        void addingTheSameTwiceLoads() {
            CollectionAdapter adapter = unloaded(LIST, one);
            list(adapter).add(two);
            list(adapter).add(two);

            assertThat(witness.loads).isEqualTo(1);
            assertThat(list(adapter)).containsExactly(one, two, two);
        }

        @Test
        void addingToASetMustKnowWhetherTheMemberIsThere() {
            CollectionAdapter adapter = unloaded(SET, one);

            assertThat(set(adapter).add(one)).isFalse();
            assertThat(witness.loads).isEqualTo(1);
        }

        @Test
        void otherSideIsQueuedToo() {
            CollectionAdapter adapter = unloaded(LIST, one, two);

            assertThat(adapter.put(three)).isTrue();
            assertThat(adapter.put(three)).isFalse();
            assertThat(adapter.take(one)).isTrue();
            assertThat(adapter.take(three)).isTrue();
            assertThat(adapter.put(one)).isTrue();
            assertThat(adapter.take(two)).isTrue();
            assertThat(adapter.queuedAdds()).isEmpty();
            assertThat(adapter.queuedRemoves()).containsExactly(two);
            assertThat(witness.loads).isZero();
            assertThat(list(adapter)).containsExactly(one);
            assertThat(witness.news()).isEmpty();
        }

        @Test
        void writtenQueueIsForgotten() {
            CollectionAdapter adapter = unloaded(LIST, one);
            adapter.take(one);
            adapter.forgetQueue();

            assertThat(list(adapter)).containsExactly(one);
        }

        @Test
        void unloadedAgainReadsAnew() {
            CollectionAdapter adapter = unloaded(LIST, one);
            assertThat(list(adapter)).hasSize(1);
            adapter.unload();
            witness.stored = List.of(two);

            assertThat(list(adapter)).containsExactly(two);
        }

        @Test
        void iterationEndsWhenTheCollectionIsUnloaded() {
            CollectionAdapter adapter = unloaded(LIST, one, two);
            Iterator<Member> iterator = list(adapter).iterator();
            adapter.unload();

            assertThatThrownBy(iterator::next).isInstanceOf(java.util.ConcurrentModificationException.class);
        }

        @Test
        void whatIsReleasedUnloadedSaysSo() {
            CollectionAdapter adapter = unloaded(LIST, one);
            adapter.release();

            assertThatThrownBy(() -> list(adapter).add(two))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("before it was loaded");
        }
    }

    @Nested
    class Telling {
        private final CollectionAdapter adapter = LIST.adapt(List.of(one, two, three), witness);

        {
            witness.members.addAll(List.of(one, two, three));
        }

        @Test
        void shufflingIsNoChangeOfMembers() {
            Collections.shuffle(list(adapter), new Random(3));
            Collections.swap(list(adapter), 0, 2);

            assertThat(witness.members).hasSize(3);
        }

        @Test
        void sortingIsToldAsAnotherOrder() {
            list(adapter).sort(Member.BACKWARDS);
            assertThat(witness.news()).containsExactly("~");

            list(adapter).sort(Member.BACKWARDS);
            assertThat(witness.news()).isEmpty();
        }

        @Test
        void secondOccurrenceIsNoNews() {
            list(adapter).add(one);
            list(adapter).addAll(List.of(two, two));
            list(adapter).remove(one);
            assertThat(witness.news()).isEmpty();

            list(adapter).remove(one);
            assertThat(witness.news()).containsExactly("-m1");
        }

        @Test
        void replacingTellsWhoWentFirst() {
            list(adapter).set(1, Member.of(7));

            assertThat(witness.news()).containsExactly("-m2", "+m7");
        }

        @Test
        void refusedChangeChangesNothing() {
            witness.refusal = new IllegalStateException("not now");
            List<Runnable> changes = List.of(
                    () -> list(adapter).add(one),
                    () -> list(adapter).add(0, one),
                    () -> list(adapter).addAll(List.of(one)),
                    () -> list(adapter).set(0, three),
                    () -> list(adapter).remove(0),
                    () -> list(adapter).remove(two),
                    () -> list(adapter).clear(),
                    () -> list(adapter).replaceAll(each -> one),
                    () -> list(adapter).sort(Member.BACKWARDS),
                    () -> list(adapter).subList(0, 1).clear());

            assertThat(changes)
                    .allSatisfy(change -> assertThatThrownBy(change::run).isSameAs(witness.refusal));
            assertThat(list(adapter)).containsExactly(one, two, three);
            assertThat(witness.news()).isEmpty();
        }

        @Test
        void nullIsNoMember() {
            assertThatThrownBy(() -> list(adapter).add(null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> list(adapter).addAll(Arrays.asList(one, null)))
                    .isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> list(adapter).replaceAll(each -> null)).isInstanceOf(NullPointerException.class);
            assertThat(list(adapter)).containsExactly(one, two, three);
        }

        @Test
        void otherSideIsNotTold() {
            assertThat(adapter.put(Member.of(4))).isTrue();
            list(adapter).add(one);
            assertThat(adapter.take(one)).isTrue();
            assertThat(adapter.take(one)).isFalse();

            assertThat(list(adapter)).extracting(Member::number).containsExactly(2, 3, 4);
            assertThat(witness.news()).isEmpty();
        }

        @Test
        void releasedCollectionIsAnOrdinaryOne() {
            adapter.release();
            list(adapter).clear();

            assertThat(list(adapter)).isEmpty();
            assertThat(witness.news()).isEmpty();
        }

        @Test
        void longListsAreCountedOnce() {
            List<Member> many =
                    IntStream.range(10, 200_000).mapToObj(Member::of).toList();
            many.forEach(each -> list(adapter).add(each));
            assertThat(witness.news()).hasSize(many.size());

            while (list(adapter).size() > 3) {
                list(adapter).remove(list(adapter).size() - 1);
            }
            assertThat(witness.news()).hasSize(many.size());
        }
    }

    @Nested
    class Keys {
        private final CollectionAdapter adapter = MAP.create(witness);

        @Test
        void memberIsKeyedByItsProperty() {
            adapter.put(one);

            assertThat(map(adapter)).containsExactly(Map.entry(1, one));
        }

        @Test
        void memberThatTakesAKeyDisplacesTheOther() {
            map(adapter).put(1, one);
            witness.news();
            adapter.put(Member.of(1));

            assertThat(witness.news()).containsExactly("-m1");
            assertThat(map(adapter)).hasSize(1);
        }

        @Test
        void keyOfAnotherMemberIsRefused() {
            assertThatThrownBy(() -> map(adapter).put(2, one))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("[2]")
                    .hasMessageContaining("put it under [1]");
            assertThatThrownBy(() -> MAP.adapt(Map.of(2, one), witness)).isInstanceOf(ArgumentException.class);
            assertThat(map(adapter)).isEmpty();
        }

        @Test
        void memberWithoutAKeyIsRefused() {
            CollectionAdapter unkeyed =
                    CollectionShape.of(Map.class).keyedBy(member -> null).create(witness);

            assertThatThrownBy(() -> unkeyed.put(one))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("has no key yet");
        }
    }
}
