package io.athanor.engine.dialect;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a driver is to be asked for. Immutable and thread-safe; its text names no value.
 *
 * @since 0.1.0
 */
public final class JdbcTarget {
    private final String url;
    private final Map<String, String> properties;
    private final Set<String> options;
    private final Sharing sharing;

    /**
     * Create a target.
     *
     * @param url the JDBC URL, which may hold secrets
     * @param properties what is given to the driver beside the URL, such as user and password
     * @param options the names of all options that the user set, in the URL or the properties
     * @param sharing how many connections may be open at once
     */
    public JdbcTarget(String url, Map<String, String> properties, Set<String> options, Sharing sharing) {
        this.url = url;
        this.properties = Map.copyOf(new LinkedHashMap<>(properties));
        this.options = Set.copyOf(new LinkedHashSet<>(options));
        this.sharing = sharing;
    }

    /**
     * Return the JDBC URL. May hold secrets.
     *
     * @return the URL
     */
    public String url() {
        return url;
    }

    /**
     * Return the properties. May hold secrets.
     *
     * @return an unmodifiable map
     */
    public Map<String, String> properties() {
        return properties;
    }

    /**
     * Return the names of the options that the user set, for the allow-list.
     *
     * @return an unmodifiable set
     */
    public Set<String> options() {
        return options;
    }

    /**
     * Return how many connections may be open at once.
     *
     * @return the sharing
     */
    public Sharing sharing() {
        return sharing;
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "JdbcTarget[" + sharing + ", options=" + options + "]";
    }
}
