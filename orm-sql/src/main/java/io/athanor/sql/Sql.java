package io.athanor.sql;

import io.athanor.sql.compile.StandardCompiler;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TypedTable;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.BooleanConstant;
import io.athanor.sql.tree.Case;
import io.athanor.sql.tree.CaseExpression;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Exists;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.LabelReference;
import io.athanor.sql.tree.LiteralColumn;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.Not;
import io.athanor.sql.tree.NullExpression;
import io.athanor.sql.tree.Ordering;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SelectSource;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Text;
import io.athanor.sql.tree.Truth;
import io.athanor.sql.tree.Update;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of the SQL expression language. Import them statically: {@code import static io.athanor.sql.Sql.*;}. Every
 * method builds an immutable node; nothing is emitted until a connection or a session executes it.
 *
 * @since 0.1.0
 */
public final class Sql extends SqlExpressions {
    /** SQL functions: {@code func.count()}, {@code func.max(x)}, {@code func.call(name, type, …)}. */
    public static final Functions func = new Functions();

    private Sql() {}

    /**
     * Select one thing, which each row yields.
     *
     * @param only an expression, an entity or a projection
     * @param <T> its Java type
     * @return the statement
     */
    public static <T> Select<T> select(Selectable<T> only) {
        return Select.of(only);
    }

    /**
     * Select several things; each row yields a {@link Row}.
     *
     * @param columns expressions, entities or projections
     * @return the statement
     */
    public static Select<Row> select(Selectable<?>... columns) {
        return Select.rows(List.of(columns));
    }

    /**
     * Select all columns of a table; each row yields a {@link Row}.
     *
     * @param table the table
     * @return the statement
     */
    public static Select<Row> select(Table table) {
        return Select.rows(table.columns());
    }

    /**
     * Select all columns of a subquery, an alias or the like; each row yields a {@link Row}.
     *
     * @param table what is selected from
     * @return the statement
     */
    public static Select<Row> select(DerivedTable table) {
        return Select.rows(table.allColumns());
    }

    /**
     * Return a typed table under another name, as a FROM element of its own.
     *
     * @param table the table
     * @param name the name
     * @param <T> the class of the table
     * @return another instance of the same class, whose columns are those of the alias
     */
    public static <T extends TypedTable> T aliased(T table, String name) {
        return Table.aliased(table, name);
    }

    /**
     * Return a typed table under a generated name, as a FROM element of its own.
     *
     * @param table the table
     * @param <T> the class of the table
     * @return another instance of the same class, whose columns are those of the alias
     */
    public static <T extends TypedTable> T aliased(T table) {
        return Table.aliased(table, "");
    }

    /**
     * Insert into a table.
     *
     * @param into the table
     * @return the statement, still without values
     */
    public static Insert insert(Table into) {
        return new Insert(into);
    }

    /**
     * Update a table.
     *
     * @param table the table, or an alias of one
     * @return the statement, still without changes; all rows until {@code where} is called
     */
    public static Update update(FromClause table) {
        return new Update(table);
    }

    /**
     * Delete from a table.
     *
     * @param from the table, or an alias of one
     * @return the statement; all rows until {@code where} is called
     */
    public static Delete delete(FromClause from) {
        return new Delete(from);
    }

    /**
     * {@code AND}.
     *
     * @param conditions any number; TRUE for none
     * @return all of them
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, into a list of the same element type
    public static Condition and(Expression<Boolean>... conditions) {
        return Logical.and(List.of(conditions));
    }

    /**
     * {@code AND}.
     *
     * @param conditions any number; TRUE for none
     * @return all of them
     */
    public static Condition and(Collection<? extends Expression<Boolean>> conditions) {
        return Logical.and(conditions);
    }

    /**
     * {@code OR}.
     *
     * @param conditions any number; FALSE for none
     * @return any of them
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, into a list of the same element type
    public static Condition or(Expression<Boolean>... conditions) {
        return Logical.or(List.of(conditions));
    }

    /**
     * {@code OR}.
     *
     * @param conditions any number; FALSE for none
     * @return any of them
     */
    public static Condition or(Collection<? extends Expression<Boolean>> conditions) {
        return Logical.or(conditions);
    }

    /**
     * {@code NOT}, by the negated operator where there is one: {@code not(a.eq(b))} is {@code a != b}.
     *
     * @param condition the condition
     * @return its negation
     */
    public static Condition not(Expression<Boolean> condition) {
        return condition instanceof Condition known ? known.not() : new Not(new Truth(condition));
    }

    /**
     * {@code EXISTS}.
     *
     * @param select the subquery
     * @return the condition
     */
    public static Condition exists(SelectSource<?> select) {
        return new Exists(select.toSelect(), false);
    }

