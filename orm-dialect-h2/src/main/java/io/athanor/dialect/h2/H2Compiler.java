package io.athanor.dialect.h2;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.ConflictForm;
import io.athanor.sql.compile.OtherTables;
import io.athanor.sql.compile.ReturningForm;
import io.athanor.sql.compile.SelectedAgain;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.tree.BinaryOperation;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.Collation;
import io.athanor.sql.tree.DatePart;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Extraction;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.FunctionModifiers;
import io.athanor.sql.tree.NullExpression;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.Regexp;
import io.athanor.sql.tree.RegexpReplacement;
import io.athanor.sql.tree.RowLimit;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.StandardFunction;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.tree.UnaryOperation;
import io.athanor.sql.type.StorageKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** H2's SQL where it differs. */
final class H2Compiler extends SqlCompiler {
    private static final String AGGREGATED_STRINGS = "aggregate_strings";

    /** Functions that yield one of their arguments. */
    private static final Set<String> CHOOSING = Set.of("coalesce", "nullif", "greatest", "least");

    /** What other databases have signs for. */
    private static final Map<Operator, String> FUNCTIONS = Map.of(
            Operator.BIT_AND, "BITAND",
            Operator.BIT_OR, "BITOR",
            Operator.BIT_XOR, "BITXOR",
            Operator.SHIFT_LEFT, "LSHIFT",
            Operator.SHIFT_RIGHT, "RSHIFT");

    H2Compiler(CompilerSettings settings) {
        super(settings);
    }

    @Override
    protected void nextValue(Sequence sequence) {
        append("NEXT VALUE FOR ").append(sequenceName(sequence));
    }

    /** Only the quotient of two integers would lose its fraction. */
    @Override
    protected void divide(BinaryOperation<?> node) {
        if (isInteger(node.left().type()) && isInteger(node.right().type())) {
            // Either alone would make a DECFLOAT of a BIGINT beside a DOUBLE.
            append("CAST(").compile(node.left()).append(" AS DOUBLE PRECISION)");
            append(" / CAST(").compile(node.right()).append(" AS DOUBLE PRECISION)");
        } else {
            operand(node.left(), Operator.DIVIDE);
            append(" / ");
            if (node.right() instanceof Bind<?>) {
                typed(node.right()); // else H2 computes a hundred thousand digits
            } else {
                operand(node.right(), Operator.DIVIDE);
            }
        }
    }

    /** Without its type a value would make the quotient one of decimals. */
    @Override
    protected void floorDivide(BinaryOperation<?> node) {
        boolean isIntegral =
                isInteger(node.left().type()) && isInteger(node.right().type());
        append(isIntegral ? "" : "FLOOR(");
        dividend(node.left());
        append(" / ");
        dividend(node.right());
        append(isIntegral ? "" : ")");
    }

    private void dividend(Expression<?> node) {
        if (node instanceof Bind<?>) {
            typed(node);
        } else {
            operand(node, Operator.FLOOR_DIVIDE);
        }
    }

    @Override
    public void visitBinary(BinaryOperation<?> node) {
        String function = FUNCTIONS.get(node.operator());
        if (function != null) {
            call(function, node.left(), node.right());
        } else if (node.operator() == Operator.LATER || node.operator() == Operator.EARLIER) {
            move(node, node.operator() == Operator.EARLIER ? "-" : "");
        } else if (node.operator() == Operator.ELAPSED) {
            elapsed(node);
        } else {
            super.visitBinary(node);
        }
    }

    /** A length of time is a number of nanoseconds; a date that is moved stays a date. */
    private void move(BinaryOperation<?> node, String sign) {
        boolean isDate = node.type().kind() == StorageKind.DATE;
        append(isDate ? "CAST(" : "").append("DATEADD(NANOSECOND, " + sign + "(");
        typed(node.right());
        append("), ");
        typed(node.left());
        append(isDate ? ") AS DATE)" : ")");
    }

    private void elapsed(BinaryOperation<?> node) {
        append("DATEDIFF(NANOSECOND, ");
        typed(node.right());
        append(", ");
        typed(node.left());
        append(")");
    }

    /** H2 does not find the type of a value in these places by itself. */
    private void typed(SqlNode node) {
        boolean isUnknown = node instanceof Bind<?> bind && bind.type().kind() != StorageKind.OTHER;
        append(isUnknown ? "CAST(" : "").compile(node);
        append(isUnknown ? " AS " + typeName(((Bind<?>) node).type()) + ")" : "");
    }

    /** Parameters are compared by their numbers, and GROUP BY knows no positions. */
    @Override
    protected SelectedAgain selectedAgain() {
        return SelectedAgain.LABEL;
    }

    /** In a union H2 would have to guess the type of a value that is selected. */
    @Override
    protected void selected(Expression<?> expression) {
        typed(expression);
    }

    @Override
    protected void branchValue(Expression<?> value) {
        typed(value);
    }

