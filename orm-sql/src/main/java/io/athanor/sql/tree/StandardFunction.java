package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function by its name.
 *
 * @param name the function's name, perhaps with a package or schema before a dot
 * @param arguments the arguments
 * @param ownType the type of the result, or {@code null} for that of the first argument
 * @param modifiers what changes an aggregate
 * @param <T> the Java type of the result
 * @since 0.1.0
 */
public record StandardFunction<T>(
        String name,
        List<? extends SqlNode> arguments,
        @Nullable SqlType<T> ownType,
        FunctionModifiers modifiers) implements FunctionCall<T>, StatesType {
    /**
     * Call a function. A value that was written as an expression is called by the function's name.
     *
     * @param name the function's name
     * @param type the type of the result, or {@code null} for that of the first argument
     * @param arguments the arguments
     * @param <T> the Java type of the result
     * @return the call
     */
    public static <T> StandardFunction<T> of(String name, @Nullable SqlType<T> type, SqlNode... arguments) {
        String simple = simple(name);
        List<SqlNode> named = new ArrayList<>(arguments.length);
        for (SqlNode argument : arguments) {
            named.add(argument instanceof Bind<?> bind ? bind.besides(simple) : argument);
        }
        return new StandardFunction<>(name, List.copyOf(named), type, FunctionModifiers.NONE);
    }

    private StandardFunction<T> with(FunctionModifiers changed) {
        return new StandardFunction<>(name, arguments, ownType, changed);
    }

    @Override
    public FunctionCall<T> distinct() {
        return with(modifiers.distinct());
    }

    @Override
    public FunctionCall<T> orderBy(Orderable... order) {
        return with(modifiers.orderedBy(order));
    }

    @Override
    public FunctionCall<T> withinGroup(Orderable... order) {
        return with(modifiers.groupedBy(order));
    }

    @Override
    public FunctionCall<T> filter(Expression<Boolean> where) {
        return with(modifiers.filtered(where));
    }

    @Override
    public TableFunction table(String... columns) {
        return TableFunction.of(this, List.of(columns));
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * Return the name without a package.
     *
     * @return what stands behind the last dot
     */
    public String simpleName() {
        return simple(name);
    }

    /**
     * Return whether the call has neither FILTER nor WITHIN GROUP, and so is named after its function.
     *
     * @return whether it has none
     */
    public boolean isPlain() {
        return modifiers.group().isEmpty() && modifiers.filters().isEmpty();
    }

    @Override
    public SqlType<T> type() {
        return ownType == null ? Operations.inherited(this) : ownType;
    }

    @Override
    public @Nullable Operator operator() {
        return modifiers.filters().isEmpty() ? null : Operator.FILTER;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitFunction(this);
    }

    @Override
    public List<? extends SqlNode> children() {
        List<SqlNode> children = new ArrayList<>(arguments);
        children.addAll(modifiers.nodes());
        return children;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new StandardFunction<>(name, nodes.next(arguments.size()), ownType, modifiers.withNodes(nodes));
    }

    @Override
    public Object shape() {
        return Arrays.asList(name, ownType, arguments.size(), modifiers.shape());
    }

    @Override
    public @Nullable SqlType<?> statedType() {
        return ownType;
    }

    @Override
    public SqlNode withStatedType(SqlType<?> type) {
        return new StandardFunction<>(name, arguments, type, modifiers);
    }
}
