package io.athanor.dialect.h2;

import io.athanor.engine.dialect.DatabaseUrl;
import io.athanor.engine.dialect.JdbcTarget;
import io.athanor.engine.dialect.Sharing;
import io.athanor.engine.error.UrlException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Translates URLs for the driver, and says which settings are harmless. */
final class H2Urls {
    static final String JDBC = "jdbc:h2:";
    /** INIT and the like are missing: they run SQL, and through it Java, when the connection is opened. */
    static final Set<String> ALLOWED_OPTIONS = Set.of(
            "user",
            "password",
            "mode",
            "schema",
            "ifexists",
            "forbid_creation",
            "db_close_delay",
            "db_close_on_exit",
            "write_delay",
            "lock_timeout",
            "default_lock_timeout",
            "query_timeout",
            "cache_size",
            "page_size",
            "compress",
            "cipher",
            "access_mode_data",
            "max_memory_rows",
            "max_compact_time",
            "retention_time",
            "database_to_upper",
            "database_to_lower",
            "case_insensitive_identifiers",
            "ignorecase",
            "non_keywords",
            "default_null_ordering",
            "time zone",
            "variable_binary",
            "allow_literals",
            "optimize_reuse_results",
            "old_information_schema",
            "network_timeout");

    private static final String MEMORY = "mem:";

    private H2Urls() {}

    static JdbcTarget target(DatabaseUrl url) {
        String jdbc = url.jdbc();
        if (jdbc != null) {
            return new JdbcTarget(jdbc, Map.of(), settings(jdbc), sharing(jdbc.substring(JDBC.length())));
        }
        int afterScheme = url.dialect().length() + 3;
        String location = location(url, afterScheme);
        StringBuilder text = new StringBuilder(JDBC).append(location);
        for (Map.Entry<String, String> option : url.options().entrySet()) {
            refuseSeparators(option.getKey() + option.getValue(), afterScheme);
            text.append(';').append(option.getKey()).append('=').append(option.getValue());
        }
        Map<String, String> properties = new LinkedHashMap<>();
        if (url.user() != null) {
            properties.put("user", url.user());
        }
        if (url.password() != null) {
            properties.put("password", url.password());
        }
        return new JdbcTarget(text.toString(), properties, url.options().keySet(), sharing(location));
    }

    private static String location(DatabaseUrl url, int position) {
        String database = url.database();
        refuseSeparators(database, position);
        if (url.host() != null) {
            String host = url.host().indexOf(':') >= 0 ? "[" + url.host() + "]" : url.host();
            return "tcp://" + host + (url.port() < 0 ? "" : ":" + url.port()) + "/" + database;
        }
        if (database.isEmpty()) {
            throw new UrlException(position, "H2 needs a database; write [h2:///mem:name] or [h2:///path]");
        }
        if (database.startsWith(MEMORY)) {
            return database;
        }
        boolean isAnchored = database.startsWith("/") || database.startsWith("~") || database.startsWith(".");
        boolean isDrive = database.length() > 1 && database.charAt(1) == ':';
        // A scheme of H2's own, such as zip: or tcp:, cannot be reached this way.
        return "file:" + (isAnchored || isDrive ? "" : "./") + database;
    }

    /** Percent-decoding must not make a setting out of a value. */
    private static void refuseSeparators(String text, int position) {
        if (text.indexOf(';') >= 0 || text.indexOf('\\') >= 0) {
            throw new UrlException(
                    position, "H2 takes a semicolon for the begin of a setting; it cannot be part of a value");
        }
    }

    /** The names of the settings, split as H2 splits them: a backslash takes the next character as it is. */
    private static Set<String> settings(String jdbc) {
        Set<String> names = new LinkedHashSet<>();
        StringBuilder piece = new StringBuilder();
        boolean isFirst = true;
        for (int i = 0; i <= jdbc.length(); i++) {
            char c = i < jdbc.length() ? jdbc.charAt(i) : ';';
            if (c == '\\' && i + 1 < jdbc.length()) {
                piece.append(jdbc.charAt(++i));
            } else if (c == ';') {
                addName(piece, isFirst, names);
                isFirst = false;
                piece.setLength(0);
            } else {
                piece.append(c);
            }
        }
        return names;
    }

    private static void addName(StringBuilder piece, boolean isFirst, Set<String> names) {
        String setting = piece.toString().strip();
        if (isFirst || setting.isEmpty()) {
            return;
        }
        int equals = setting.indexOf('=');
        // What has no name cannot be judged, and its text may be a secret.
        names.add(
                equals < 0
                        ? "(a setting without a name)"
                        : setting.substring(0, equals).strip());
    }

    private static Sharing sharing(String location) {
        if (!location.toLowerCase(Locale.ROOT).startsWith(MEMORY)) {
            return Sharing.POOLED;
        }
        int end = location.indexOf(';');
        String name = location.substring(MEMORY.length(), end < 0 ? location.length() : end);
        return name.isEmpty() ? Sharing.SINGLE : Sharing.KEPT_ALIVE;
    }
}
