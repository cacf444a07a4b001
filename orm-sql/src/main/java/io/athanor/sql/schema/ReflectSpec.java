package io.athanor.sql.schema;

import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * States which tables {@link MetaData#reflect} reads from the database, and how. Alive only inside the function that it is
 * handed to; the methods without {@code this} as a result are for the {@link SchemaTarget}.
 *
 * @since 0.1.0
 */
public final class ReflectSpec {
    private final List<Consumer<ColumnDraft>> listeners = new ArrayList<>();
    private final Map<String, Consumer<TableSpec>> definitions = new HashMap<>();
    private Predicate<String> filter = name -> true;
    private boolean areViewsRead;
    private boolean areKeysResolved = true;
    private boolean isExtending;

    private @Nullable String schemaName;

    private @Nullable Set<String> names;

    ReflectSpec() {}

    /**
     * Read another schema than the connection's own.
     *
     * @param name the schema's name
     * @return this
     */
    public ReflectSpec schema(String name) {
        schemaName = name;
        return this;
    }

    /**
     * Read these tables and views alone. Tables that their foreign keys refer to are read too, see
     * {@link #resolveForeignKeys}.
     *
     * @param tables their names; one that does not exist is an error
     * @return this
     */
    public ReflectSpec only(String... tables) {
        names = new LinkedHashSet<>(List.of(tables));
        return this;
    }

    /**
     * Read the tables whose name passes a test.
     *
     * @param test whether to read a table
     * @return this
     */
    public ReflectSpec only(Predicate<String> test) {
        filter = filter.and(test);
        return this;
    }

    /**
     * Leave tables out, unless another one's foreign key refers to them.
     *
     * @param tables their names
     * @return this
     */
    public ReflectSpec exclude(String... tables) {
        Set<String> left = Set.of(tables);
        filter = filter.and(name -> !left.contains(name));
        return this;
    }

    /**
     * Read views too, as tables without keys.
     *
     * @return this
     */
    public ReflectSpec views() {
        areViewsRead = true;
        return this;
    }

    /**
     * State whether to read the tables that foreign keys refer to. Without it such a key names a table that may be defined
     * later.
     *
     * @param value whether to; it is done unless this says otherwise
     * @return this
     */
    public ReflectSpec resolveForeignKeys(boolean value) {
        areKeysResolved = value;
        return this;
    }

    /**
     * Add to tables that the metadata has already what they lack; what they state stays. Without it such tables are left
     * as they are. To be used before other threads see the tables.
     *
     * @return this
     */
    public ReflectSpec extendExisting() {
        isExtending = true;
        return this;
    }

    /**
     * State columns and constraints of a table yourself: a column stated here takes the place of the one that the database
     * tells.
     *
     * @param table the table's name
     * @param definition states the columns
     * @return this
     */
    public ReflectSpec define(String table, Consumer<TableSpec> definition) {
        definitions.merge(table, definition, Consumer::andThen);
        return this;
    }

    /**
     * Look at each column before it is added, and change its type or key, or leave it out; SQLAlchemy's
     * {@code column_reflect} event. Columns that were stated by {@link #define} are not seen.
     *
     * @param listener looks at a column
     * @return this
     */
    public ReflectSpec onColumn(Consumer<ColumnDraft> listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Return the schema to read.
     *
     * @return its name, or {@code null} for the connection's own
     */
    public @Nullable String schemaName() {
        return schemaName;
    }

    /**
     * Return the tables that were asked for by name.
     *
     * @return their names, empty if none were
     */
    public List<String> names() {
        return names == null ? List.of() : List.copyOf(names);
    }

    /**
     * Return whether a table or view is to be read.
     *
     * @param name its name
     * @param isView whether it is a view
     * @return whether it is
     */
    public boolean includes(String name, boolean isView) {
        boolean isNamed = names == null ? areViewsRead || !isView : names.contains(name);
        return isNamed && filter.test(name);
    }

    /**
     * Return whether the tables that foreign keys refer to are read.
     *
     * @return whether they are
     */
    public boolean resolvesForeignKeys() {
        return areKeysResolved;
    }

    /**
     * Return whether tables that exist in the metadata are added to.
     *
     * @return whether they are
     */
    public boolean extendsExisting() {
        return isExtending;
    }

    /**
     * Return what the user states of a table.
     *
     * @param table the table's name
     * @return states it; does nothing if the user has stated nothing
     */
    public Consumer<TableSpec> definition(String table) {
        return definitions.getOrDefault(table, spec -> {});
    }

    /**
     * Let the listeners look at a column.
     *
     * @param table the table's name
     * @param name the column's name
     * @param type the column's type
     * @return what they made of it
     */
    public ColumnDraft draft(String table, String name, SqlType<?> type) {
        ColumnDraft draft = new ColumnDraft(table, name, type);
        listeners.forEach(listener -> listener.accept(draft));
        return draft;
    }

    /** A column that is about to be added to a table. */
    public static final class ColumnDraft {
        private final String table;
        private final String name;
        private SqlType<?> type;
        private String key;
        private boolean isSkipped;

        ColumnDraft(String table, String name, SqlType<?> type) {
            this.table = table;
            this.name = name;
            this.type = type;
            this.key = name;
        }

        /**
         * Return the table.
         *
         * @return its name
         */
        public String table() {
            return table;
        }

        /**
         * Return the column's name in the database.
         *
         * @return the name
         */
        public String name() {
            return name;
        }

        /**
         * Return the type.
         *
         * @return the one that the database tells, or that a listener has set
         */
        public SqlType<?> type() {
            return type;
        }

        /**
         * Set the type.
         *
         * @param other a type that can hold what the database holds
         */
        public void type(SqlType<?> other) {
            type = other;
        }

        /**
         * Return the name in Java.
         *
         * @return the column's name, or what a listener has set
         */
        public String key() {
            return key;
        }

        /**
         * Set the name in Java.
         *
         * @param other the name
         */
        public void key(String other) {
            key = other;
        }

        /** Leave the column out, and every constraint and index over it. */
        public void skip() {
            isSkipped = true;
        }

        /**
         * Return whether the column is left out.
         *
         * @return whether it is
         */
        public boolean isSkipped() {
            return isSkipped;
        }
    }
}
