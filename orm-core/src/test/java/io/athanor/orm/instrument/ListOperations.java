package io.athanor.orm.instrument;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.ListIterator;
import java.util.Random;
import java.util.function.Function;

final class ListOperations extends Operations<List<Member>> {

    ListOperations(Random random) {
        super(random);
    }

    @Override
    Function<List<Member>, Object> next() {
        Member member = member();
        List<Member> members = members();
        int index = random.nextInt(8) - 1;
        long seed = random.nextLong();
        return switch (random.nextInt(30)) {
            case 0 -> doing(each -> each.add(index, member));
            case 1 -> each -> each.addAll(index, members);
            case 2 -> each -> each.set(index, member);
            case 3 -> each -> each.remove(index);
            case 4 -> each -> each.get(index);
            case 5 -> each -> List.of(each.indexOf(member), each.lastIndexOf(member), each.contains(null));
            case 6 -> doing(each -> each.replaceAll(one -> one.number() == index ? member : one));
            case 7 -> doing(each -> each.sort(index < 2 ? null : Comparator.reverseOrder()));
            case 8 -> doing(each -> Collections.shuffle(each, new Random(seed)));
            case 9 -> doing(Collections::reverse);
            case 10 ->
                each -> each.equals(new ArrayList<>(each))
                        && each.hashCode() == List.copyOf(each).hashCode();
            case 11 -> walking(seed, member);
            case 12 -> onPart(index, random.nextInt(4), next());
            case 13 -> each -> removedUnderneath(each, index);
            case 14 -> onReversed(next());
            case 15 -> each -> sequenced(each, List.class, "removeFirst");
            case 16 -> each -> sequenced(each, List.class, "removeLast");
            case 17 -> each -> sequenced(each, List.class, "addFirst", member);
            case 18 -> each -> sequenced(each, List.class, "getLast");
            case 19 -> each -> each.remove(null);
            default -> ofAny()::apply;
        };
    }

    private static Function<List<Member>, Object> walking(long seed, Member member) {
        return members -> {
            Random steps = new Random(seed);
            List<Object> seen = new ArrayList<>();
            ListIterator<Member> iterator = members.listIterator();
            for (int i = 0; i < 12; i++) {
                switch (steps.nextInt(6)) {
                    case 0 -> iterator.remove();
                    case 1 -> iterator.set(member);
                    case 2 -> iterator.add(member);
                    case 3 -> seen.add(iterator.hasPrevious() ? iterator.previous() : iterator.previousIndex());
                    default -> seen.add(iterator.hasNext() ? iterator.next() : iterator.nextIndex());
                }
            }
            return seen;
        };
    }

    private static Function<List<Member>, Object> onPart(
            int from, int length, Function<List<Member>, Object> operation) {
        return members -> {
            List<Member> part = members.subList(from, from + length);
            Object result = operation.apply(part);
            return List.of(String.valueOf(result), new ArrayList<>(part));
        };
    }

    private static Function<List<Member>, Object> onReversed(Function<List<Member>, Object> operation) {
        return members -> {
            List<Member> reversed = sequenced(members, List.class, "reversed");
            return reversed == null ? List.of() : String.valueOf(operation.apply(reversed));
        };
    }

    private static Object removedUnderneath(List<Member> members, int index) {
        List<Member> part = members.subList(0, members.size());
        members.remove(index);
        return part.size();
    }
}
