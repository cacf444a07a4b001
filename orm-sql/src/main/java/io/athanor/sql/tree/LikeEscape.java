package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;

/**
 * What takes the meaning from {@code %} and {@code _} right of LIKE. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class LikeEscape {
    /** Escapes {@code %} and {@code _} in the given text by {@code /}, so that they stand for themselves. */
    public static final LikeEscape AUTO = new LikeEscape('/', true);

    private final char character;
    private final boolean isAutomatic;

    private LikeEscape(char character, boolean isAutomatic) {
        if (character == '%' || character == '_') {
            throw new ArgumentException(
                    "LIKE cannot be escaped by its own wildcard [%s]; use another character".formatted(character));
        }
        this.character = character;
        this.isAutomatic = isAutomatic;
    }

    /**
     * Escape {@code %} and {@code _} in the given text by a character.
     *
     * @param character neither {@code %} nor {@code _}
     * @return the escape
     * @throws ArgumentException if the character is a wildcard itself
     */
    public static LikeEscape auto(char character) {
        return new LikeEscape(character, true);
    }

    /**
     * Name the character by which the given text is escaped already.
     *
     * @param character neither {@code %} nor {@code _}
     * @return the escape
     * @throws ArgumentException if the character is a wildcard itself
     */
    public static LikeEscape by(char character) {
        return new LikeEscape(character, false);
    }

    char character() {
        return character;
    }

    String apply(String text) {
        if (!isAutomatic) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' || c == '_' || c == character) {
                escaped.append(character);
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
