package io.athanor.sql.compile;

import io.athanor.sql.tree.BareColumn;
import io.athanor.sql.tree.Cast;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.Label;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.LiteralColumn;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Not;
import io.athanor.sql.tree.StandardFunction;
import io.athanor.sql.tree.Truth;
import io.athanor.sql.tree.TypeCoercion;
import io.athanor.sql.tree.UnaryOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each column of one select list is called, as SQLAlchemy does. Names that are numbered are only made when they
 * are asked for, so that the numbers follow the text.
 */
final class ColumnLabels {
    /** A name; equal if it would be the same text. */
    static final class Name {
        private final Object key;
        private final Supplier<String> text;

        private Name(Object key, Supplier<String> text) {
            this.key = key;
            this.text = text;
        }

        String text() {
            return text.get();
        }
    }

    /**
     * A column of a select list.
     *
     * @param expression what is selected
     * @param own its own name, or {@code null} if it has none
     * @param required the label that it must have, or {@code null}
     * @param fallback the label that it has where one is needed
     */
    record Planned(
            Expression<?> expression,
            @Nullable Name own,
            @Nullable Name required,
            Name fallback) {
        /** What is written behind AS. In FROM each column has a label. */
        @Nullable String label(boolean isInFrom, boolean hasNativeBoolean) {
            if (expression instanceof Label<?> label) {
                return label.name();
            } else if (required != null) {
                return required.text();
            } else if (isLiteral(expression) || !isInFrom && isPlain(hasNativeBoolean)) {
                return null;
            }
            return fallback.text();
        }

        /** A column, or one with a sign or the like before it, which SQLAlchemy labels in FROM only. */
        private boolean isPlain(boolean hasNativeBoolean) {
            if (expression instanceof UnaryOperation<?> unary) {
                return unary.operand() instanceof NamedColumn<?>;
            }
            return expression instanceof NamedColumn<?> || hasNativeBoolean && truthOf(expression) != null;
        }

        /** What the column is called by those who use it. */
        Name called() {
            if (required != null) {
                return required;
            }
            return own == null ? fallback : own;
        }

        String name() {
            return called().text();
        }

        /** What a row knows the column by, which must not number it if the text does not. */
        String resultName(@Nullable String label) {
            if (label != null) {
                return label;
            }
            Expression<?> inner = expression instanceof UnaryOperation<?> unary ? unary.operand() : truthOf(expression);
            return inner instanceof NamedColumn<?> column ? column.name() : name();
        }
    }

    private final LabelStyle style;
    private final Names names;
    private final IdentifierQuoter quoter;
    private final Function<FromClause, String> tableNames;
    private final Function<NamedColumn<?>, Name> columnNames;
    private final Map<Object, Expression<?>> used = new HashMap<>();

    ColumnLabels(
            LabelStyle style,
            Names names,
            IdentifierQuoter quoter,
            Function<FromClause, String> tableNames,
            Function<NamedColumn<?>, Name> columnNames) {
        this.columnNames = columnNames;
        this.style = style;
        this.names = names;
        this.quoter = quoter;
        this.tableNames = tableNames;
    }

    List<Planned> plan(List<? extends Expression<?>> selected) {
        List<Planned> planned = new ArrayList<>(selected.size());
        for (Expression<?> expression : selected) {
            boolean isLeftOut = style == LabelStyle.TABLE_COLUMN_ONCE
                    && planned.stream().anyMatch(each -> each.expression().equals(expression));
            if (!isLeftOut) {
                planned.add(plan(expression));
            }
        }
        return planned;
    }

    private Planned plan(Expression<?> expression) {
        Name own = own(expression);
        Name plain = style.isQualified() ? qualified(expression) : own;
        if (style == LabelStyle.NONE) {
            return new Planned(expression, own, null, plain == null ? numbered(expression) : plain);
        }
        if (plain == null) {
            Name numbered = numbered(expression);
            boolean isRepeated = used.put(numbered.key, expression) != null;
            return new Planned(expression, own, null, isRepeated ? repeated(expression) : numbered);
        }
        Expression<?> other = used.putIfAbsent(plain.key, expression);
        if (other == null) {
            return new Planned(expression, own, style.isQualified() ? plain : null, plain);
        }
        Name distinct = isSame(other, expression) ? repeated(expression) : distinguished(expression, plain);
        return new Planned(expression, own, distinct, distinct);
    }

