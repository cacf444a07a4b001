package io.athanor.engine.dialect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that must never be shown, and their removal from messages. Immutable and thread-safe; shows nothing of itself.
 *
 * @since 0.1.0
 */
public final class Secrets {
    /** No secrets. */
    public static final Secrets NONE = new Secrets(Set.of());

    private static final String MASK = "***";
    /** Shorter ones are masked only where they stand as a password does: a word would be found in every message. */
    private static final int MASKED_ANYWHERE = 4;

    private static final Pattern SECRET_NAME =
            Pattern.compile("password|passwd|pwd|passphrase|passcode|secret|token|credential|(?:^|[^a-z])key$|apikey");
    private static final Pattern SEMICOLON_OPTION = Pattern.compile(";\\s*([^=;?&]+)=([^;]*)");
    private static final Pattern QUERY_OPTION = Pattern.compile("[?&]\\s*([^=;?&]+)=([^&]*)");

    private final List<String> texts;

    private Secrets(Set<String> texts) {
        List<String> longestFirst = new ArrayList<>(texts);
        longestFirst.removeIf(String::isEmpty);
        longestFirst.sort((a, b) -> Integer.compare(b.length(), a.length()));
        this.texts = List.copyOf(longestFirst);
    }

    static boolean isSecretName(String option) {
        return SECRET_NAME.matcher(option.toLowerCase(Locale.ROOT)).find();
    }

    static Secrets ofParts(UrlParser.Parts parts) {
        Set<String> found = new LinkedHashSet<>();
        if (parts.password != null && parts.rawPassword != null) {
            found.add(parts.password);
            found.add(parts.rawPassword);
        }
        for (Map.Entry<String, String> option : parts.options.entrySet()) {
            if (isSecretName(option.getKey())) {
                found.add(option.getValue());
            }
        }
        return new Secrets(found);
    }

    static Secrets ofJdbcUrl(String url) {
        Set<String> found = new LinkedHashSet<>();
        for (Pattern option : List.of(SEMICOLON_OPTION, QUERY_OPTION)) {
            Matcher matcher = option.matcher(url);
            while (matcher.find()) {
                if (isSecretName(matcher.group(1))) {
                    found.add(matcher.group(2));
                }
            }
        }
        int slashes = url.indexOf("//");
        int colon = slashes < 0 ? -1 : url.indexOf(':', slashes);
        if (colon > 0) {
            // Which at sign ends the password is the driver's secret too, so every reading counts.
            for (int at = url.indexOf('@', colon); at >= 0; at = url.indexOf('@', at + 1)) {
                found.add(url.substring(colon + 1, at));
            }
        }
        return new Secrets(found);
    }

    static String maskJdbcUrl(String url) {
        String masked = maskOptions(maskOptions(url, SEMICOLON_OPTION), QUERY_OPTION);
        int slashes = masked.indexOf("//");
        int at = masked.lastIndexOf('@');
        int colon = slashes < 0 ? -1 : masked.indexOf(':', slashes);
        return colon > 0 && colon < at ? masked.substring(0, colon + 1) + MASK + masked.substring(at) : masked;
    }

    private static String maskOptions(String url, Pattern option) {
        return option.matcher(url)
                .replaceAll(found -> Matcher.quoteReplacement(
                        isSecretName(found.group(1))
                                ? found.group().substring(0, found.group().indexOf('=') + 1) + MASK
                                : found.group()));
    }

    /**
     * Return whether a text would show a secret.
     *
     * @param text any text
     * @return whether it holds one
     */
    public boolean isShownBy(String text) {
        return !redact(text).equals(text);
    }

    /**
     * Replace every secret in a text.
     *
     * @param text any text
     * @return the text with {@code ***} in place of secrets
     */
    public String redact(String text) {
        String redacted = text;
        for (String secret : texts) {
            if (secret.length() >= MASKED_ANYWHERE) {
                redacted = redacted.replace(secret, MASK);
            } else if (redacted.contains(secret)) {
                redacted = Pattern.compile("([:=]\\s*)" + Pattern.quote(secret) + "(?!\\w)")
                        .matcher(redacted)
                        .replaceAll("$1" + MASK);
            }
        }
        return redacted;
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "Secrets[" + texts.size() + "]";
    }
}
