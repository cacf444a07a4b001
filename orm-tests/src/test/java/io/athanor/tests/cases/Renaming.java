package io.athanor.tests.cases;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Renames tables, columns and values: by nothing in the first run, by a seed in the second. A name is renamed word by word,
 * so that a label made of two names is renamed as they are; the words are those that the cases have asked for.
 */
final class Renaming {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

    private final String suffix;
    private final long offset;
    private final Set<String> words = new TreeSet<>();
    private final Set<String> kept = new TreeSet<>();

    private Renaming(String suffix, long offset) {
        this.suffix = suffix;
        this.offset = offset;
    }

    static Renaming none() {
        return new Renaming("", 0);
    }

    static Renaming of(long seed) {
        Random random = new Random(seed);
        StringBuilder letters = new StringBuilder("q");
        for (int i = 0; i < 3; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return new Renaming(letters.toString(), 1000 + random.nextInt(1000));
    }

    boolean isNone() {
        return suffix.isEmpty();
    }

    /** Rename a table, column, alias or label, and remember its words. */
    String name(String name) {
        Matcher matcher = WORD.matcher(name);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return apply(name);
    }

    /** Leave a name as it is, since its length matters, and with it the names that are made of it. */
    String keep(String name) {
        kept.add(name);
        return name;
    }

    /** Rename the words that were remembered, in a recorded text. */
    String apply(String text) {
        if (isNone()) {
            return text;
        }
        String exempt = kept.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        Pattern parts = exempt.isEmpty() ? WORD : Pattern.compile(exempt + "|" + WORD.pattern());
        return parts.matcher(text)
                .replaceAll(found -> words.contains(found.group()) ? found.group() + suffix : found.group());
    }

    String text(String value) {
        return value + suffix;
    }

    /** Zero and less stay: a compiler writes them by itself, such as an offset that nobody stated. */
    long number(long value) {
        return value <= 0 ? value : value + offset;
    }
}
