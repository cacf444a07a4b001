package io.athanor.orm.instrument;

import java.io.Serializable;
import java.util.Comparator;

/** Equal by number, so that what is equal need not be the same. */
record Member(int number, Object self) implements Comparable<Member>, Serializable {
    static final Comparator<Member> BACKWARDS = Comparator.reverseOrder();

    static Member of(int number) {
        return new Member(number, new int[0]);
    }

    @Override
    public int compareTo(Member other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Member member && member.number == number;
    }

    @Override
    public int hashCode() {
        return number % 7;
    }

    @Override
    public String toString() {
        return "m" + number;
    }
}
