package io.athanor.sql.schema;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * States an exclusion constraint. Alive only inside the function that it is handed to.
 *
 * @since 0.1.0
 */
public final class ExcludeSpec {
    private static final Pattern OPERATOR = Pattern.compile("[-+*/<>=~!@#%^&|`?]+");
    private static final Pattern METHOD = Pattern.compile("[A-Za-z_]\\w*");

    final ConstraintSpec common = new ConstraintSpec();
    final List<ExcludeConstraint.Element> elements = new ArrayList<>();
    String method = "gist";

    @Nullable Expression<Boolean> condition;

    ExcludeSpec() {}

    /**
     * Name the constraint.
     *
     * @param value the name
     * @return this
     */
    public ExcludeSpec name(String value) {
        common.name(value);
        return this;
    }

    /**
     * Choose the method of the index below, {@code gist} if nothing is chosen.
     *
     * @param indexMethod a word
     * @return this
     * @throws ArgumentException if it is not a word
     */
    public ExcludeSpec using(String indexMethod) {
        if (!METHOD.matcher(indexMethod).matches()) {
            throw new ArgumentException(
                    "Index method [%s] is not a word; use one such as [gist]".formatted(indexMethod));
        }
        method = indexMethod;
        return this;
    }

    /**
     * Compare an expression of two rows by an operator; rows for which all comparisons hold exclude each other.
     *
     * @param expression an expression over columns of the table
     * @param operator the operator's characters
     * @return this
     * @throws ArgumentException if the operator has characters that no operator has
     */
    public ExcludeSpec with(Expression<?> expression, String operator) {
        if (!OPERATOR.matcher(operator).matches()
                || operator.contains("--")
                || operator.contains("/*")
                || operator.contains("?")) {
            throw new ArgumentException(
                    "Operator [%s] is not made of operator characters; use one such as [&&]".formatted(operator));
        }
        elements.add(new ExcludeConstraint.Element(expression, operator));
        return this;
    }

    /**
     * Compare only some rows.
     *
     * @param rows the condition over columns of the table
     * @return this
     */
    public ExcludeSpec where(Expression<Boolean> rows) {
        condition = rows;
        return this;
    }
}
