package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.BindList;
import io.athanor.sql.tree.BindRows;
import io.athanor.sql.tree.BooleanConstant;
import io.athanor.sql.tree.ExpressionList;
import io.athanor.sql.tree.InlineValue;
import io.athanor.sql.tree.LiteralColumn;
import io.athanor.sql.tree.NullExpression;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.SqlVisitor;
import io.athanor.sql.type.ConvertedType;
import io.athanor.sql.type.SqlType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes values: places for them, their names, and literals. */
abstract class ValueCompiler implements SqlVisitor {
    private static final int NANOS_PER_MICRO = 1000;

    final CompilerSettings settings;
    final StatementText out;
    final Names names = new Names();
    boolean isInline;

    ValueCompiler(CompilerSettings settings, StatementText out) {
        this.settings = settings;
        this.out = out;
    }

    /** Write a node, by a rule of the user's if there is one. */
    abstract void write(SqlNode node);

    final void list(List<? extends SqlNode> nodes, String separator) {
        String before = "";
        for (SqlNode node : nodes) {
            out.append(before);
            write(node);
            before = separator;
        }
    }

    /**
     * Return whether places for values show their names, as in {@code :name_1}.
     *
     * @return whether they do; if not, each is a {@code ?}, as JDBC needs it
     */
    protected boolean hasNamedPlaces() {
        return false;
    }

    /**
     * Return whether the database has a boolean type, whose values are conditions.
     *
     * @return whether it has; if not, a value is compared with 1 to make a condition of it
     */
    protected boolean hasNativeBoolean() {
        return true;
    }

    /**
     * Return the word for true or false.
     *
     * @param isTrue which
     * @return its SQL
     */
    protected String booleanLiteral(boolean isTrue) {
        if (hasNativeBoolean()) {
            return isTrue ? "true" : "false";
        }
        return isTrue ? "1" : "0";
    }

    /** A name that a column lends to a value is numbered; one of the user's own is kept. */
    private String nameOf(Object origin, String name, boolean isOwn) {
        return isOwn ? shown(name) : shown(names.of(origin, numberable(name)));
    }

    /** Say what a value is called, such as after the column that it is assigned to. */
    final void nameBind(SqlNode value, String name) {
        if (value instanceof Bind<?> bind && !bind.hasOwnName()) {
            names.assign(bind.origin(), name);
        }
    }

    private static String numberable(String name) {
        return name.replaceAll("[%() $]+", "_").replaceAll("^_+|_+$", "");
    }

    private static String shown(String name) {
        return name.replace('%', 'P').replace('(', 'A').replace(')', 'Z').replaceAll("\\W", "_");
    }

    @Override
    public void visitBind(Bind<?> node) {
        bindAs(node, node.type().forDialect(settings.dialect()));
    }

    /**
     * Write a place for a value that is bound as another type than its own.
     *
     * @param node the value
     * @param type a type that holds it
     */
    protected final void bindAs(Bind<?> node, SqlType<?> type) {
        if (isInline) {
            out.append(literal(type, node.value()));
            return;
        }
        String name = nameOf(node.origin(), node.name(), node.hasOwnName());
        out.bind(node, type, name, place(hasNamedPlaces() ? ":" + name : "?", type));
    }

    /**
     * Write the place of a bound value, with its type where the database cannot tell it from what stands around.
     *
     * @param mark the mark of the place
     * @param type the value's type
     * @return the mark, perhaps within a cast
     */
    protected String place(String mark, SqlType<?> type) {
        return mark;
    }

    @Override
    public void visitInlineValue(InlineValue<?> node) {
        out.append(literal(node.type().forDialect(settings.dialect()), node.value()));
    }

    /** A list that stands by itself, such as in raw SQL. */
    @Override
    public void visitBindList(BindList<?> node) {
        bindList(node, emptySet(Collections.nCopies(1, node.type())));
    }

    final void bindList(BindList<?> node, @Nullable String empty) {
        SqlType<?> type = node.type().forDialect(settings.dialect());
        out.append("(");
        if (isInline) {
            out.append(inlineList(node.values(), type, empty));
        } else {
            String name = nameOf(node.origin(), node.name(), node.hasOwnName());
            out.expandingBind(node, List.of(type), name, new Parameter.ListForm(empty, ""));
        }
        out.append(")");
    }

    private String inlineList(List<?> values, SqlType<?> type, @Nullable String empty) {
        return values.isEmpty()
                ? requireEmpty(empty)
                : String.join(
                        ", ", values.stream().map(value -> literal(type, value)).toList());
    }

    private static String requireEmpty(@Nullable String empty) {
        if (empty == null) {
            throw new CompileException("The dialect cannot say an empty list there; give one value at least");
        }
        return empty;
    }

    @Override
    public void visitBindRows(BindRows node) {
        bindRows(node, emptySet(node.types()));
    }

    final void bindRows(BindRows node, @Nullable String empty) {
        List<SqlType<?>> types = new ArrayList<>();
        node.types().forEach(type -> types.add(type.forDialect(settings.dialect())));
        out.append("(");
        if (!isInline) {
            String name = nameOf(node.origin(), "param", false);
            out.expandingBind(node, types, name, new Parameter.ListForm(empty, tupleListPrefix()));
        } else if (node.rows().isEmpty()) {
            out.append(requireEmpty(empty));
        } else {
            String before = tupleListPrefix();
            for (List<?> row : node.rows()) {
                out.append(before).append("(");
                for (int i = 0; i < row.size(); i++) {
                    out.append(i > 0 ? ", " : "").append(literal(types.get(i), row.get(i)));
                }
                out.append(")");
                before = ", ";
            }
        }
        out.append(")");
    }

