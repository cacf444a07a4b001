package io.athanor.dialect.mariadb;

import io.athanor.engine.dialect.DatabaseUrl;
import io.athanor.engine.dialect.JdbcTarget;
import io.athanor.engine.dialect.Sharing;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Translates URLs for the drivers of MariaDB and MySQL, and says which of their settings are harmless. */
final class MysqlUrls {
    /**
     * Those that load classes, read files, send further statements or change what the number of changed rows means are
     * missing.
     */
    static final Set<String> ALLOWED_OPTIONS = Set.of(
            "user",
            "password",
            "usessl",
            "sslmode",
            "requiressl",
            "verifyservercertificate",
            "tlsversion",
            "enabledsslprotocolsuites",
            "connecttimeout",
            "sockettimeout",
            "maxquerysizetolog",
            "tcpkeepalive",
            "tcpnodelay",
            "tcpabortiveclose",
            "usecompression",
            "usebulkstmts",
            "usebulkstmtsforinserts",
            "rewritebatchedstatements",
            "useserverprepstmts",
            "cacheprepstmts",
            "prepstmtcachesize",
            "prepstmtcachesqllimit",
            "defaultfetchsize",
            "maxallowedpacket",
            "charset",
            "characterencoding",
            "connectioncollation",
            "tinyint1isbit",
            "yearisdatetype",
            "timezone",
            "connectiontimezone",
            "connectionattributes",
            "returnmultivaluesgeneratedids",
            "usecatalogterm",
            "transactionisolation",
            "assurereadonly",
            "retriesalldown");

    /** The server may not ask for files of this machine, whatever the driver's own default is. */
    private static final Map<String, String> DEFAULTS = Map.of("allowLocalInfile", "false");

    private MysqlUrls() {}

    static JdbcTarget target(String subprotocol, DatabaseUrl url) {
        String jdbc = url.jdbc();
        if (jdbc != null) {
            Set<String> names = names(jdbc);
            return new JdbcTarget(jdbc, defaults(names), names, Sharing.POOLED);
        }
        Map<String, String> properties = defaults(url.options().keySet());
        properties.putAll(url.options());
        if (url.user() != null) {
            properties.put("user", url.user());
        }
        if (url.password() != null) {
            properties.put("password", url.password());
        }
        return new JdbcTarget(
                "jdbc:" + subprotocol + "://" + host(url) + "/" + encoded(url.database()),
                properties,
                url.options().keySet(),
                Sharing.POOLED);
    }

    private static Map<String, String> defaults(Set<String> given) {
        Set<String> names =
                given.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        Map<String, String> defaults = new LinkedHashMap<>(DEFAULTS);
        defaults.keySet().removeIf(name -> names.contains(name.toLowerCase(Locale.ROOT)));
        return defaults;
    }

    private static String host(DatabaseUrl url) {
        String host = url.host();
        if (host == null) {
            return "localhost";
        }
        String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return url.port() < 0 ? bracketed : bracketed + ":" + url.port();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The names of the settings behind the question mark. */
    private static Set<String> names(String jdbc) {
        Set<String> names = new LinkedHashSet<>();
        int query = jdbc.indexOf('?');
        if (query >= 0) {
            for (String setting : jdbc.substring(query + 1).split("&")) {
                int equals = setting.indexOf('=');
                String name = equals < 0 ? setting : setting.substring(0, equals);
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
