package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.util.List;

/**
 * The right side of LIKE that is made of a text: {@code x || '%'}, {@code '%' || x} or {@code '%' || x || '%'}.
 *
 * @param text what is looked for
 * @param isOpenLeft whether anything may stand before it
 * @param isOpenRight whether anything may stand behind it
 * @since 0.1.0
 */
public record LikePattern(Expression<String> text, boolean isOpenLeft, boolean isOpenRight)
        implements Expression<String> {
    private static final Expression<String> PERCENT = new LiteralColumn<>("'%'", SqlTypes.STRING);

    /**
     * Return the pattern as a concatenation.
     *
     * @return the expression that is compiled
     */
    public Expression<String> concatenation() {
        return around(text);
    }

    /**
     * Return the pattern as a concatenation, its text in lower case.
     *
     * @return the expression that is compiled where the database compares without regard to case by {@code lower}
     */
    public Expression<String> lowerConcatenation() {
        return around(StandardFunction.of("lower", SqlTypes.STRING, text));
    }

    private Expression<String> around(Expression<String> middle) {
        Expression<String> start = isOpenLeft ? Chain.of(Operator.CONCAT, PERCENT, middle, SqlTypes.STRING) : middle;
        return isOpenRight ? Chain.of(Operator.CONCAT, start, PERCENT, SqlTypes.STRING) : start;
    }

    @Override
    public SqlType<String> type() {
        return SqlTypes.STRING;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitLikePattern(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(text);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new LikePattern(new Nodes(children).next(), isOpenLeft, isOpenRight);
    }

    @Override
    public Object shape() {
        return List.of(isOpenLeft, isOpenRight);
    }
}
