package io.athanor.engine;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Comments behind the SQL that say where it comes from, in the form of sqlcommenter. Whatever keys and values hold, only
 * letters, digits and {@code - _ . ~ %} get into the SQL between the marks, so that a comment can neither end early, nor
 * hold a parameter's mark, nor be taken for a hint.
 */
final class SqlComments {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final int MAX_LENGTH = 1000;

    private final Supplier<? extends Map<String, String>> source;

    SqlComments(Supplier<? extends Map<String, String>> source) {
        this.source = source;
    }

    static SqlComments none() {
        return new SqlComments(Map::of);
    }

    /** The comment of the next execution, empty if there is nothing to tell. */
    String next() {
        Map<String, String> pairs = source.get();
        if (pairs.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(" /*");
        for (Map.Entry<String, String> pair : new TreeMap<>(pairs).entrySet()) {
            String entry = encode(pair.getKey()) + "='" + encode(pair.getValue()) + "'";
            if (text.length() + entry.length() > MAX_LENGTH) {
                break;
            }
            text.append(text.length() > 3 ? "," : "").append(entry);
        }
        return text.length() == 3 ? "" : text.append("*/").toString();
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (isSafe(c)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            }
        }
        return encoded.toString();
    }

    private static boolean isSafe(char c) {
        boolean isWord = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        return isWord || c == '_' || c == '.' || c == '~' || c == '-';
    }
}
