package io.athanor.engine.dialect;

import io.athanor.sql.schema.ForeignKey.Action;
import io.athanor.sql.schema.Sequence.Options;
import io.athanor.sql.type.SqlType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a database holds, as its catalogue tells it. Names are those that one would declare: where the database
 * folds names without quotes, they are folded back. Expressions are SQL text as the database hands it out. All are
 * immutable and thread-safe; their lists and maps are unmodifiable.
 *
 * @since 0.1.0
 */
public sealed interface Reflected {
    /**
     * What rows can be selected from.
     */
    enum Kind {
        /** A table that holds rows. */
        TABLE,
        /** A stored query. */
        VIEW,
        /** A stored query that keeps its rows. */
        MATERIALIZED_VIEW
    }

    /**
     * A table or view.
     *
     * @param name its name
     * @param kind what it is
     * @param isTemporary whether it lasts no longer than the session
     * @param isQuoted whether its name must be quoted although {@code name} by itself would not need it
     */
    record Relation(String name, Kind kind, boolean isTemporary, boolean isQuoted) implements Reflected {
        /**
         * Create a table or view whose name follows the rule.
         *
         * @param name its name
         * @param kind what it is
         */
        public Relation(String name, Kind kind) {
            this(name, kind, false, false);
        }
    }

    /**
     * A column.
     *
     * @param name its name
     * @param type its type; one of kind {@code OTHER} where nobody knows the database's
     * @param databaseType its type as the database writes it
     * @param traits what else is known of it
     */
    record Column(String name, SqlType<?> type, String databaseType, ColumnTraits traits) implements Reflected {
        /**
         * Create a column that may be NULL and has no default.
         *
         * @param name its name
         * @param type its type
         * @param databaseType its type as the database writes it
         */
        public Column(String name, SqlType<?> type, String databaseType) {
            this(name, type, databaseType, ColumnTraits.NONE);
        }

        /**
         * Return whether the column may hold NULL.
         *
         * @return whether it may
         */
        public boolean nullable() {
            return traits.isNullable;
        }

        /**
         * Return what the database puts where an INSERT sets nothing.
         *
         * @return SQL, or {@code null} if there is no default
         */
        public @Nullable String serverDefault() {
            return traits.serverDefault;
        }

        /**
         * Return whether the database numbers the rows by this column in its own way, other than as an identity.
         *
         * @return whether it does
         */
        public boolean autoincrement() {
            return traits.isAutoincrement;
        }

        /**
         * Return how the database numbers the rows by this column as an identity.
         *
         * @return the identity, or {@code null} if it is none
         */
        public @Nullable Identity identity() {
            return traits.identity;
        }

        /**
         * Return how the database computes the column.
         *
         * @return the computation, or {@code null} if there is none
         */
        public @Nullable Computed computed() {
            return traits.computed;
        }

        /**
         * Return what the column is for.
         *
         * @return the comment, or {@code null} if there is none
         */
        public @Nullable String comment() {
            return traits.comment;
        }
    }