    /**
     * Return what stands before the rows in a list of tuples.
     *
     * @return nothing, or {@code "VALUES "}
     */
    protected String tupleListPrefix() {
        return "";
    }

    /**
     * Return what stands between the parentheses for a list of no values right of IN or NOT IN.
     *
     * @param types the types of the values of a row, one for a list of single values
     * @param isNegated whether it is NOT IN, which then holds for all rows; IN holds for none
     * @return the SQL, which may close the parenthesis and open another
     */
    protected String emptyIn(List<SqlType<?>> types, boolean isNegated) {
        String nulls = String.join(", ", Collections.nCopies(types.size(), "NULL"));
        String row = types.size() == 1 ? nulls : "(" + nulls + ")";
        return row + (isNegated ? ") OR (1 = 1" : ") AND (1 != 1");
    }

    /**
     * Return what stands between the parentheses for a list of no values that is not known to be right of IN.
     *
     * @param types the types of the values of a row, one for a list of single values
     * @return a subquery without rows, or {@code null} if the database has no form for it
     */
    protected @Nullable String emptySet(List<SqlType<?>> types) {
        return null;
    }

    @Override
    public void visitExpressionList(ExpressionList node) {
        out.append("(");
        list(node.expressions(), ", ");
        out.append(")");
    }

    @Override
    public void visitLiteralColumn(LiteralColumn<?> node) {
        out.append(node.sql());
    }

    @Override
    public void visitNull(NullExpression<?> node) {
        out.append("NULL");
    }

    @Override
    public void visitConstant(BooleanConstant node) {
        out.append(booleanLiteral(node == BooleanConstant.TRUE));
    }

    /**
     * Write a text as a literal.
     *
     * @param value the text
     * @return its SQL
     */
    protected String stringLiteral(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new CompileException("Text [%s] holds a NUL character and cannot be written as a literal; bind it"
                    .formatted(value.replace('\0', '?')));
        }
        return "'" + value.replace("'", "''") + "'";
    }

    /**
     * Write bytes as a literal.
     *
     * @param value the bytes
     * @return its SQL
     */
    protected String bytesLiteral(byte[] value) {
        return "X'" + HexFormat.of().withUpperCase().formatHex(value) + "'";
    }

    /**
     * Write a date or time as the text that a literal quotes.
     *
     * @param value a value of {@code java.time}
     * @return the text, such as {@code 2020-01-02 03:04:05}
     */
    protected String timeText(Temporal value) {
        if (value instanceof LocalDateTime time) {
            return time.toLocalDate() + " " + timeText(time.toLocalTime());
        } else if (value instanceof OffsetDateTime time) {
            String offset = time.getOffset().getTotalSeconds() == 0
                    ? "+00:00"
                    : time.getOffset().getId();
            return timeText(time.toLocalDateTime()) + offset;
        } else if (value instanceof LocalTime time) {
            String seconds = "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
            return seconds + fraction(time.getNano());
        }
        return value.toString();
    }

    private static String fraction(int nano) {
        if (nano == 0) {
            return "";
        }
        return nano % NANOS_PER_MICRO == 0 ? ".%06d".formatted(nano / NANOS_PER_MICRO) : ".%09d".formatted(nano);
    }

    /**
     * Write a length of time as a literal: a number of nanoseconds, as it is bound, unless overridden.
     *
     * @param value the length
     * @return its SQL
     */
    protected String durationLiteral(Duration value) {
        return String.valueOf(value.toNanos());
    }

    /** Write a value as a literal of its type. */
    final String literal(SqlType<?> type, @Nullable Object value) {
        if (value == null) {
            return "NULL";
        } else if (type instanceof ConvertedType<?, ?> converted) {
            return storedLiteral(converted, value);
        } else if (value instanceof Boolean truth) {
            return booleanLiteral(truth);
        } else if (value instanceof Number number) {
            return numberLiteral(number);
        } else if (value instanceof String text) {
            return stringLiteral(text);
        } else if (value instanceof Enum<?> constant) {
            return stringLiteral(constant.name());
        } else if (value instanceof Temporal time) {
            return stringLiteral(timeText(time));
        } else if (value instanceof byte[] bytes) {
            return bytesLiteral(bytes);
        } else if (value instanceof UUID) {
            return stringLiteral(value.toString());
        } else if (value instanceof Duration duration) {
            return durationLiteral(duration);
        }
        throw new CompileException(
                "A value of class [%s] cannot be written as a literal; use text, a number, a date or an enum"
                        .formatted(value.getClass().getName()));
    }

    private <T, S> String storedLiteral(ConvertedType<T, S> type, Object value) {
        return literal(type.stored(), type.store(type.javaType().cast(value)));
    }

    private static String numberLiteral(Number number) {
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw new CompileException("Number [%s] cannot be written as a literal; bind it".formatted(number));
            }
        }
        return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
    }
}
