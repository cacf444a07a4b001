package io.athanor.dialect.sqlite;

import io.athanor.engine.dialect.DatabaseUrl;
import io.athanor.engine.dialect.JdbcTarget;
import io.athanor.engine.dialect.Sharing;
import io.athanor.engine.error.UrlException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Translates URLs for the driver, and says which options are harmless. */
final class SqliteUrls {
    static final String JDBC = "jdbc:sqlite:";
    static final Set<String> ALLOWED_OPTIONS = Set.of(
            "mode",
            "cache",
            "immutable",
            "journal_mode",
            "synchronous",
            "busy_timeout",
            "foreign_keys",
            "cache_size",
            "page_size",
            "mmap_size",
            "temp_store",
            "auto_vacuum",
            "secure_delete",
            "recursive_triggers",
            "read_uncommitted",
            "encoding",
            "application_id",
            "user_version",
            "journal_size_limit",
            "wal_autocheckpoint");

    private static final String MEMORY = ":memory:";
    private static final String RESOURCE = ":resource:";
    /** The driver takes any word for these and silently does something else. */
    private static final Map<String, Set<String>> WORDS = Map.of(
            "journal_mode", Set.of("delete", "truncate", "persist", "memory", "wal", "off"),
            "synchronous", Set.of("off", "normal", "full", "extra", "0", "1", "2", "3"),
            "mode", Set.of("ro", "rw", "rwc", "memory"),
            "cache", Set.of("shared", "private"));

    private static final Map<String, String> DEFAULTS = Map.of("foreign_keys", "true", "busy_timeout", "5000");

    private SqliteUrls() {}

    static JdbcTarget target(DatabaseUrl url) {
        String jdbc = url.jdbc();
        if (jdbc == null) {
            return ofParts(url);
        }
        String rest = jdbc.substring(JDBC.length());
        int query = rest.indexOf('?');
        Map<String, String> options = query < 0 ? Map.of() : options(rest.substring(query + 1), jdbc.length());
        return target(jdbc, query < 0 ? rest : rest.substring(0, query), options);
    }

    private static JdbcTarget ofParts(DatabaseUrl url) {
        int afterScheme = url.dialect().length() + 3;
        if (url.host() != null || url.user() != null) {
            throw new UrlException(
                    afterScheme,
                    "SQLite has no host and no user; write [sqlite:///relative.db] or [sqlite:////absolute.db]");
        }
        String path = url.database().isEmpty() ? MEMORY : url.database();
        if (path.indexOf('?') >= 0) {
            throw new UrlException(
                    afterScheme, "the driver takes a question mark in a file name for the begin of options");
        }
        StringBuilder jdbc = new StringBuilder(JDBC).append(path);
        char separator = '?';
        for (Map.Entry<String, String> option : url.options().entrySet()) {
            refuseSeparators(option.getKey(), afterScheme);
            refuseSeparators(option.getValue(), afterScheme);
            jdbc.append(separator).append(option.getKey()).append('=').append(option.getValue());
            separator = '&';
        }
        return target(jdbc.toString(), path, url.options());
    }

    /** Percent-decoding must not make one option into two. */
    private static void refuseSeparators(String text, int position) {
        if (text.indexOf('&') >= 0 || text.indexOf('?') >= 0 || text.indexOf('=') >= 0) {
            throw new UrlException(position, "an option of SQLite cannot hold [&], [?] or [=]");
        }
    }

    private static Map<String, String> options(String query, int position) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : query.split("&", -1)) {
            int equals = option.indexOf('=');
            if (equals <= 0 || option.indexOf('?') >= 0) {
                throw new UrlException(position - query.length(), "an option has the form [name=value]");
            }
            options.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return options;
    }

    private static JdbcTarget target(String jdbc, String path, Map<String, String> options) {
        Map<String, String> given = new LinkedHashMap<>();
        options.forEach((name, value) -> given.put(name.toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT)));
        WORDS.forEach((name, words) -> {
            if (given.containsKey(name) && !words.contains(given.get(name))) {
                throw new UrlException(jdbc.indexOf('?'), "option [%s] is one of %s".formatted(name, words));
            }
        });
        Map<String, String> properties = new LinkedHashMap<>(DEFAULTS);
        properties.keySet().removeAll(given.keySet());
        Map<String, String> toCheck = new LinkedHashMap<>(given);
        if (path.toLowerCase(Locale.ROOT).startsWith(RESOURCE)) {
            // The driver would fetch the database from any URL.
            toCheck.put(RESOURCE, "");
        }
        return new JdbcTarget(jdbc, properties, toCheck.keySet(), sharing(path, given));
    }

    private static Sharing sharing(String path, Map<String, String> options) {
        boolean isMemory = path.isEmpty()
                || path.equals(MEMORY)
                || path.equals("file:" + MEMORY)
                || "memory".equals(options.get("mode"));
        if (!isMemory) {
            return Sharing.POOLED;
        }
        return "shared".equals(options.get("cache")) ? Sharing.KEPT_ALIVE : Sharing.SINGLE;
    }
}
