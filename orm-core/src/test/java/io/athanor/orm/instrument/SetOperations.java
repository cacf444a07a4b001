package io.athanor.orm.instrument;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;

final class SetOperations<C extends Set<Member>> extends Operations<C> {

    SetOperations(Random random) {
        super(random);
    }

    @Override
    Function<C, Object> next() {
        return random.nextInt(10) == 0
                ? each -> each.equals(new HashSet<>(each))
                        && each.hashCode() == Set.copyOf(each).hashCode()
                : ofAny()::apply;
    }

    /** What only a sorted set can do. */
    Function<C, Object> nextOfSorted() {
        Member member = member();
        Member other = member();
        boolean isInclusive = random.nextBoolean();
        return switch (random.nextInt(24)) {
            case 0 -> sorted(NavigableSet::pollFirst);
            case 1 -> sorted(NavigableSet::pollLast);
            case 2 -> sorted(SortedSet::first);
            case 3 -> sorted(SortedSet::last);
            case 4 -> sorted(each -> asText(each.lower(member), each.floor(member)));
            case 5 -> sorted(each -> asText(each.ceiling(member), each.higher(member)));
            case 6 -> on(each -> each.descendingSet(), nextOfSorted());
            case 7 -> on(each -> each.headSet(member, isInclusive), nextOfSorted());
            case 8 -> on(each -> each.tailSet(member, isInclusive), nextOfSorted());
            case 9 -> on(each -> each.subSet(member, isInclusive, other, true), nextOfSorted());
            case 10 -> on(each -> (NavigableSet<Member>) each.headSet(member), nextOfSorted());
            case 11 -> on(each -> (NavigableSet<Member>) each.tailSet(member), nextOfSorted());
            case 12 -> on(each -> (NavigableSet<Member>) each.subSet(member, other), nextOfSorted());
            case 13 -> sorted(SetOperations::removeLastByIterator);
            case 14 -> sorted(each -> sequenced(each, SortedSet.class, "removeFirst"));
            case 15 -> sorted(each -> sequenced(each, SortedSet.class, "addFirst", member));
            case 16 -> each -> each.remove(null);
            default -> next();
        };
    }

    private static Object removeLastByIterator(NavigableSet<Member> members) {
        Iterator<Member> iterator = members.descendingIterator();
        Member last = iterator.next();
        iterator.remove();
        return last;
    }

    private static List<String> asText(Object first, Object second) {
        return List.of(String.valueOf(first), String.valueOf(second));
    }

    @SuppressWarnings("unchecked")
    private Function<C, Object> sorted(Function<NavigableSet<Member>, Object> operation) {
        return each -> operation.apply((NavigableSet<Member>) each);
    }

    @SuppressWarnings("unchecked")
    private Function<C, Object> on(
            Function<NavigableSet<Member>, NavigableSet<Member>> part, Function<C, Object> operation) {
        return sorted(each -> String.valueOf(operation.apply((C) part.apply(each))));
    }
}
