package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.NextValue;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.tree.Between;
import io.athanor.sql.tree.BinaryOperation;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.BindList;
import io.athanor.sql.tree.BooleanConstant;
import io.athanor.sql.tree.CaseExpression;
import io.athanor.sql.tree.Cast;
import io.athanor.sql.tree.Collation;
import io.athanor.sql.tree.Comparison;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.CustomExpression;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.ExpressionList;
import io.athanor.sql.tree.LiteralColumn;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.Negation;
import io.athanor.sql.tree.Not;
import io.athanor.sql.tree.NullExpression;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.SqlVisitor;
import io.athanor.sql.tree.StandardFunction;
import io.athanor.sql.tree.Text;
import io.athanor.sql.tree.Truth;
import io.athanor.sql.tree.TypeCoercion;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes expressions. What belongs to statements, FROM and names is left to the layers above. */
abstract class ExpressionCompiler implements SqlVisitor {
    final CompilerSettings settings;
    final StatementText out;
    boolean isInline;
    /** Columns are written without their table. */
    boolean isBare;

    ExpressionCompiler(CompilerSettings settings, StatementText out) {
        this.settings = settings;
        this.out = out;
    }

    /** Write a node, by a rule of the user's if there is one. */
    abstract void write(SqlNode node);

    /** Write an operand, in parentheses if its own operator binds less than the one around it. */
    final void operand(SqlNode node, Operator around) {
        boolean isGrouped = node instanceof Expression<?> expression
                && expression.operator() != null
                && expression.operator().needsParenthesesIn(around);
        if (isGrouped) {
            out.append("(");
        }
        write(node);
        if (isGrouped) {
            out.append(")");
        }
    }

    final void list(List<? extends SqlNode> nodes, String separator) {
        String before = "";
        for (SqlNode node : nodes) {
            out.append(before);
            write(node);
            before = separator;
        }
    }

    /** Write what stands where a condition is needed: a boolean value alone is not one everywhere. */
    final void condition(Expression<Boolean> condition, @Nullable Operator around) {
        if (condition instanceof BooleanConstant constant) {
            out.append(hasNativeBoolean() ? literal(constant) : literal(constant) + " = 1");
        } else if (condition instanceof Condition) {
            if (around == null) {
                write(condition);
            } else {
                operand(condition, around);
            }
        } else {
            truth(condition, true);
        }
    }

    private void truth(Expression<Boolean> value, boolean isTrue) {
        if (hasNativeBoolean()) {
            out.append(isTrue ? "" : "NOT ");
            operand(value, Operator.NOT);
        } else {
            operand(value, Operator.EQ);
            out.append(isTrue ? " = 1" : " = 0");
        }
    }

    /**
     * Return whether the database has a boolean type and the words TRUE and FALSE.
     *
     * @return whether it has; if not, 1 and 0 stand for them
     */
    protected boolean hasNativeBoolean() {
        return true;
    }

    private String literal(BooleanConstant constant) {
        if (hasNativeBoolean()) {
            return constant == BooleanConstant.TRUE ? "true" : "false";
        }
        return constant == BooleanConstant.TRUE ? "1" : "0";
    }

    @Override
    public void visitBind(Bind<?> node) {
        if (isInline) {
            out.append(literal(node.value()));
            return;
        }
        out.bind(node, node.type().forDialect(settings.dialect()));
    }

    @Override
    public void visitBindList(BindList<?> node) {
        out.append("(");
        out.expandingBind(node, node.type().forDialect(settings.dialect()));
        out.append(")");
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
        out.append(literal(node));
    }

    @Override
    public void visitComparison(Comparison node) {
        Operator operator = node.operator();
        if (operator == Operator.ILIKE || operator.hasNegation() && operator.negated() == Operator.ILIKE) {
            caseInsensitiveLike(node);
        } else if (operator == Operator.NOT_IN) {
            out.append("(");
            infix(node, operator.symbol());
            out.append(")");
        } else {
            infix(node, operator.symbol());
        }
        escape(node);
    }

    private void infix(Comparison node, String symbol) {
        operand(node.left(), node.operator());
        out.append(" ").append(symbol).append(" ");
        operand(node.right(), node.operator());
    }

    private void escape(Comparison node) {
        if (node.escape() != null) {
            out.append(" ESCAPE ").append(stringLiteral(String.valueOf(node.escape())));
        }
    }

    /**
     * Write LIKE without regard to case; for databases that have no ILIKE.
     *
     * @param node the comparison
     */
    protected void caseInsensitiveLike(Comparison node) {
        out.append("lower(");
        write(node.left());
        out.append(node.operator() == Operator.ILIKE ? ") LIKE lower(" : ") NOT LIKE lower(");
        write(node.right());
        out.append(")");
    }

