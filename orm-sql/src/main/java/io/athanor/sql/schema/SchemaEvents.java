package io.athanor.sql.schema;

import io.athanor.sql.tree.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What else is to be done when a table, or all of the metadata, is created or dropped: a trigger, rows that are always there;
 * SQLAlchemy's DDL events and {@code execute_if}. Listeners are called in the order in which they were added, on the connection
 * that creates and drops; what they throw ends that. Nobody is told of a table that is there already, or that is not there
 * to be dropped; and of the metadata nobody is if no table is created or dropped at all, unlike in SQLAlchemy, so that creating
 * twice does nothing the second time. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SchemaEvents {
    private final Map<Moment, List<Listener>> listeners = new EnumMap<>(Moment.class);

    /** When something happens. */
    public enum Moment {
        /** Before CREATE TABLE, or before the first one of the metadata. */
        BEFORE_CREATE,
        /** After CREATE TABLE and the indexes and comments of the table, or after all of the metadata. */
        AFTER_CREATE,
        /** Before DROP TABLE, or before the first one of the metadata. */
        BEFORE_DROP,
        /** After DROP TABLE, or after the last one of the metadata. */
        AFTER_DROP
    }

    /** Is told of what happens. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Do what is to be done.
         *
         * @param occasion what happens, and where
         */
        void happened(Occasion occasion);
    }

    /** What happens, and where. Alive only inside the listener that it is handed to. */
    public interface Occasion {
        /**
         * Return when it happens.
         *
         * @return the moment
         */
        Moment moment();

        /**
         * Return the name of the dialect, for conditions.
         *
         * @return the name, such as {@code postgresql}
         */
        String dialect();

        /**
         * Return what is created or dropped.
         *
         * @return the metadata
         */
        MetaData metadata();

        /**
         * Return the table that is created or dropped.
         *
         * @return the table; {@code null} for listeners of the metadata
         */
        @Nullable Table table();

        /**
         * Return all tables that are created or dropped on this occasion.
         *
         * @return the tables in their order
         */
        List<Table> tables();

        /**
         * Run raw SQL. Values bound in it are written as literals, since DDL takes no binds.
         *
         * @param sql the text
         */
        void run(Text sql);

        /**
         * Return where it happens.
         *
         * @return the engine's connection, to be used for more than DDL; nothing if SQL is only written, not run
         */
        Optional<SchemaTarget> target();
    }

    SchemaEvents() {
        for (Moment moment : Moment.values()) {
            listeners.put(moment, new CopyOnWriteArrayList<>());
        }
    }

    /**
     * Have a listener told.
     *
     * @param moment when
     * @param listener who is told
     * @return this
     */
    public SchemaEvents on(Moment moment, Listener listener) {
        listenersOf(moment).add(listener);
        return this;
    }

    /**
     * Have raw SQL run.
     *
     * @param moment when
     * @param sql the text; values bound in it are written as literals
     * @param dialects the names of the dialects that it is for; none for all
     * @return this
     */
    public SchemaEvents on(Moment moment, Text sql, String... dialects) {
        Set<String> chosen = Set.of(dialects);
        return on(moment, occasion -> {
            if (chosen.isEmpty() || chosen.contains(occasion.dialect())) {
                occasion.run(sql);
            }
        });
    }

    /**
     * Have raw SQL run before what these events belong to is created.
     *
     * @param sql the text
     * @param dialects the names of the dialects that it is for; none for all
     * @return this
     */
    public SchemaEvents beforeCreate(Text sql, String... dialects) {
        return on(Moment.BEFORE_CREATE, sql, dialects);
    }

    /**
     * Have raw SQL run after what these events belong to was created.
     *
     * @param sql the text
     * @param dialects the names of the dialects that it is for; none for all
     * @return this
     */
    public SchemaEvents afterCreate(Text sql, String... dialects) {
        return on(Moment.AFTER_CREATE, sql, dialects);
    }

    /**
     * Have raw SQL run before what these events belong to is dropped.
     *
     * @param sql the text
     * @param dialects the names of the dialects that it is for; none for all
     * @return this
     */
    public SchemaEvents beforeDrop(Text sql, String... dialects) {
        return on(Moment.BEFORE_DROP, sql, dialects);
    }

    /**
     * Have raw SQL run after what these events belong to was dropped.
     *
     * @param sql the text
     * @param dialects the names of the dialects that it is for; none for all
     * @return this
     */
    public SchemaEvents afterDrop(Text sql, String... dialects) {
        return on(Moment.AFTER_DROP, sql, dialects);
    }

    /**
     * Have a listener told after what these events belong to was created.
     *
     * @param listener who is told
     * @return this
     */
    public SchemaEvents afterCreate(Listener listener) {
        return on(Moment.AFTER_CREATE, listener);
    }

    /**
     * Have a listener told before what these events belong to is dropped.
     *
     * @param listener who is told
     * @return this
     */
    public SchemaEvents beforeDrop(Listener listener) {
        return on(Moment.BEFORE_DROP, listener);
    }

    /**
     * Tell all listeners of a moment; called by what creates and drops.
     *
     * @param occasion what happens
     */
    public void tell(Occasion occasion) {
        listenersOf(occasion.moment()).forEach(listener -> listener.happened(occasion));
    }

    private List<Listener> listenersOf(Moment moment) {
        return Objects.requireNonNull(listeners.get(moment));
    }
}
