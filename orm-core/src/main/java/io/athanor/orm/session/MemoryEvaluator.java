package io.athanor.orm.session;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.sql.tree.Between;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.BindList;
import io.athanor.sql.tree.BooleanConstant;
import io.athanor.sql.tree.Chain;
import io.athanor.sql.tree.Comparison;
import io.athanor.sql.tree.ExpressionList;
import io.athanor.sql.tree.LikePattern;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Not;
import io.athanor.sql.tree.NullExpression;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates conditions and values of a change over instances in memory; SQLAlchemy's evaluator. NULL is {@code null}, and
 * {@link MemoryValues#MAYBE} stands for what only the database knows.
 */
final class MemoryEvaluator {
    private final EntityMapper<?> mapper;
    private final Map<String, ?> parameters;

    MemoryEvaluator(EntityMapper<?> mapper, Map<String, ?> parameters) {
        this.mapper = mapper;
        this.parameters = parameters;
    }

    /** Whether a node consists of what is understood here. */
    boolean understands(SqlNode node) {
        if (node instanceof NamedColumn<?> column) {
            return indexOf(column) >= 0;
        }
        boolean isKnown = node instanceof Logical
                || node instanceof Not
                || node instanceof Truth
                || node instanceof BooleanConstant
                || node instanceof NullExpression<?>
                || node instanceof Bind<?>
                || node instanceof BindList<?>
                || node instanceof ExpressionList
                || node instanceof LikePattern
                || node instanceof Between between && between.operator() != Operator.BETWEEN_SYMMETRIC
                || node instanceof Chain<?> chain && MemoryValues.understands(chain.operator())
                || node instanceof Comparison comparison && isKnown(comparison.operator());
        return isKnown && node.children().stream().allMatch(this::understands);
    }

    private static boolean isKnown(Operator operator) {
        return List.of(
                        Operator.EQ,
                        Operator.NE,
                        Operator.LT,
                        Operator.LE,
                        Operator.GT,
                        Operator.GE,
                        Operator.IS,
                        Operator.IS_NOT,
                        Operator.IN,
                        Operator.NOT_IN,
                        Operator.LIKE,
                        Operator.LIKE.negated())
                .contains(operator);
    }

    /** An attribute of the entity itself, or a column of its table; -1 for anything else. */
    int indexOf(NamedColumn<?> column) {
        if (column instanceof Attribute<?, ?> attribute) {
            boolean isOwn = attribute.children().isEmpty()
                    && attribute.owner().type().isAssignableFrom(mapper.type())
                    && mapper.find(attribute.name()) != null;
            return isOwn ? mapper.require(attribute.name()).index() : -1;
        }
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            if (attribute.column().equals(column)) {
                return attribute.index();
            }
        }
        return -1;
    }

    /** What a node that is understood is for an instance. */
    @Nullable Object evaluate(SqlNode node, InstanceState state) {
        if (node instanceof NamedColumn<?> column) {
            return attribute(indexOf(column), state);
        } else if (node instanceof Bind<?> bind) {
            return bind.hasOwnName() && parameters.containsKey(bind.name())
                    ? parameters.get(bind.name())
                    : bind.value();
        } else if (node instanceof BooleanConstant constant) {
            return constant == BooleanConstant.TRUE;
        } else if (node instanceof Truth truth) {
            return evaluate(truth.operand(), state);
        } else if (node instanceof Not not) {
            return MemoryValues.not(evaluate(not.operand(), state));
        } else if (node instanceof Logical logical) {
            return logical(logical, state);
        } else if (node instanceof Between between) {
            return between(between, state);
        } else if (node instanceof Comparison comparison) {
            return comparison(comparison, state);
        } else if (node instanceof Chain<?> chain) {
            return MemoryValues.fold(chain.operator(), values(chain.operands(), state));
        }
        return node instanceof NullExpression<?> ? null : MemoryValues.MAYBE;
    }

    /** What is not loaded, or not written yet, the database alone knows. */
    private @Nullable Object attribute(int index, InstanceState state) {
        boolean isKnown = !state.isUnloaded(index) && !state.isChanged(index);
        return isKnown ? mapper.get(state.requireInstance(), index) : MemoryValues.MAYBE;
    }

    private List<@Nullable Object> values(List<? extends SqlNode> nodes, InstanceState state) {
        List<@Nullable Object> values = new ArrayList<>();
        for (SqlNode node : nodes) {
            values.add(evaluate(node, state));
        }
        return values;
    }

    private @Nullable Object logical(Logical logical, InstanceState state) {
        boolean isAnd = logical.operator() == Operator.AND;
        return MemoryValues.junction(values(logical.conditions(), state), !isAnd);
    }

    private @Nullable Object between(Between between, InstanceState state) {
        Object value = evaluate(between.value(), state);
        List<@Nullable Object> both = new ArrayList<>();
        both.add(MemoryValues.compare(Operator.GE, value, evaluate(between.low(), state)));
        both.add(MemoryValues.compare(Operator.LE, value, evaluate(between.high(), state)));
        Object inside = MemoryValues.junction(both, false);
        return between.operator() == Operator.BETWEEN ? inside : MemoryValues.not(inside);
    }

    private @Nullable Object comparison(Comparison comparison, InstanceState state) {
        Object left = evaluate(comparison.left(), state);
        Operator operator = comparison.operator();
        if (operator == Operator.IN || operator == Operator.NOT_IN) {
            Object found = isIn(left, comparison.right(), state);
            return operator == Operator.IN ? found : MemoryValues.not(found);
        }
        if (operator == Operator.LIKE || operator == Operator.LIKE.negated()) {
            // How a database compares letters is its own affair, and NULL is like nothing.
            return left == null ? null : MemoryValues.MAYBE;
        }
        Object right = evaluate(comparison.right(), state);
        if (operator == Operator.IS || operator == Operator.IS_NOT) {
            Object same = MemoryValues.isSame(left, right);
            return operator == Operator.IS ? same : MemoryValues.not(same);
        }
        return MemoryValues.compare(operator, left, right);
    }

    private @Nullable Object isIn(@Nullable Object left, SqlNode list, InstanceState state) {
        List<@Nullable Object> found = new ArrayList<>();
        List<?> candidates = list instanceof BindList<?> binds
                ? listOf(binds)
                : values(((ExpressionList) list).expressions(), state);
        for (Object candidate : candidates) {
            found.add(MemoryValues.compare(Operator.EQ, left, candidate));
        }
        return MemoryValues.junction(found, true);
    }

    private List<?> listOf(BindList<?> list) {
        boolean isGiven = list.hasOwnName() && parameters.containsKey(list.name());
        return isGiven && parameters.get(list.name()) instanceof List<?> given ? given : list.values();
    }
}
