package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with what a regular expression matches replaced.
 *
 * @param value the text
 * @param pattern the regular expression, in the database's own language
 * @param replacement what is put in place of a match
 * @param flags letters that change how it is read, such as {@code i}, or {@code null}
 * @since 0.1.0
 */
public record RegexpReplacement(
        Expression<?> value,
        Expression<String> pattern,
        Expression<String> replacement,
        @Nullable String flags) implements Expression<String> {
    @Override
    public SqlType<String> type() {
        return SqlTypes.STRING;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitRegexpReplacement(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(value, pattern, replacement);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new RegexpReplacement(nodes.next(), nodes.next(), nodes.next(), flags);
    }

    @Override
    public Object shape() {
        return Arrays.asList(flags);
    }
}
