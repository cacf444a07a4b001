package io.athanor.orm.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.IntStream;

final class MapOperations extends Operations<Map<Integer, Member>> {

    MapOperations(Random random) {
        super(random);
    }

    @Override
    Function<Map<Integer, Member>, Object> next() {
        Member member = member();
        int key = member.number();
        Map<Integer, Member> several = keyed(members());
        List<Member> fresh = IntStream.range(0, 12).mapToObj(Member::of).toList();
        return switch (random.nextInt(30)) {
            case 0, 1, 2 -> each -> each.put(key, member);
            case 3 -> doing(each -> each.putAll(several));
            case 4 -> each -> each.putIfAbsent(key, member);
            case 5 -> each -> each.remove(key);
            case 6 -> each -> each.remove(key, member);
            case 7 -> each -> each.replace(key, member);
            case 8 -> each -> each.replace(key, member, fresh.get(key));
            case 9 -> doing(each -> each.replaceAll((number, old) -> number % 3 == 0 ? fresh.get(number) : old));
            case 10 -> each -> each.computeIfAbsent(key, number -> number % 4 == 0 ? null : member);
            case 11 -> each -> each.computeIfPresent(key, (number, old) -> number % 4 == 0 ? null : member);
            case 12 -> each -> each.compute(key, (number, old) -> old == null ? member : null);
            case 13 -> each -> each.merge(key, member, (old, added) -> key % 2 == 0 ? added : null);
            case 14 -> each -> each.computeIfAbsent(key, number -> nested(each, member, fresh.get(key)));
            case 15 -> each -> each.compute(key, (number, old) -> fail());
            case 16 -> each -> clearedAtTimes(each, key) ? "done" : each.get(key);
            case 17 -> each -> List.of(each.containsKey(key), each.containsValue(member), each.isEmpty());
            case 18 -> each -> each.keySet().remove(key);
            case 19 -> each -> each.keySet().retainAll(several.keySet());
            case 20 -> each -> each.values().remove(member);
            case 21 -> each -> each.values().removeIf(one -> one.number() % 3 == key % 3);
            case 22 -> each -> each.entrySet().remove(Map.entry(key, member));
            case 23 -> each -> each.entrySet().removeIf(entry -> entry.getKey() > 9);
            case 24 -> each -> settingValues(each, fresh);
            case 25 -> each -> removingFirst(each.keySet().iterator());
            case 26 -> each -> removingFirst(each.values().iterator());
            case 27 -> each -> each.keySet().add(key);
            case 28 ->
                each -> each.equals(new HashMap<>(each)) && each.entrySet().equals(new HashMap<>(each).entrySet());
            default ->
                each -> each.entrySet().stream()
                        .map(entry -> List.of(entry.toString(), entry.hashCode()))
                        .toList();
        };
    }

    private static Map<Integer, Member> keyed(List<Member> members) {
        Map<Integer, Member> keyed = new HashMap<>();
        members.forEach(each -> keyed.put(each.number(), each));
        return keyed;
    }

    /** What only a sorted map can do. */
    Function<Map<Integer, Member>, Object> nextOfSorted() {
        int key = random.nextInt(12);
        Function<Map<Integer, Member>, Object> operation = next();
        return switch (random.nextInt(9)) {
            case 0 -> each -> String.valueOf(operation.apply(sorted(each).headMap(key)));
            case 1 -> each -> String.valueOf(operation.apply(sorted(each).tailMap(key)));
            case 2 -> each -> String.valueOf(operation.apply(sorted(each).subMap(key, 10)));
            case 3 -> each -> List.of(sorted(each).firstKey(), sorted(each).lastKey());
            case 4 -> each -> String.valueOf(Operations.<Object>sequenced(each, SortedMap.class, "pollFirstEntry"));
            default -> operation;
        };
    }

    private static SortedMap<Integer, Member> sorted(Map<Integer, Member> map) {
        return (SortedMap<Integer, Member>) map;
    }

    private static boolean clearedAtTimes(Map<Integer, Member> map, int key) {
        if (key % 4 == 0) {
            map.clear();
        }
        return key % 4 == 0;
    }

    private static Member nested(Map<Integer, Member> map, Member member, Member result) {
        map.put(member.number(), member);
        return result;
    }

    private static Member fail() {
        throw new IllegalStateException("a function that fails");
    }

    private static Object removingFirst(Iterator<?> iterator) {
        Object first = iterator.next();
        iterator.remove();
        return first;
    }

    private static Object settingValues(Map<Integer, Member> map, List<Member> fresh) {
        List<Object> old = new ArrayList<>();
        for (Map.Entry<Integer, Member> entry : map.entrySet()) {
            old.add(entry.setValue(fresh.get(entry.getKey())));
        }
        for (Object entry : map.entrySet().toArray()) {
            old.add(((Map.Entry<?, ?>) entry).getValue());
        }
        return old;
    }
}
