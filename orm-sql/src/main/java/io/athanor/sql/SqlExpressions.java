package io.athanor.sql;

import io.athanor.sql.compile.StandardCompiler;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.BareColumn;
import io.athanor.sql.tree.BareTable;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.BindList;
import io.athanor.sql.tree.CaseOf;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.InlineValue;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.tree.Quantified;
import io.athanor.sql.tree.SelectSource;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Tuple;
import io.athanor.sql.tree.UnaryOperation;
import io.athanor.sql.tree.Window;
import io.athanor.sql.type.SqlType;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rarer words of {@link Sql}, which inherits them. */
class SqlExpressions {
    SqlExpressions() {}

    /**
     * Any row of a subquery, right of a comparison.
     *
     * @param select a query of one column
     * @param <T> the Java type of that column
     * @return what the comparison must hold for once
     */
    public static <T> Expression<T> any(SelectSource<T> select) {
        return new Quantified<>(false, select.toSelect());
    }

    /**
     * All rows of a subquery, right of a comparison.
     *
     * @param select a query of one column
     * @param <T> the Java type of that column
     * @return what the comparison must hold for each time
     */
    public static <T> Expression<T> all(SelectSource<T> select) {
        return new Quantified<>(true, select.toSelect());
    }

    /**
     * Any element of an array, right of a comparison: {@code ANY (…)}.
     *
     * @param array the array
     * @param element the type of its elements
     * @param <T> their Java type
     * @return the right side of a comparison
     */
    public static <T> Expression<T> any(Expression<? extends List<T>> array, SqlType<T> element) {
        return new Quantified<>(false, array, element);
    }

    /**
     * All elements of an array, right of a comparison: {@code ALL (…)}.
     *
     * @param array the array
     * @param element the type of its elements
     * @param <T> their Java type
     * @return the right side of a comparison
     */
    public static <T> Expression<T> all(Expression<? extends List<T>> array, SqlType<T> element) {
        return new Quantified<>(true, array, element);
    }

    /**
     * Several expressions as one row value, {@code (a, b)}.
     *
     * @param expressions at least one
     * @return the row value
     * @throws ArgumentException if there are none
     */
    public static Tuple tuple(Expression<?>... expressions) {
        if (expressions.length == 0) {
            throw new ArgumentException("A tuple was given no expressions; give one at least");
        }
        return new Tuple(List.of(expressions));
    }

    /**
     * A value that is written into the SQL as a literal, quoted by the dialect, instead of being bound. For constants:
     * statements that differ in such a value are compiled separately.
     *
     * @param value the value, or {@code null} for NULL
     * @param type its type
     * @param <T> its Java type
     * @return the expression
     */
    public static <T> Expression<T> inline(@Nullable T value, SqlType<T> type) {
        return new InlineValue<>(value, type);
    }

    /**
     * A value that is given by name at execution, or else is this.
     *
     * @param name the name
     * @param type its type
     * @param value the value where none is given, or {@code null} for NULL
     * @param <T> its Java type
     * @return the expression
     */
    public static <T> Expression<T> bind(String name, SqlType<T> type, @Nullable T value) {
        return Bind.named(name, value, type);
    }

    /**
     * A list of values right of IN, which is given by name at execution, or else is this.
     *
     * @param name the name
     * @param type the type of each value
     * @param values the values where none are given, perhaps none
     * @param <T> their Java type
     * @return the list
     */
    public static <T> BindList<T> bindList(String name, SqlType<T> type, Collection<? extends T> values) {
        return BindList.named(name, List.copyOf(values), type);
    }

    /**
     * A value that is made at each execution.
     *
     * @param supplier makes the value
     * @param type its type
     * @param <T> its Java type
     * @return the expression
     */
    public static <T> Expression<T> supplied(Supplier<? extends T> supplier, SqlType<T> type) {
        return Bind.supplied("param", supplier, type);
    }

    /**
     * A column by its name alone, of no known table.
     *
     * @param name the name, quoted where needed
     * @param type the type to read it as
     * @param <T> its Java type
     * @return the column
     */
    public static <T> Expression<T> column(String name, SqlType<T> type) {
        return new BareColumn<>(name, type);
    }

    /**
     * A table by its name alone, which nobody has declared.
     *
     * @param name the name, quoted where needed
     * @return the table
     */
    public static BareTable table(String name) {
        return new BareTable(name);
    }

    /**
     * Begin a {@code CASE} that compares one expression with many values.
     *
     * @param subject what is compared
     * @param <V> its Java type
     * @return the beginning, to which {@code when(key, value)} adds branches
     */
    public static <V> CaseOf<V> caseOf(Expression<V> subject) {
        return new CaseOf<>(subject);
    }

    /**
     * Apply an operator that stands before its only operand.
     *
     * @param operator the operator, {@link Operator#custom} for one of the database's own
     * @param operand the operand
     * @param result the type of the result
     * @param <T> its Java type
     * @return the result
     */
    public static <T> Expression<T> prefix(Operator operator, Expression<?> operand, SqlType<T> result) {
        return new UnaryOperation<>(operator, operand, result);
    }

    /**
     * Begin a window: the rows that have these in common with the row that is computed.
     *
     * @param by the expressions
     * @return the window
     */
    public static Window partitionBy(Expression<?>... by) {
        return Window.ALL.partitionBy(by);
    }

    /**
     * Begin a window: all rows in an order.
     *
     * @param order what to sort by
     * @return the window
     */
    public static Window orderBy(Orderable... order) {
        return Window.ALL.orderBy(order);
    }

    /**
     * Write a statement or an expression as standard SQL with its values as literals, <strong>for reading only</strong>:
     * what is written here must never be executed.
     *
     * @param node the statement or expression
     * @return its SQL
     * @throws io.athanor.sql.error.CompileException if a value has no literal form
     */
    public static String renderLiterals(SqlNode node) {
        return new StandardCompiler().compileLiteral(node);
    }
}