    /**
     * Write a text as a literal.
     *
     * @param value the text
     * @return its SQL
     */
    protected String stringLiteral(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private String literal(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        } else if (value instanceof Boolean truth) {
            return literal(truth ? BooleanConstant.TRUE : BooleanConstant.FALSE);
        } else if (value instanceof Number) {
            return value.toString();
        } else if (value instanceof String || value instanceof Enum<?> || value instanceof Temporal) {
            return stringLiteral(value instanceof Enum<?> constant ? constant.name() : value.toString());
        }
        throw new CompileException(
                "A value of class [%s] cannot be written as a literal; use text, a number, a date or an enum"
                        .formatted(value.getClass().getName()));
    }

    @Override
    public void visitBetween(Between node) {
        operand(node.value(), Operator.BETWEEN);
        out.append(node.isNegated() ? " NOT BETWEEN " : " BETWEEN ");
        operand(node.low(), Operator.BETWEEN);
        out.append(" AND ");
        operand(node.high(), Operator.BETWEEN);
    }

    @Override
    public void visitLogical(Logical node) {
        String before = "";
        for (Expression<Boolean> each : node.conditions()) {
            out.append(before);
            condition(each, node.operator());
            before = " " + node.operator().symbol() + " ";
        }
    }

    @Override
    public void visitTruth(Truth node) {
        truth(node.operand(), true);
    }

    @Override
    public void visitNot(Not node) {
        if (node.operand() instanceof Truth truth) {
            truth(truth.operand(), false);
        } else if (node.operand() instanceof Condition) {
            out.append("NOT ");
            operand(node.operand(), Operator.NOT);
        } else {
            truth(node.operand(), false);
        }
    }

    @Override
    public void visitBinary(BinaryOperation<?> node) {
        operand(node.left(), node.operator());
        out.append(" ").append(node.operator().symbol()).append(" ");
        operand(node.right(), node.operator());
    }

    @Override
    public void visitNegation(Negation<?> node) {
        out.append("-");
        operand(node.operand(), Operator.NEGATE);
    }

    @Override
    public void visitFunction(StandardFunction<?> node) {
        out.append(node.name()).append(node.isDistinct() ? "(DISTINCT " : "(");
        list(node.arguments(), ", ");
        out.append(")");
    }

    @Override
    public void visitCase(CaseExpression<?> node) {
        out.append("CASE");
        for (int i = 0; i < node.conditions().size(); i++) {
            out.append(" WHEN (");
            condition(node.conditions().get(i), null);
            out.append(") THEN ");
            write(node.values().get(i));
        }
        if (node.otherwise() != null) {
            out.append(" ELSE ");
            write(node.otherwise());
        }
        out.append(" END");
    }

    @Override
    public void visitCast(Cast<?> node) {
        out.append("CAST(");
        write(node.operand());
        out.append(" AS ")
                .append(settings.types().render(node.type().forDialect(settings.dialect())))
                .append(")");
    }

    @Override
    public void visitTypeCoercion(TypeCoercion<?> node) {
        write(node.operand());
    }

    @Override
    public void visitCollation(Collation<?> node) {
        operand(node.operand(), Operator.COLLATE);
        out.append(" COLLATE ").append(settings.quoter().identifier(node.name()));
    }

    @Override
    public void visitCustom(CustomExpression<?> node) {
        if (node instanceof NextValue<?> next) {
            nextValue(next.sequence());
            return;
        }
        throw new CompileException(
                "Class [%s] has no rule on dialect [%s]; give the engine CompileRules.NONE.with(%s.class, …)"
                        .formatted(
                                node.getClass().getName(),
                                settings.dialect(),
                                node.getClass().getSimpleName()));
    }

    /**
     * Write the next number of a sequence.
     *
     * @param sequence the sequence
     * @throws CompileException if the database has no sequences
     */
    protected void nextValue(Sequence sequence) {
        throw new CompileException("Dialect [%s] has no sequences, so [%s] has no next value; use identity() for a key"
                .formatted(settings.dialect(), sequence.name()));
    }

    /**
     * Return a sequence's name with that of its schema, quoted where needed.
     *
     * @param sequence the sequence
     * @return its SQL
     */
    protected final String sequenceName(Sequence sequence) {
        String name = settings.quoter().identifier(sequence.name());
        return sequence.schema() == null ? name : settings.quoter().identifier(sequence.schema()) + "." + name;
    }

    @Override
    public void visitText(Text node) {
        List<Bind<?>> binds = node.children();
        for (int i = 0; i < binds.size(); i++) {
            out.append(node.pieces().get(i));
            write(binds.get(i));
        }
        out.append(node.pieces().get(binds.size()));
    }

    @Override
    public void visitUnresolved(SqlNode node, String description) {
        throw new CompileException(
                "%s is known to a Registry only and cannot be compiled without one; execute the statement through a Session"
                        .formatted(description));
    }
}