    /**
     * {@code EXISTS (SELECT * …)} of what the conditions name and the enclosing statement has not.
     *
     * @param conditions at least one condition; all must hold
     * @return the condition
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, into a list of the same element type
    public static Condition exists(Expression<Boolean>... conditions) {
        return new Exists(Select.of(new LiteralColumn<>("*", SqlTypes.OTHER)).where(conditions), false);
    }

    /**
     * Sort upwards by a label or column of the select list.
     *
     * @param label its name; never SQL
     * @return the ordering, refused when compiled if nothing has the name
     */
    public static Ordering asc(String label) {
        return new LabelReference(label).asc();
    }

    /**
     * Sort downwards by a label or column of the select list.
     *
     * @param label its name; never SQL
     * @return the ordering, refused when compiled if nothing has the name
     */
    public static Ordering desc(String label) {
        return new LabelReference(label).desc();
    }

    /**
     * A bound value as an expression. True and false are words in the SQL and are not bound.
     *
     * @param value a value of a class that has a type by itself, never {@code null}
     * @param <T> its Java type
     * @return the expression
     * @throws ArgumentException if no type holds values of its class
     */
    @SuppressWarnings("unchecked") // the class of a T
    public static <T> Expression<T> value(T value) {
        if (value == null) {
            throw new ArgumentException("value(…) was given null, whose type is not known; use nullOf(type)");
        }
        if (value instanceof Boolean truth) {
            return (Expression<T>) (truth ? BooleanConstant.TRUE : BooleanConstant.FALSE);
        }
        Class<T> javaType =
                (Class<T>) (value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass());
        SqlType<T> type = SqlTypes.find(javaType);
        if (type == null) {
            throw new ArgumentException(
                    "No SqlType holds values of class [%s]; use value(value, type)".formatted(javaType.getName()));
        }
        return new Bind<>("param", value, type);
    }

    /**
     * A bound value as an expression.
     *
     * @param value the value
     * @param type its type
     * @param <T> its Java type
     * @return the expression
     */
    public static <T> Expression<T> value(T value, SqlType<T> type) {
        return new Bind<>("param", value, type);
    }

    /**
     * NULL.
     *
     * @param type the type that it stands for
     * @param <T> its Java type
     * @return the expression
     */
    public static <T> Expression<T> nullOf(SqlType<T> type) {
        return new NullExpression<>(type);
    }

    /**
     * A value that is given by name at execution.
     *
     * @param name the name
     * @param type its type
     * @param <T> its Java type
     * @return the expression
     */
    public static <T> Expression<T> bind(String name, SqlType<T> type) {
        return Bind.named(name, type);
    }

    /**
     * Begin a {@code CASE}.
     *
     * @param condition when the first branch is taken
     * @param value its value, bound
     * @param <T> its Java type
     * @return the {@code CASE}
     */
    public static <T> Case<T> when(Expression<Boolean> condition, T value) {
        return CaseExpression.of(condition, value(value));
    }

    /**
     * Begin a {@code CASE}.
     *
     * @param condition when the first branch is taken
     * @param value its value
     * @param <T> its Java type
     * @return the {@code CASE}
     */
    public static <T> Case<T> when(Expression<Boolean> condition, Expression<T> value) {
        return CaseExpression.of(condition, value);
    }

    /**
     * <strong>Raw SQL</strong>: a whole statement, a condition or an ordering. {@code :name} is a bind.
     *
     * @param sql the text, rendered as it is; never a user's input
     * @return the text
     */
    public static Text text(String sql) {
        return new Text(sql);
    }

    /**
     * <strong>Raw SQL</strong> as a column expression.
     *
     * @param sql the text, rendered as it is; never a user's input
     * @param type the type of its value
     * @param <T> its Java type
     * @return the expression
     */
    public static <T> Expression<T> literalColumn(String sql, SqlType<T> type) {
        return new LiteralColumn<>(sql, type);
    }

    /**
     * Write a statement or an expression as standard SQL, for reading; a dialect may write it otherwise.
     *
     * @param node the statement or expression
     * @return its SQL with a name, {@code :name_1}, for each value
     */
    public static String render(SqlNode node) {
        StructureKey key = StructureKey.of(node);
        Map<String, @Nullable Object> unset = new HashMap<>();
        for (SqlNode each : key.binds()) {
            if (each instanceof Bind<?> bind && bind.isNamed()) {
                unset.put(bind.name(), null);
            }
        }
        return new StandardCompiler()
                .compileNode(node, key)
                .bind(key.binds(), unset)
                .sql();
    }
}
