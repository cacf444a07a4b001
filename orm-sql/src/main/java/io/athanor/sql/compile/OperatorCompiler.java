package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Between;
import io.athanor.sql.tree.BinaryOperation;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.BindList;
import io.athanor.sql.tree.BindRows;
import io.athanor.sql.tree.BooleanConstant;
import io.athanor.sql.tree.Cast;
import io.athanor.sql.tree.Chain;
import io.athanor.sql.tree.Comparison;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.InlineValue;
import io.athanor.sql.tree.JsonItem;
import io.athanor.sql.tree.LikePattern;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.Not;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.Quantified;
import io.athanor.sql.tree.Regexp;
import io.athanor.sql.tree.RegexpReplacement;
import io.athanor.sql.tree.SelectStatement;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.StandardFunction;
import io.athanor.sql.tree.Truth;
import io.athanor.sql.tree.Tuple;
import io.athanor.sql.tree.UnaryOperation;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import io.athanor.sql.type.StorageKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes operators, with parentheses where their precedence asks for them. */
abstract class OperatorCompiler extends ValueCompiler {
    private int operatorDepth;

    OperatorCompiler(CompilerSettings settings, StatementText out) {
        super(settings, out);
    }

    /**
     * Write an operand, in parentheses if its own operator binds less than the one around it.
     *
     * @param node the operand
     * @param around the operator around it
     */
    protected final void operand(SqlNode node, Operator around) {
        boolean isGrouped = node instanceof Expression<?> expression
                && expression.operator() != null
                && expression.operator().needsParenthesesIn(around);
        grouped(node, isGrouped);
    }

    final void grouped(SqlNode node, boolean isGrouped) {
        out.append(isGrouped ? "(" : "");
        write(node);
        out.append(isGrouped ? ")" : "");
    }

    /**
     * Write two operands with a text between them.
     *
     * @param left the left operand
     * @param right the right operand
     * @param operator decides which operand needs parentheses
     * @param symbol what is written between them
     */
    protected final void infix(SqlNode left, SqlNode right, Operator operator, String symbol) {
        operatorDepth++;
        operand(left, operator);
        out.append(" ").append(sign(symbol)).append(" ");
        operand(right, operator);
        operatorDepth--;
    }

    /**
     * Return whether what is being written is an operand, however deep.
     *
     * @return whether it is
     */
    protected final boolean isInsideOperator() {
        return operatorDepth > 0;
    }

