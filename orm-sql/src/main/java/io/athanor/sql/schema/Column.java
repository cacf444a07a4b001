package io.athanor.sql.schema;

import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.NamedColumn;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Equal only to itself. Immutable and thread-safe.
 *
 * @param <T> the Java type of its values
 * @since 0.1.0
 */
public interface Column<T> extends NamedColumn<T> {
    /**
     * Return whether the column is part of the primary key.
     *
     * @return whether it is
     */
    boolean primaryKey();

    /**
     * Return whether the column may hold NULL.
     *
     * @return whether it may; never for a primary key
     */
    boolean nullable();

    /**
     * Return whether values of the column must differ.
     *
     * @return whether it has a unique constraint or index of its own
     */
    boolean unique();

    /**
     * Return what the database puts where an INSERT sets nothing.
     *
     * @return the default, or {@code null} if there is none
     */
    @Nullable Expression<T> serverDefault();

    /**
     * Return whether the database numbers the rows by this column: it was told so, or it is the only integer column of the
     * primary key, with no foreign key and no default; SQLAlchemy's {@code autoincrement="auto"}.
     *
     * @return whether it does
     */
    boolean autoincrement();

    /**
     * Return how the database numbers the rows by a sequence of the column's own, where it can.
     *
     * @return the identity, or {@code null} if nothing was stated
     */
    @Nullable Identity identity();

    /**
     * Return the sequence that the column's numbers come from, where the database has sequences.
     *
     * @return the sequence, or {@code null} if there is none
     */
    @Nullable Sequence sequence();

    /**
     * Return how the database computes the column.
     *
     * @return the computation, or {@code null} if the column holds what it is given
     */
    @Nullable Computed computed();

    /**
     * Return whether the database puts a value where an INSERT is given none: by a default or a computation, by SQL that
     * belongs to each INSERT, or by itself, such as by a trigger.
     *
     * @return whether it does; a session then reads the value back
     */
    boolean isFilledOnInsert();

    /**
     * Return whether the database changes the value in an UPDATE that does not set it: by a computation, by SQL that belongs to
     * each UPDATE, or by itself, such as by a trigger.
     *
     * @return whether it does; a session then reads the value back
     */
    boolean isFilledOnUpdate();

    /**
     * Return what the column is for.
     *
     * @return the comment, or {@code null} if there is none
     */
    @Nullable String comment();

    /**
     * Return whether the database has the column by itself, so that it is never created.
     *
     * @return whether it has
     */
    boolean isSystem();

    /**
     * Return what one dialect alone understands.
     *
     * @param dialect the dialect's name
     * @return the options by name, unmodifiable
     */
    Map<String, Object> options(String dialect);

    /**
     * Has the database number the rows by a sequence of the column's own.
     *
     * @param options how it counts
     * @param isAlways whether a number set by an INSERT is refused
     */
    record Identity(Sequence.Options options, boolean isAlways) {}

    /**
     * Has the database compute a column from others.
     *
     * @param expression an expression over columns of the table
     * @param isStored whether the value is kept rather than computed on each reading; {@code null} for the database's habit
     */
    record Computed(Expression<?> expression, @Nullable Boolean isStored) {}
}
