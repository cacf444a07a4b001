package io.athanor.orm.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Random operations on a kind of collection. Each is made once, with its arguments, and then done to the collection under
 * test and to the one of java.util.
 */
abstract class Operations<C> {
    final Random random;

    Operations(Random random) {
        this.random = random;
    }

    /** Return the next operation: what it does to a collection, and what it returns. */
    abstract Function<C, Object> next();

    final Member member() {
        return Member.of(random.nextInt(12));
    }

    final List<Member> members() {
        List<Member> members = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            members.add(member());
        }
        return members;
    }

    static <C> Function<C, Object> doing(Consumer<C> action) {
        return collection -> {
            action.accept(collection);
            return "done";
        };
    }

    /** What every collection can do. */
    final Function<Collection<Member>, Object> ofAny() {
        Member member = member();
        List<Member> members = members();
        int number = random.nextInt(5);
        return switch (random.nextInt(19)) {
            case 0, 1 -> each -> each.add(member);
            case 2 -> each -> each.addAll(members);
            case 3 -> each -> each.remove(member);
            case 4 -> each -> each.removeAll(members);
            case 5 -> each -> each.retainAll(members);
            case 6 -> each -> each.removeIf(one -> one.number() % 5 == number);
            case 7 -> each -> each.removeIf(one -> failing(one, number));
            case 8 -> number > 0 ? Collection::size : doing(Collection::clear);
            case 9 -> each -> each.contains(member);
            case 10 -> each -> each.containsAll(members);
            case 11 -> each -> Arrays.asList(each.toArray(new Member[0]));
            case 12 -> each -> each.stream().map(Member::number).toList();
            case 13 -> each -> each.addAll(new ArrayList<>(each));
            case 14 -> each -> List.of(each.toString(), each.isEmpty());
            case 15 -> each -> each.removeAll((Collection<?>) null);
            case 16 -> each -> addedWhileIterating(each, member);
            default -> removingByIterator(each -> each.number() % 5 == number);
        };
    }

    private static boolean failing(Member member, int number) {
        if (member.number() == number) {
            throw new IllegalStateException("a predicate that fails");
        }
        return member.number() > number;
    }

    private static Object addedWhileIterating(Collection<Member> members, Member member) {
        Iterator<Member> iterator = members.iterator();
        boolean isNew = members.add(member);
        return iterator.hasNext() ? List.of(isNew, iterator.next()) : isNew;
    }

    static Function<Collection<Member>, Object> removingByIterator(Function<Member, Boolean> filter) {
        return members -> {
            List<Member> removed = new ArrayList<>();
            for (Iterator<Member> iterator = members.iterator(); iterator.hasNext(); ) {
                Member member = iterator.next();
                if (filter.apply(member)) {
                    iterator.remove();
                    removed.add(member);
                }
            }
            return removed;
        };
    }

    /** Methods that later JDKs have; on earlier ones nothing is done. */
    @SuppressWarnings("unchecked")
    static <T> T sequenced(Object collection, Class<?> type, String name, Object... arguments) {
        Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {Object.class};
        try {
            return (T) type.getMethod(name, types).invoke(collection, arguments);
        } catch (NoSuchMethodException e) {
            return null;
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        }
    }
}