    /** Write what stands where a condition is needed: a boolean value alone is not one everywhere. */
    final void condition(Expression<Boolean> condition, @Nullable Operator around) {
        if (condition instanceof BooleanConstant || !(condition instanceof Condition)) {
            truth(condition, true);
        } else if (around == null) {
            write(condition);
        } else {
            operand(condition, around);
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

    @Override
    public void visitComparison(Comparison node) {
        Operator operator = node.operator();
        if (isEither(operator, Operator.ILIKE) && !hasIlike()) {
            caseInsensitiveLike(node);
        } else if (isEither(operator, Operator.IS_DISTINCT_FROM)) {
            distinction(node.left(), node.right(), operator == Operator.IS_DISTINCT_FROM);
        } else if (isEither(operator, Operator.MATCH)) {
            match(node.left(), node.right(), operator != Operator.MATCH);
        } else if (isEither(operator, Operator.IN)) {
            in(node);
        } else if (isWithRows(node.right()) && !hasQuantifiedRows()) {
            quantified(node, (Quantified<?>) node.right());
        } else {
            infix(node.left(), node.right(), operator, operator.symbol());
        }
        if (node.escape() != null) {
            out.append(" ESCAPE ").append(stringLiteral(String.valueOf(node.escape())));
        }
    }

    private static boolean isEither(Operator operator, Operator affirmative) {
        return operator == affirmative || operator == affirmative.negated();
    }

    private void in(Comparison node) {
        boolean isNegated = node.operator() == Operator.NOT_IN;
        out.append(isNegated ? "(" : "");
        operand(node.left(), node.operator());
        out.append(" ").append(node.operator().symbol()).append(" ");
        if (node.right() instanceof BindList<?> list) {
            bindList(list, emptyIn(List.of(list.type()), isNegated));
        } else if (node.right() instanceof BindRows rows) {
            bindRows(rows, emptyIn(rows.types(), isNegated));
        } else {
            operand(node.right(), node.operator());
        }
        out.append(isNegated ? ")" : "");
    }

    /**
     * Return whether the database has ILIKE.
     *
     * @return whether it has; if not, both sides of LIKE are put in lower case
     */
    protected boolean hasIlike() {
        return false;
    }

    private void caseInsensitiveLike(Comparison node) {
        write(StandardFunction.of("lower", SqlTypes.STRING, node.left()));
        out.append(node.operator() == Operator.ILIKE ? " LIKE " : " NOT LIKE ");
        write(
                node.right() instanceof LikePattern pattern
                        ? pattern.lowerConcatenation()
                        : StandardFunction.of("lower", SqlTypes.STRING, node.right()));
    }

    @Override
    public void visitLikePattern(LikePattern node) {
        write(node.concatenation());
    }

    /**
     * Write the comparison that knows NULL.
     *
     * @param left the left side
     * @param right the right side
     * @param isDistinct whether both must differ; else they must be the same
     */
    protected void distinction(SqlNode left, SqlNode right, boolean isDistinct) {
        Operator operator = Operator.IS_DISTINCT_FROM;
        infix(
                left,
                right,
                operator,
                isDistinct ? operator.symbol() : operator.negated().symbol());
    }

    /**
     * Write the search in text.
     *
     * @param left the text
     * @param right the query
     * @param isNegated whether it must not be found
     */
    protected void match(SqlNode left, SqlNode right, boolean isNegated) {
        out.append(isNegated ? "NOT " : "");
        infix(left, right, Operator.MATCH, "MATCH");
    }

    /** Left to the dialects that have regular expressions. */
    @Override
    public void visitRegexp(Regexp node) {
        throw new CompileException(
                "Dialect [%s] has no regular expressions; use like(…), or a function that the database has"
                        .formatted(settings.dialect()));
    }

    /** Left to the dialects that have regular expressions. */
    @Override
    public void visitRegexpReplacement(RegexpReplacement node) {
        throw new CompileException(
                "Dialect [%s] cannot replace by a regular expression; use a function that the database has"
                        .formatted(settings.dialect()));
    }

    @Override
    public void visitBetween(Between node) {
        operand(node.value(), node.operator());
        out.append(" ").append(node.operator().symbol()).append(" ");
        operand(node.low(), node.operator());
        out.append(" AND ");
        operand(node.high(), node.operator());
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
        Operator operator = node.operator();
        if (operator == Operator.DIVIDE) {
            divide(node);
        } else if (operator == Operator.FLOOR_DIVIDE) {
            floorDivide(node);
        } else {
            infix(node.left(), node.right(), operator, operator.symbol());
        }
    }

    /**
     * Write the true quotient. Written for databases that divide integers without a fraction.
     *
     * @param node the division
     */
    protected void divide(BinaryOperation<?> node) {
        operand(node.left(), Operator.DIVIDE);
        out.append(" / CAST(");
        operand(node.right(), Operator.DIVIDE);
        out.append(" AS ")
                .append(settings.types().render(divisor(node.right().type())))
                .append(")");
    }

    private SqlType<?> divisor(SqlType<?> type) {
        return switch (type.kind()) {
            case NUMERIC, FLOAT, DOUBLE -> type.forDialect(settings.dialect());
            default -> SqlTypes.NUMERIC;
        };
    }

    /**
     * Write the quotient rounded down.
     *
     * @param node the division
     */
    protected void floorDivide(BinaryOperation<?> node) {
        boolean isIntegral =
                isInteger(node.left().type()) && isInteger(node.right().type());
        boolean isRounded = !dividesIntegersDown() || !isIntegral;
        out.append(isRounded ? "FLOOR(" : "");
        infix(node.left(), node.right(), Operator.FLOOR_DIVIDE, "/");
        out.append(isRounded ? ")" : "");
    }

    /**
     * Return whether the database divides integers without a fraction.
     *
     * @return whether it does
     */
    protected boolean dividesIntegersDown() {
        return true;
    }

    /**
     * Return whether a type is one of integers.
     *
     * @param type the type
     * @return whether it is
     */
    protected static boolean isInteger(SqlType<?> type) {
        StorageKind kind = type.kind();
        return kind == StorageKind.INTEGER || kind == StorageKind.BIGINT || kind == StorageKind.SMALLINT;
    }

    @Override
    public void visitChain(Chain<?> node) {
        if (node.operator() == Operator.CONCAT) {
            concatenation(node.operands());
            return;
        }
        chain(node.operands(), node.operator());
    }

    /**
     * Write the concatenation of texts.
     *
     * @param operands the texts, at least two
     */
    protected void concatenation(List<Expression<?>> operands) {
        chain(operands, Operator.CONCAT);
    }

    private void chain(List<Expression<?>> operands, Operator operator) {
        operatorDepth++;
        String before = "";
        for (Expression<?> operand : operands) {
            out.append(before);
            operand(operand, operator);
            before = " " + operator.symbol() + " ";
        }
        operatorDepth--;
    }

    @Override
    public void visitUnary(UnaryOperation<?> node) {
        String symbol = node.operator().symbol();
        boolean isWord = Character.isLetter(symbol.charAt(0));
        out.append(sign(symbol)).append(isWord ? " " : "");
        if (isNegativeLiteral(node.operand()) || !isWord && node.operand() instanceof UnaryOperation<?>) {
            grouped(node.operand(), true);
        } else {
            operand(node.operand(), node.operator());
        }
    }

    private String sign(String symbol) {
        if (hasHashComments() && symbol.indexOf('#') >= 0) {
            throw new CompileException("Operator [%s] begins a comment on dialect [%s]; use a function of the database"
                    .formatted(symbol, settings.dialect()));
        }
        return symbol;
    }

    /** Whether {@code #} begins a comment. */
    protected boolean hasHashComments() {
        return false;
    }

    /** Two signs in a row would begin a comment. */
    private boolean isNegativeLiteral(SqlNode node) {
        Object value = null;
        if (node instanceof InlineValue<?> inline) {
            value = inline.value();
        } else if (isInline && node instanceof Bind<?> bind) {
            value = bind.value();
        }
        return value instanceof Number number && number.doubleValue() < 0;
    }

    @Override
    public void visitTuple(Tuple node) {
        out.append("(");
        list(node.expressions(), ", ");
        out.append(")");
    }

    @Override
    public void visitQuantified(Quantified<?> node) {
        out.append(node.isAll() ? "ALL (" : "ANY (");
        write(node.source());
        out.append(")");
    }

    private static boolean isWithRows(SqlNode node) {
        return node instanceof Quantified<?> quantified && quantified.source() instanceof SelectStatement<?>;
    }

    /**
     * Return whether the database compares with ANY or ALL of the rows of a subquery.
     *
     * @return whether it does; if not, {@code = ANY} is written as IN and {@code <> ALL} as NOT IN, which mean the same
     */
    protected boolean hasQuantifiedRows() {
        return true;
    }

    private void quantified(Comparison node, Quantified<?> rows) {
        boolean isAny = node.operator() == Operator.EQ && !rows.isAll();
        if (!isAny && (node.operator() != Operator.NE || !rows.isAll())) {
            throw new CompileException(
                    "Dialect [%s] has no comparison [%s %s] with the rows of a subquery; it has [= ANY] and [!= ALL], others are said by exists(…) with the comparison within"
                            .formatted(settings.dialect(), node.operator().symbol(), rows.isAll() ? "ALL" : "ANY"));
        }
        out.append(isAny ? "" : "(");
        operand(node.left(), Operator.IN);
        out.append(isAny ? " IN (" : " NOT IN (");
        write(rows.source());
        out.append(isAny ? ")" : "))");
    }

    /** Left to the dialects that have JSON. */
    @Override
    public void visitJsonItem(JsonItem<?> node) {
        throw new CompileException(
                "Dialect [%s] cannot take JSON apart; read it whole, or use a function of the database"
                        .formatted(settings.dialect()));
    }

    @Override
    public void visitCast(Cast<?> node) {
        if (node.isTry()) {
            throw new CompileException("Dialect [%s] has no TRY_CAST; use cast(…)".formatted(settings.dialect()));
        }
        cast(node);
    }

    /**
     * Write CAST.
     *
     * @param node the conversion
     */
    protected void cast(Cast<?> node) {
        out.append("CAST(");
        write(node.operand());
        out.append(" AS ").append(typeName(node.type())).append(")");
    }

    /**
     * Return a type's name as DDL has it.
     *
     * @param type the type
     * @return its SQL
     */
    protected final String typeName(SqlType<?> type) {
        return settings.types().render(type.forDialect(settings.dialect()));
    }
}