    /**
     * What is known of a column besides its name and type.
     *
     * @param isNullable whether it may hold NULL
     * @param serverDefault the SQL of its default, or {@code null}
     * @param isAutoincrement whether the database numbers the rows by it, other than as an identity
     * @param identity how it is numbered as an identity, or {@code null}
     * @param computed how it is computed, or {@code null}
     * @param comment what it is for, or {@code null}
     * @param isQuoted whether its name must be quoted although it would not seem to need it
     */
    record ColumnTraits(
            boolean isNullable,
            @Nullable String serverDefault,
            boolean isAutoincrement,
            @Nullable Identity identity,
            @Nullable Computed computed,
            @Nullable String comment,
            boolean isQuoted) {
        /** May be NULL, and nothing else. */
        public static final ColumnTraits NONE = new ColumnTraits(true, null, false, null, null, null, false);

        /**
         * State whether the column may hold NULL.
         *
         * @param value whether it may
         * @return new traits
         */
        public ColumnTraits nullable(boolean value) {
            return new ColumnTraits(value, serverDefault, isAutoincrement, identity, computed, comment, isQuoted);
        }

        /**
         * State the default.
         *
         * @param sql its SQL, or {@code null} for none
         * @return new traits
         */
        public ColumnTraits serverDefault(@Nullable String sql) {
            return new ColumnTraits(isNullable, sql, isAutoincrement, identity, computed, comment, isQuoted);
        }

        /**
         * State whether the database numbers the rows by the column in its own way.
         *
         * @param value whether it does
         * @return new traits
         */
        public ColumnTraits autoincrement(boolean value) {
            return new ColumnTraits(isNullable, serverDefault, value, identity, computed, comment, isQuoted);
        }

        /**
         * State that the column is an identity.
         *
         * @param numbering how it counts, or {@code null} if it is none
         * @return new traits
         */
        public ColumnTraits identity(@Nullable Identity numbering) {
            return new ColumnTraits(isNullable, serverDefault, isAutoincrement, numbering, computed, comment, isQuoted);
        }

        /**
         * State that the column is computed.
         *
         * @param computation how, or {@code null} if it is not
         * @return new traits
         */
        public ColumnTraits computed(@Nullable Computed computation) {
            return new ColumnTraits(
                    isNullable, serverDefault, isAutoincrement, identity, computation, comment, isQuoted);
        }

        /**
         * State what the column is for.
         *
         * @param text the comment, or {@code null} for none
         * @return new traits
         */
        public ColumnTraits comment(@Nullable String text) {
            return new ColumnTraits(isNullable, serverDefault, isAutoincrement, identity, computed, text, isQuoted);
        }

        /**
         * State that the name must be quoted although it would not seem to need it.
         *
         * @param value whether it must
         * @return new traits
         */
        public ColumnTraits quoted(boolean value) {
            return new ColumnTraits(isNullable, serverDefault, isAutoincrement, identity, computed, comment, value);
        }
    }

    /**
     * How a column is numbered as an identity.
     *
     * @param isAlways whether a number set by an INSERT is refused
     * @param options how it counts; what the database does by itself is left out
     */
    record Identity(boolean isAlways, Options options) {}

    /**
     * How a column is computed.
     *
     * @param sql the expression
     * @param isStored whether the value is kept, {@code null} if the database has one way only
     */
    record Computed(String sql, @Nullable Boolean isStored) {}