    private Name distinguished(Expression<?> expression, Name plain) {
        Name numbered = style.isQualified() ? number(expression, plain) : numbered(expression);
        return used.putIfAbsent(numbered.key, expression) == null ? numbered : repeated(expression);
    }

    private static boolean isSame(Expression<?> one, Expression<?> other) {
        return one == other || one instanceof NamedColumn<?> && one.equals(other);
    }

    private @Nullable Name own(Expression<?> expression) {
        if (expression instanceof NamedColumn<?> column) {
            return columnNames.apply(column);
        } else if (expression instanceof Label<?> label) {
            return given(label.name());
        } else if (expression instanceof LiteralColumn<?> literal) {
            return given(literal.sql());
        }
        return expression instanceof BareColumn<?> column ? given(column.name()) : null;
    }

    private static boolean isLiteral(Expression<?> expression) {
        return expression instanceof LiteralColumn<?> || expression instanceof BareColumn<?>;
    }

    static Name given(String name) {
        return new Name(name, () -> name);
    }

    /** By table and column. */
    private @Nullable Name qualified(Expression<?> expression) {
        if (expression instanceof NamedColumn<?> column) {
            Name name = columnNames.apply(column);
            return new Name(
                    List.of(column.table(), name.key),
                    () -> names.fit(tableNames.apply(column.table()) + "_" + name.text(), quoter));
        } else if (expression instanceof Label<?> label) {
            return given(label.name());
        }
        Expression<?> wrapped = wrapped(expression);
        return wrapped == null ? null : qualified(wrapped);
    }

    /** What only changes the type of a column is called as the column. */
    private static @Nullable Expression<?> wrapped(Expression<?> expression) {
        if (expression instanceof TypeCoercion<?> coercion) {
            return coercion.operand();
        }
        return expression instanceof Cast<?> cast ? cast.operand() : truthOf(expression);
    }

    /** A boolean column that is used as a condition, or the column behind NOT. */
    private static @Nullable Expression<?> truthOf(Expression<?> expression) {
        Expression<?> inner = expression instanceof Not not ? not.operand() : expression;
        return inner instanceof Truth truth && truth.operand() instanceof NamedColumn<?> column ? column : null;
    }

    private Name numbered(Expression<?> expression) {
        Expression<?> wrapped = wrapped(expression);
        if (wrapped != null) {
            Name own = own(wrapped);
            return own == null || isLiteral(wrapped) ? numbered(wrapped) : own;
        }
        return number(expression, beginning(expression));
    }

    private Name beginning(Expression<?> expression) {
        if (expression instanceof StandardFunction<?> function && function.isPlain()) {
            return given(function.simpleName());
        }
        Name own = own(expression);
        return own == null ? given("anon") : own;
    }

    private Name number(Expression<?> expression, Name beginning) {
        Object owner = expression instanceof NamedColumn<?> ? expression : new Identity(expression);
        return new Name(
                List.of(owner, beginning.key), () -> names.fit(names.label(expression, beginning.text()), quoter));
    }

    /** A column that stands there already, so that nobody asks for this one by its name. */
    private Name repeated(Expression<?> expression) {
        Name qualified = style.isQualified() ? qualified(expression) : null;
        Object place = new Object();
        return new Name(place, () -> {
            Name beginning = qualified == null ? beginningOfRepeated(expression) : qualified;
            return names.fit(names.of(place, beginning.text() + "_"), quoter);
        });
    }

    private Name beginningOfRepeated(Expression<?> expression) {
        Expression<?> wrapped = wrapped(expression);
        Name own = wrapped == null ? null : own(wrapped);
        return own == null ? beginning(expression) : own;
    }

    /** Tells expressions apart that are equal. */
    private record Identity(Expression<?> expression) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity identity && identity.expression == expression;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(expression);
        }
    }
}
