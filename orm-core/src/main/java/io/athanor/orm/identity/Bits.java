package io.athanor.orm.identity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A set of attribute indexes as an array of bits, {@code null} for none, which costs a clean instance nothing. */
final class Bits {
    private Bits() {}

    static boolean has(long @Nullable [] bits, int index) {
        return bits != null && index >> 6 < bits.length && (bits[index >> 6] >>> index & 1) != 0;
    }

    static long[] with(long @Nullable [] bits, int index, int size) {
        int length = size + 63 >> 6;
        long[] result = bits == null ? new long[length] : bits.length < length ? Arrays.copyOf(bits, length) : bits;
        result[index >> 6] |= 1L << index;
        return result;
    }

    static long @Nullable [] without(long @Nullable [] bits, int index) {
        if (bits == null) {
            return null;
        }
        bits[index >> 6] &= ~(1L << index);
        for (long word : bits) {
            if (word != 0) {
                return bits;
            }
        }
        return null;
    }

    static long[] all(int size) {
        long[] bits = new long[size + 63 >> 6];
        for (int i = 0; i < size; i++) {
            bits[i >> 6] |= 1L << i;
        }
        return bits;
    }
}