    @Override
    public void visitCollation(Collation<?> node) {
        throw new CompileException(
                "H2 compares by the collation of the database only, not by [%s]; state it with SET COLLATION"
                        .formatted(node.name()));
    }

    @Override
    public void visitUnary(UnaryOperation<?> node) {
        if (node.operator() == Operator.BIT_NOT) {
            call("BITNOT", node.operand());
        } else {
            super.visitUnary(node);
        }
    }

    private void call(String function, SqlNode... arguments) {
        append(function);
        String before = "(";
        for (SqlNode argument : arguments) {
            append(before);
            typed(argument);
            before = ", ";
        }
        append(")");
    }

    @Override
    public void visitRegexp(Regexp node) {
        append(node.isNegated() ? "NOT " : "");
        append("REGEXP_LIKE(").compile(node.value()).append(", ").compile(node.pattern());
        flags(node.flags());
    }

    @Override
    public void visitRegexpReplacement(RegexpReplacement node) {
        append("REGEXP_REPLACE(").compile(node.value()).append(", ").compile(node.pattern());
        append(", ").compile(node.replacement());
        flags(node.flags());
    }

    private void flags(@Nullable String flags) {
        append(flags == null ? "" : ", " + stringLiteral(flags)).append(")");
    }

    @Override
    public void visitExtraction(Extraction node) {
        String part = switch (node.part()) {
            case DOW -> "DAY_OF_WEEK";
            case DOY -> "DAY_OF_YEAR";
            default -> node.part().name();
        };
        boolean isFromSunday = node.part() == DatePart.DOW;
        append(isFromSunday ? "(EXTRACT(" : "EXTRACT(").append(part).append(" FROM ");
        compile(node.operand()).append(isFromSunday ? ") - 1)" : ")");
    }

    @Override
    protected @Nullable String functionWord(String name) {
        return name.equals("now") ? "LOCALTIMESTAMP" : super.functionWord(name);
    }

    @Override
    protected @Nullable String functionName(String name) {
        return name.equals(AGGREGATED_STRINGS) ? "LISTAGG" : super.functionName(name);
    }

    /** Of values alone H2 does not know which type is chosen among. */
    @Override
    protected void call(StandardFunction<?> node) {
        boolean isOfValues = CHOOSING.contains(node.simpleName())
                && node.arguments().stream()
                        .allMatch(each -> each instanceof Bind<?> || each instanceof NullExpression<?>);
        if (isOfValues) {
            call(node.simpleName(), node.arguments().toArray(SqlNode[]::new));
        } else {
            super.call(node);
        }
    }

    /** LISTAGG has its order behind it. */
    @Override
    public void visitFunction(StandardFunction<?> node) {
        FunctionModifiers modifiers = node.modifiers();
        if (!node.name().equals(AGGREGATED_STRINGS) || modifiers.orderings().isEmpty()) {
            super.visitFunction(node);
            return;
        }
        super.visitFunction(new StandardFunction<>(
                node.name(),
                node.arguments(),
                node.ownType(),
                new FunctionModifiers(modifiers.isDistinct(), List.of(), modifiers.orderings(), modifiers.filters())));
    }

    @Override
    protected void limit(RowLimit limit) {
        if (limit.limit() != null) {
            append("\n LIMIT ").compile(limit.limit());
        }
        if (limit.offset() != null) {
            append(limit.limit() == null ? "\n OFFSET " : " OFFSET ").compile(limit.offset());
        }
    }

    @Override
    public void visitForUpdate(ForUpdate node) {
        append(
                switch (node.waiting()) {
                    case WAIT -> " FOR UPDATE";
                    case NOWAIT -> " FOR UPDATE NOWAIT";
                    case SKIP_LOCKED -> " FOR UPDATE SKIP LOCKED";
                });
    }

    @Override
    protected ConflictForm conflictForm() {
        return ConflictForm.MERGE;
    }

    @Override
    protected ReturningForm returningForm(Statement change) {
        return ReturningForm.DELTA_TABLE;
    }

    /** In parentheses, a member of INTERSECT with a limit would yield a row twice. */
    @Override
    protected boolean hasGroupedMembers() {
        return false;
    }

    /** Beside a recursive one H2 takes none without. */
    @Override
    protected boolean listsCteColumns() {
        return true;
    }

    @Override
    protected boolean hasDistinctOn() {
        return true;
    }

    @Override
    protected boolean hasWithBeforeSelect() {
        return true;
    }

    @Override
    protected boolean hasWithBeforeChanges() {
        return false;
    }

    /** MERGE would refuse a row that has several partners. */
    @Override
    protected OtherTables tablesOfUpdate() {
        return OtherTables.SUBQUERY;
    }

    @Override
    protected OtherTables tablesOfDelete() {
        return OtherTables.SUBQUERY;
    }

    @Override
    protected boolean limitsChanges() {
        return true;
    }

    @Override
    protected boolean usesSequences() {
        return true;
    }
}
