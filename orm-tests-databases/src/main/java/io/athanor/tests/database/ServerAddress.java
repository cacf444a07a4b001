package io.athanor.tests.database;

import io.athanor.engine.dialect.DatabaseUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Where a server is and who may use it.
 *
 * @param database one that exists, to connect to before there are others
 */
record ServerAddress(String host, int port, String user, String password, String database) {

    /** Read {@code dialect://user:password@host:port/database}, with {@code jdbc:} before it or not. */
    static ServerAddress of(String text, int defaultPort) {
        DatabaseUrl url = DatabaseUrl.parse(text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
        String user = url.user() != null ? url.user() : url.options().get("user");
        String password =
                url.password() != null ? url.password() : url.options().get("password");
        return new ServerAddress(
                Objects.requireNonNullElse(url.host(), "localhost"),
                url.port() < 0 ? defaultPort : url.port(),
                Objects.requireNonNullElse(user, ""),
                Objects.requireNonNullElse(password, ""),
                url.database());
    }

    /** A database of the server, as an application names it. */
    String url(String scheme, String name) {
        return scheme + "://" + encoded(user) + ":" + encoded(password) + "@" + host + ":" + port + "/" + name;
    }

    /** A database of the server, as its driver is told. */
    String jdbcUrl(String subprotocol, String name) {
        return "jdbc:%s://%s:%d/%s?user=%s&password=%s"
                .formatted(subprotocol, host, port, name, encoded(user), encoded(password));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
