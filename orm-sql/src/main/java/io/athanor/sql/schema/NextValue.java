package io.athanor.sql.schema;

import io.athanor.sql.tree.CustomExpression;
import io.athanor.sql.type.SqlType;
import java.util.List;

/**
 * The next number of a sequence. Immutable and thread-safe.
 *
 * @param <T> the Java type of the number
 * @since 0.1.0
 */
public final class NextValue<T> extends CustomExpression<T> {
    private final Sequence sequence;

    NextValue(Sequence sequence, SqlType<T> type) {
        super(type);
        this.sequence = sequence;
    }

    /**
     * Return the sequence.
     *
     * @return the sequence, never {@code null}
     */
    public Sequence sequence() {
        return sequence;
    }

    @Override
    public Object shape() {
        return List.of(NextValue.class, sequence, type());
    }
}
