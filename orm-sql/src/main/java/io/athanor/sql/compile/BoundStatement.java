package io.athanor.sql.compile;

import io.athanor.sql.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled statement with the values of one execution.
 *
 * @param compiled what was compiled
 * @param sql the text, with one {@code ?} per value
 * @param types the type of each value
 * @param values the Java values, as the user gave them
 * @since 0.1.0
 */
public record BoundStatement(
        CompiledStatement compiled,
        String sql,
        List<SqlType<?>> types,
        @Nullable Object[] values) {}
