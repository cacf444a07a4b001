package io.athanor.sql.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison with a regular expression.
 *
 * @param value what is compared
 * @param pattern the regular expression, in the database's own language
 * @param flags letters that change how it is read, such as {@code i}, or {@code null}
 * @param isNegated whether it must not match
 * @since 0.1.0
 */
public record Regexp(
        Expression<?> value,
        Expression<String> pattern,
        @Nullable String flags,
        boolean isNegated) implements Condition {
    @Override
    public Operator operator() {
        return Operator.REGEXP;
    }

    @Override
    public Condition not() {
        return new Regexp(value, pattern, flags, !isNegated);
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitRegexp(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(value, pattern);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new Regexp(nodes.next(), nodes.next(), flags, isNegated);
    }

    @Override
    public Object shape() {
        return Arrays.asList(flags, isNegated);
    }
}