    /**
     * A primary key.
     *
     * @param name its name, or {@code null} if the database does not tell
     * @param columns its columns in their order
     */
    record PrimaryKey(@Nullable String name, List<String> columns) implements Reflected {
        /** Create a primary key as a copy. */
        public PrimaryKey {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A foreign key.
     *
     * @param name its name, or {@code null} if the database does not tell
     * @param columns its columns
     * @param referred what they refer to, column for column
     * @param options what happens to its rows, and when it is checked
     */
    record ForeignKey(@Nullable String name, List<String> columns, Referred referred, KeyOptions options)
            implements Reflected {
        /** Create a foreign key as a copy. */
        public ForeignKey {
            columns = List.copyOf(columns);
        }
    }

    /**
     * What a foreign key refers to.
     *
     * @param schema the schema of the table, or {@code null} if it is the connection's own
     * @param table the table
     * @param columns its columns
     */
    record Referred(@Nullable String schema, String table, List<String> columns) {
        /** Create a reference as a copy. */
        public Referred {
            columns = List.copyOf(columns);
        }
    }

    /**
     * What happens to the rows of a foreign key, and when it is checked. What the database does by itself is {@code null}.
     *
     * @param onDelete what happens when the referred row is deleted
     * @param onUpdate what happens when the referred key changes
     * @param match {@code FULL} or {@code PARTIAL}
     * @param deferrable whether the check may wait until the end of the transaction
     * @param initiallyDeferred whether it waits without being told to
     */
    record KeyOptions(
            @Nullable Action onDelete,
            @Nullable Action onUpdate,
            @Nullable String match,
            @Nullable Boolean deferrable,
            @Nullable Boolean initiallyDeferred) {
        /** Nothing but what databases do by themselves. */
        public static final KeyOptions NONE = new KeyOptions(null, null, null, null, null);
    }

    /**
     * A unique constraint.
     *
     * @param name its name, or {@code null} if the database does not tell
     * @param columns its columns
     * @param isNullsNotDistinct whether NULL counts as equal to NULL
     * @param deferrable whether the check may wait until the end of the transaction, {@code null} if not
     * @param initiallyDeferred whether it waits without being told to, {@code null} if not
     */
    record Unique(
            @Nullable String name,
            List<String> columns,
            boolean isNullsNotDistinct,
            @Nullable Boolean deferrable,
            @Nullable Boolean initiallyDeferred)
            implements Reflected {
        /** Create a constraint as a copy. */
        public Unique {
            columns = List.copyOf(columns);
        }

        /**
         * Create a constraint that is checked at once, and for which NULL differs from NULL.
         *
         * @param name its name, or {@code null}
         * @param columns its columns
         */
        public Unique(@Nullable String name, List<String> columns) {
            this(name, columns, false, null, null);
        }
    }

    /**
     * A check.
     *
     * @param name its name, or {@code null} if the database does not tell
     * @param sql the condition, without the parentheses around it
     */
    record Check(@Nullable String name, String sql) implements Reflected {}

    /**
     * An index that is not merely what the database keeps for a primary key.
     *
     * @param name its name
     * @param elements what it is over
     * @param isUnique whether it refuses equal rows
     * @param condition the SQL of the rows that are in it, or {@code null} for all
     * @param duplicatedConstraint the unique constraint or foreign key that the database keeps it for, or {@code null}
     * @param options what one dialect alone understands, as an index of its own states it
     */
    record Index(
            String name,
            List<Element> elements,
            boolean isUnique,
            @Nullable String condition,
            @Nullable String duplicatedConstraint,
            Map<String, Object> options)
            implements Reflected {
        /** Create an index as a copy. */
        public Index {
            elements = List.copyOf(elements);
            options = Map.copyOf(options);
        }

        /**
         * Return the columns of the index.
         *
         * @return a name for each element, {@code null} for an expression
         */
        public List<@Nullable String> columns() {
            return elements.stream()
                    .map(element -> element.isExpression ? null : element.text)
                    .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
        }
    }

    /**
     * One thing that an index is over.
     *
     * @param text the name of a column, or the SQL of an expression
     * @param isExpression which of them
     * @param isDescending whether it sorts downwards
     * @param isNullsFirst whether NULL comes first, {@code null} if where the database has it by itself
     */
    record Element(
            String text,
            boolean isExpression,
            boolean isDescending,
            @Nullable Boolean isNullsFirst) {
        /**
         * Return a column that sorts upwards.
         *
         * @param name its name
         * @return the element
         */
        public static Element column(String name) {
            return new Element(name, false, false, null);
        }
    }

    /**
     * A sequence.
     *
     * @param name its name
     * @param options how it counts; what the database does by itself is left out
     */
    record Sequence(String name, Options options) implements Reflected {}

    /**
     * How a sequence or an identity counts, as a catalogue tells it in full.
     *
     * @param start the first number
     * @param increment the step
     * @param minimum the least number
     * @param maximum the greatest number
     * @param isCyclic whether it begins again at its end
     * @param cache how many numbers are kept ready
     */
    record Counting(long start, long increment, long minimum, long maximum, boolean isCyclic, long cache) {
        /**
         * Leave out what the database does by itself: ascending from 1, or descending from -1, as far as the type goes.
         *
         * @param type the type of the numbers; {@code null} leaves out that too
         * @param bits the size of the type
         * @param usualCache how many numbers are kept ready if nothing is stated
         * @return what was stated
         */
        public Options stated(@Nullable SqlType<?> type, int bits, long usualCache) {
            long greatest = bits >= Long.SIZE ? Long.MAX_VALUE : (1L << (bits - 1)) - 1;
            boolean isUp = increment > 0;
            long usualMinimum = isUp ? 1 : -greatest - 1;
            long usualMaximum = isUp ? greatest : -1;
            return new Options(
                    type,
                    start == (isUp ? minimum : maximum) ? null : (Long) start,
                    increment == 1 ? null : (Long) increment,
                    minimum == usualMinimum ? null : new Options.Bound(false, minimum),
                    maximum == usualMaximum ? null : new Options.Bound(false, maximum),
                    isCyclic ? true : null,
                    cache == usualCache ? null : (Long) cache);
        }
    }
}
