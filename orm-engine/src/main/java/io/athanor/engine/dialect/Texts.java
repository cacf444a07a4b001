package io.athanor.engine.dialect;

import io.athanor.engine.error.ErrorKind;

/** Checks of character strings. */
final class Texts {
    private Texts() {}

    /** Return the text if all its surrogates are paired: drivers silently store something else for half a character. */
    static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            boolean isPair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!isPair) {
                throw ErrorKind.DATA.exception(
                        "Text has half of a character at position [%d], which no database stores; remove it"
                                .formatted(i),
                        null,
                        null,
                        null,
                        null);
            }
            i++;
        }
        return text;
    }

    /** Return the text if it is whole and has no NUL. */
    static String withoutNul(String text) {
        int at = text.indexOf('\0');
        if (at >= 0) {
            throw ErrorKind.DATA.exception(
                    "Text has NUL at position [%d], which the database does not store; remove it, or store bytes"
                            .formatted(at),
                    null,
                    null,
                    null,
                    null);
        }
        return whole(text);
    }
}
