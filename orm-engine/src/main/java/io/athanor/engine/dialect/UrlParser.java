package io.athanor.engine.dialect;

import io.athanor.engine.error.UrlException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a database URL in one pass; its messages quote nothing, since any part may be a password. */
final class UrlParser {
    private static final String JDBC = "jdbc:";
    private static final int MAX_PORT = 65_535;

    private final String text;

    UrlParser(String text) {
        this.text = text;
    }

    /** What a URL that is not JDBC's consists of. */
    static final class Parts {
        String dialect = "";

        @Nullable String user;

        @Nullable String rawPassword;

        @Nullable String password;

        @Nullable String host;

        int port = -1;
        String database = "";
        final Map<String, String> options = new LinkedHashMap<>();
    }

    DatabaseUrl parse() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.isSurrogate(c) && !isPaired(i)) {
                throw new UrlException(i, "a control character or half of a character is not allowed");
            }
        }
        return text.regionMatches(true, 0, JDBC, 0, JDBC.length()) ? jdbc() : parts();
    }

    private boolean isPaired(int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private DatabaseUrl jdbc() {
        int end = text.indexOf(':', JDBC.length());
        if (end < 0) {
            throw new UrlException(text.length(), "a JDBC URL goes on with [jdbc:subprotocol:...]");
        }
        checkName(JDBC.length(), end, "a JDBC subprotocol");
        return new DatabaseUrl(text, text.substring(JDBC.length(), end).toLowerCase(Locale.ROOT));
    }

    private DatabaseUrl parts() {
        int scheme = text.indexOf("://");
        if (scheme < 0) {
            throw new UrlException(
                    0, "expected [dialect://user:password@host:port/database?option=value] or [jdbc:...]");
        }
        checkName(0, scheme, "a dialect's name");
        Parts parts = new Parts();
        parts.dialect = text.substring(0, scheme).toLowerCase(Locale.ROOT);
        int start = scheme + 3;
        int end = endOfAuthority(start);
        authority(parts, start, end);
        int query = text.indexOf('?', end);
        int pathEnd = query < 0 ? text.length() : query;
        if (end > start) {
            // A password with a bare slash, question mark or at sign would otherwise end up in host, database or
            // options.
            int stray = text.indexOf('@', end);
            if (stray >= 0) {
                throw new UrlException(stray, "an at sign after the host is written %40, a slash in a password %2F");
            }
        }
        parts.database = end < pathEnd ? decode(end + 1, pathEnd) : "";
        if (query >= 0) {
            options(parts, query + 1);
        }
        return new DatabaseUrl(parts);
    }

    private void checkName(int start, int end, String what) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean isLater = i > start && (c >= '0' && c <= '9' || c == '_' || c == '-' || c == '+' || c == '.');
            if (!isLetter && !isLater) {
                throw new UrlException(i, what + " has letters and digits only");
            }
        }
        if (end == start) {
            throw new UrlException(start, what + " is missing");
        }
    }

    private int endOfAuthority(int start) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '?') {
                return i;
            }
        }
        return text.length();
    }

    private void authority(Parts parts, int start, int end) {
        int at = text.lastIndexOf('@', end - 1);
        int hostStart = start;
        if (at >= start) {
            int first = text.indexOf('@', start);
            if (first != at) {
                throw new UrlException(first, "an at sign within user or password is written %40");
            }
            int colon = text.indexOf(':', start);
            boolean hasPassword = colon >= 0 && colon < at;
            checkUser(start, hasPassword ? colon : at);
            parts.user = decode(start, hasPassword ? colon : at);
            if (hasPassword) {
                parts.rawPassword = text.substring(colon + 1, at);
                parts.password = decode(colon + 1, at);
            }
            hostStart = at + 1;
        }
        hostAndPort(parts, hostStart, end);
    }

    /** A mistyped colon must not make the password a part of the user's name, which is shown. */
    private void checkUser(int start, int end) {
        for (int i = start; i < end; i++) {
            if ("&=#;[]\\\"<> ".indexOf(text.charAt(i)) >= 0) {
                throw new UrlException(i, "this character is percent-encoded in a user's name");
            }
        }
    }

    private void hostAndPort(Parts parts, int start, int end) {
        int hostEnd;
        if (start < end && text.charAt(start) == '[') {
            int close = text.indexOf(']', start);
            if (close < 0 || close >= end) {
                throw new UrlException(start, "the bracket of an IPv6 address is not closed");
            }
            checkHost(start + 1, close, true);
            parts.host = text.substring(start + 1, close);
            hostEnd = close + 1;
            if (hostEnd < end && text.charAt(hostEnd) != ':') {
                throw new UrlException(hostEnd, "a port or the database follows an IPv6 address");
            }
        } else {
            int colon = text.indexOf(':', start);
            hostEnd = colon >= 0 && colon < end ? colon : end;
            checkHost(start, hostEnd, false);
            parts.host = start == hostEnd ? null : text.substring(start, hostEnd);
        }
        if (hostEnd < end) {
            parts.port = port(hostEnd + 1, end);
            if (parts.host == null) {
                throw new UrlException(start, "a port needs a host");
            }
        }
    }

    private void checkHost(int start, int end, boolean isBracketed) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean isAllowed = Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == ',';
            if (!isAllowed && !(isBracketed && (c == ':' || c == '%'))) {
                throw new UrlException(i, "this character is not allowed in a host");
            }
        }
        if (isBracketed && start == end) {
            throw new UrlException(start, "the IPv6 address is empty");
        }
    }

    private int port(int start, int end) {
        int port = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw new UrlException(i, "a port has digits only; a colon in a password is written %3A");
            }
            port = port * 10 + (c - '0');
            if (port > MAX_PORT) {
                throw new UrlException(i, "a port is at most 65535");
            }
        }
        if (port == 0) {
            throw new UrlException(start, "the port is missing, or 0");
        }
        return port;
    }

    private void options(Parts parts, int start) {
        int from = start;
        while (from < text.length()) {
            int end = text.indexOf('&', from);
            end = end < 0 ? text.length() : end;
            int equals = text.indexOf('=', from);
            if (equals < 0 || equals >= end || equals == from) {
                throw new UrlException(from, "an option has the form [name=value]");
            }
            String name = decode(from, equals);
            if (parts.options.putIfAbsent(name, decode(equals + 1, end)) != null) {
                throw new UrlException(from, "this option is given twice");
            }
            from = end + 1;
        }
    }

    private String decode(int start, int end) {
        if (text.substring(start, end).indexOf('%') < 0) {
            return text.substring(start, end);
        }
        ByteBuffer bytes = ByteBuffer.allocate((end - start) * 4);
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '%') {
                boolean isComplete = i + 2 < end;
                int high = isComplete ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = isComplete ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw new UrlException(i, "a percent sign begins two hexadecimal digits; itself it is %25");
                }
                bytes.put((byte) (high << 4 | low));
                i += 3;
            } else {
                int length = Character.charCount(text.codePointAt(i));
                bytes.put(text.substring(i, i + length).getBytes(StandardCharsets.UTF_8));
                i += length;
            }
        }
        return utf8(bytes.flip(), start);
    }

    private static String utf8(ByteBuffer bytes, int position) {
        try {
            String decoded = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            if (decoded.chars().anyMatch(Character::isISOControl)) {
                throw new UrlException(position, "a control character is not allowed, not even percent-encoded");
            }
            return decoded;
        } catch (CharacterCodingException malformed) {
            throw new UrlException(position, "the percent-encoded bytes are not UTF-8");
        }
    }
}
