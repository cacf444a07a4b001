package io.athanor.engine.dialect;

import io.athanor.engine.error.UrlException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is: {@code dialect://user:password@host:port/database?option=value}, or a JDBC URL. User, password,
 * database and options are percent-decoded; {@code @}, {@code /}, {@code :} and {@code ?} within a password are written
 * {@code %40}, {@code %2F}, {@code %3A} and {@code %3F}. What follows the third slash is the database: a relative path in
 * {@code sqlite:///app.db}, an absolute one in {@code sqlite:////var/app.db}. Immutable and thread-safe;
 * {@link #toString} masks every secret.
 *
 * @since 0.1.0
 */
public final class DatabaseUrl {
    private final String dialect;
    private final @Nullable String jdbc;
    private final @Nullable String user;
    private final @Nullable String password;
    private final @Nullable String host;
    private final int port;
    private final String database;
    private final Map<String, String> options;
    private final Secrets secrets;

    DatabaseUrl(String jdbc, String subprotocol) {
        this.dialect = subprotocol;
        this.jdbc = jdbc;
        this.user = null;
        this.password = null;
        this.host = null;
        this.port = -1;
        this.database = "";
        this.options = Map.of();
        this.secrets = Secrets.ofJdbcUrl(jdbc);
    }

    DatabaseUrl(UrlParser.Parts parts) {
        this.dialect = parts.dialect;
        this.jdbc = null;
        this.user = parts.user;
        this.password = parts.password;
        this.host = parts.host;
        this.port = parts.port;
        this.database = parts.database;
        this.options = Collections.unmodifiableMap(new LinkedHashMap<>(parts.options));
        this.secrets = Secrets.ofParts(parts);
    }

    /**
     * Read a URL.
     *
     * @param text the URL
     * @return the URL's parts
     * @throws UrlException if the text is no such URL; the message repeats nothing of it
     */
    public static DatabaseUrl parse(String text) {
        return new UrlParser(text).parse();
    }

    /**
     * Return whether this is a JDBC URL, which only a driver understands.
     *
     * @return whether it begins with {@code jdbc:}
     */
    public boolean isJdbc() {
        return jdbc != null;
    }

    /**
     * Return the JDBC URL as given.
     *
     * @return the text, secrets included, or {@code null} if this is no JDBC URL
     */
    public @Nullable String jdbc() {
        return jdbc;
    }

    /**
     * Return the dialect's name as the URL gives it.
     *
     * @return the scheme, or a JDBC URL's subprotocol
     */
    public String dialect() {
        return dialect;
    }

    /**
     * Return the user.
     *
     * @return the user's name, or {@code null} if none is given
     */
    public @Nullable String user() {
        return user;
    }

    /**
     * Return the password. A secret: must not be shown or logged.
     *
     * @return the password, or {@code null} if none is given
     */
    public @Nullable String password() {
        return password;
    }

    /**
     * Return the host.
     *
     * @return a name or address (an IPv6 one without brackets), or {@code null} if none is given
     */
    public @Nullable String host() {
        return host;
    }

    /**
     * Return the port.
     *
     * @return 1 to 65535, or -1 if none is given
     */
    public int port() {
        return port;
    }

    /**
     * Return the database.
     *
     * @return its name or path, or an empty text
     */
    public String database() {
        return database;
    }

    /**
     * Return the options, which are the driver's.
     *
     * @return an unmodifiable map in the order of the URL; empty for a JDBC URL
     */
    public Map<String, String> options() {
        return options;
    }

    /**
     * Return what must never be shown.
     *
     * @return the secrets of this URL
     */
    public Secrets secrets() {
        return secrets;
    }

    /** The URL with every secret masked. */
    @Override
    public String toString() {
        if (jdbc != null) {
            return Secrets.maskJdbcUrl(jdbc);
        }
        StringBuilder text = new StringBuilder(dialect).append("://");
        if (user != null || password != null) {
            text.append(user == null ? "" : user)
                    .append(password == null ? "" : ":***")
                    .append('@');
        }
        if (host != null) {
            text.append(host.indexOf(':') >= 0 ? "[" + host + "]" : host);
        }
        if (port >= 0) {
            text.append(':').append(port);
        }
        if (!database.isEmpty()) {
            text.append('/').append(database);
        }
        char separator = '?';
        for (Map.Entry<String, String> option : options.entrySet()) {
            String value = Secrets.isSecretName(option.getKey()) ? "***" : option.getValue();
            text.append(separator).append(option.getKey()).append('=').append(value);
            separator = '&';
        }
        return text.toString();
    }
}
