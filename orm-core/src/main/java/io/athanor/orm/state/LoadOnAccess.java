package io.athanor.orm.state;

import org.jspecify.annotations.Nullable;

/**
 * What a session is loading at this moment because an instance was read: for those who watch statements, such as tests that
 * count them and ask why one was sent. Known to the thread that uses the session, while it loads. Immutable.
 *
 * @since 0.1.0
 */
public final class LoadOnAccess implements AutoCloseable {
    private static final ThreadLocal<@Nullable LoadOnAccess> CURRENT = new ThreadLocal<>();

    /**
     * Why something is loaded when it is read.
     *
     * @since 0.1.0
     */
    public enum Reason {
        /** The instance was expired, by a commit or by the application. */
        EXPIRED,
        /** A column is loaded alone, when it is read. */
        DEFERRED,
        /** A related object is loaded when it is read. */
        TO_ONE,
        /** The members of a collection are loaded when they are read. */
        TO_MANY
    }

    private final Class<?> entity;
    private final @Nullable String attribute;
    private final Reason reason;
    private final @Nullable LoadOnAccess outer;

    private LoadOnAccess(Class<?> entity, @Nullable String attribute, Reason reason) {
        this.entity = entity;
        this.attribute = attribute;
        this.reason = reason;
        this.outer = CURRENT.get();
    }

    /**
     * Note that something is being loaded, until {@link #close}. Called by sessions, not by applications.
     *
     * @param entity the mapped class
     * @param attribute the attribute or relationship; {@code null} for all columns
     * @param reason why it is loaded
     * @return what is noted
     */
    public static LoadOnAccess begin(Class<?> entity, @Nullable String attribute, Reason reason) {
        LoadOnAccess load = new LoadOnAccess(entity, attribute, reason);
        CURRENT.set(load);
        return load;
    }

    /**
     * Return what this thread is loading.
     *
     * @return what is loaded on access; {@code null} if nothing is, as while a query runs
     */
    public static @Nullable LoadOnAccess current() {
        return CURRENT.get();
    }

    /**
     * Return what is loaded.
     *
     * @return the class, with the attribute if it is one, such as {@code User.addresses}
     */
    public String what() {
        return attribute == null ? entity.getSimpleName() : entity.getSimpleName() + "." + attribute;
    }

    /**
     * Return why it is loaded.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Return what would have made this statement needless.
     *
     * @return an option, as it is written in Java, and where it belongs
     */
    public String remedy() {
        String symbol = entity.getSimpleName() + "_." + attribute;
        return switch (reason) {
            case EXPIRED -> "read it before the commit, or open the session with expireOnCommit(false)";
            case DEFERRED -> "add options(undefer(" + symbol + ")) to the query";
            case TO_ONE -> "add options(joinedLoad(" + symbol + ")) to the query";
            case TO_MANY -> "add options(selectinLoad(" + symbol + ")) to the query";
        };
    }

    /** End what was begun. */
    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }

    @Override
    public String toString() {
        return what() + " " + reason;
    }
}
