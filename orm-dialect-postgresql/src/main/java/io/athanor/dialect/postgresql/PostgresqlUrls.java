package io.athanor.dialect.postgresql;

import io.athanor.engine.dialect.DatabaseUrl;
import io.athanor.engine.dialect.JdbcTarget;
import io.athanor.engine.dialect.Sharing;
import io.athanor.engine.error.UrlException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Translates URLs for the driver, and says which of its settings are harmless. */
final class PostgresqlUrls {
    static final String JDBC = "jdbc:postgresql:";
    /** Those that load classes, read files or write logs are missing, and those that change what a transaction is. */
    static final Set<String> ALLOWED_OPTIONS = Set.of(
            "user",
            "password",
            "ssl",
            "sslmode",
            "sslnegotiation",
            "channelbinding",
            "gssencmode",
            "applicationname",
            "currentschema",
            "readonly",
            "readonlymode",
            "connecttimeout",
            "logintimeout",
            "sockettimeout",
            "cancelsignaltimeout",
            "querytimeout",
            "tcpkeepalive",
            "tcpnodelay",
            "sendbuffersize",
            "receivebuffersize",
            "targetservertype",
            "hostrecheckseconds",
            "loadbalancehosts",
            "preparethreshold",
            "preparedstatementcachequeries",
            "preparedstatementcachesizemib",
            "binarytransfer",
            "binarytransferenable",
            "binarytransferdisable",
            "defaultrowfetchsize",
            "adaptivefetch",
            "adaptivefetchminimum",
            "adaptivefetchmaximum",
            "maxresultbuffer",
            "rewritebatchedinserts",
            "assumeminserverversion",
            "logservererrordetail");

    private PostgresqlUrls() {}

    static JdbcTarget target(DatabaseUrl url) {
        String jdbc = url.jdbc();
        if (jdbc != null) {
            return new JdbcTarget(jdbc, Map.of(), names(jdbc), Sharing.POOLED);
        }
        if (url.database().isEmpty()) {
            throw new UrlException(
                    url.dialect().length() + 3, "PostgreSQL needs a database; write [postgresql://host/database]");
        }
        Map<String, String> properties = new LinkedHashMap<>(url.options());
        if (url.user() != null) {
            properties.put("user", url.user());
        }
        if (url.password() != null) {
            properties.put("password", url.password());
        }
        return new JdbcTarget(
                JDBC + "//" + hosts(url) + "/" + encoded(url.database()),
                properties,
                url.options().keySet(),
                Sharing.POOLED);
    }

    private static String hosts(DatabaseUrl url) {
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
                // A setting without a value is one that the driver knows by its name alone.
                String name = equals < 0 ? setting : setting.substring(0, equals);
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
