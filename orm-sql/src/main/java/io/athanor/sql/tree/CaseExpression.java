package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CASE with a condition in each branch, or with a subject that each branch compares with.
 *
 * @param subject what the branches compare with, or {@code null} if each has a condition of its own
 * @param conditions the conditions, or what the subject is compared with; at least one
 * @param values the value of each branch
 * @param otherwise the value if no branch is taken, or {@code null} for NULL
 * @param <T> the Java type of its value
 * @since 0.1.0
 */
public record CaseExpression<T>(
        @Nullable Expression<?> subject,
        List<Expression<?>> conditions,
        List<Expression<? extends T>> values,
        @Nullable Expression<? extends T> otherwise)
        implements Case<T> {
    /**
     * Begin a CASE.
     *
     * @param condition when the first branch is taken
     * @param value its value
     * @param <T> the Java type of its value
     * @return the CASE
     */
    public static <T> Case<T> of(Expression<Boolean> condition, Expression<? extends T> value) {
        return of(null, condition, value);
    }

    static <T> CaseExpression<T> of(
            @Nullable Expression<?> subject, Expression<?> condition, Expression<? extends T> value) {
        return new CaseExpression<>(subject, List.of(condition), List.of(required(value)), null);
    }

    private static <E> E required(E value) {
        if (value == null) {
            throw new ArgumentException("A branch of CASE was given null; use nullOf(type), or leave the branch out");
        }
        return value;
    }

    @Override
    public Case<T> when(Expression<Boolean> condition, T value) {
        return when(condition, new Bind<>("param", required(value), type()));
    }

    @Override
    public Case<T> when(Expression<Boolean> condition, Expression<? extends T> value) {
        return plus(condition, value);
    }

    CaseExpression<T> plus(Expression<?> condition, Expression<? extends T> value) {
        List<Expression<?>> moreConditions = new ArrayList<>(conditions);
        moreConditions.add(condition);
        List<Expression<? extends T>> moreValues = new ArrayList<>(values);
        moreValues.add(required(value));
        return new CaseExpression<>(subject, List.copyOf(moreConditions), List.copyOf(moreValues), otherwise);
    }

    @Override
    public Expression<T> otherwise(T value) {
        return otherwise(new Bind<>("param", required(value), type()));
    }

    @Override
    public Expression<T> otherwise(Expression<? extends T> value) {
        return new CaseExpression<>(subject, conditions, values, required(value));
    }

    @Override
    public SqlType<T> type() {
        return Operations.inherited(this); // the type of the first branch holds the values of all
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitCase(this);
    }

    @Override
    public List<SqlNode> children() {
        List<SqlNode> children = new ArrayList<>();
        if (subject != null) {
            children.add(subject);
        }
        children.addAll(conditions);
        children.addAll(values);
        if (otherwise != null) {
            children.add(otherwise);
        }
        return children;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new CaseExpression<T>(
                subject == null ? null : nodes.next(),
                nodes.next(conditions.size()),
                nodes.next(values.size()),
                otherwise == null ? null : nodes.next());
    }

    @Override
    public Object shape() {
        return List.of(subject != null, conditions.size());
    }
}
