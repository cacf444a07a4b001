package io.athanor.orm.identity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A set of attribute indexes as an array of bits, {@code null} for none, which costs a clean instance nothing. An array is
 * never changed, so that all instances of a class can share one.
 */
final class Bits {
    private Bits() {}

    static boolean has(long @Nullable [] bits, int index) {
        return bits != null && index >> 6 < bits.length && (bits[index >> 6] >>> index & 1) != 0;
    }

    static long[] with(long @Nullable [] bits, int index, int size) {
        int length = size + 63 >> 6;
        long[] result = bits == null ? new long[length] : Arrays.copyOf(bits, Math.max(bits.length, length));
        result[index >> 6] |= 1L << index;
        return result;
    }

    static long @Nullable [] without(long @Nullable [] bits, int index) {
        if (bits == null || !has(bits, index)) {
            return bits;
        }
        long[] result = bits.clone();
        result[index >> 6] &= ~(1L << index);
        return orNull(result);
    }

    static long @Nullable [] union(long @Nullable [] bits, long @Nullable [] others) {
        if (bits == null || others == null) {
            return bits == null ? others : bits;
        }
        long[] result = bits.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] |= others[i];
        }
        return result;
    }

    static long @Nullable [] minus(long @Nullable [] bits, long @Nullable [] others) {
        if (bits == null || others == null) {
            return bits;
        }
        long[] result = bits.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] &= ~others[i];
        }
        return orNull(result);
    }

    static boolean intersect(long @Nullable [] bits, long @Nullable [] others) {
        if (bits == null || others == null) {
            return false;
        }
        for (int i = 0; i < bits.length; i++) {
            if ((bits[i] & others[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    private static long @Nullable [] orNull(long[] bits) {
        for (long word : bits) {
            if (word != 0) {
                return bits;
            }
        }
        return null;
    }
}
