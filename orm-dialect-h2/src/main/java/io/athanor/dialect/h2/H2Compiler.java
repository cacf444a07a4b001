package io.athanor.dialect.h2;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.ConflictForm;
import io.athanor.sql.compile.OtherTables;
import io.athanor.sql.compile.ReturningForm;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.tree.BinaryOperation;
import io.athanor.sql.tree.DatePart;
import io.athanor.sql.tree.Extraction;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.Regexp;
import io.athanor.sql.tree.RegexpReplacement;
import io.athanor.sql.tree.RowLimit;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.tree.UnaryOperation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** H2's SQL where it differs. */
final class H2Compiler extends SqlCompiler {
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
            operand(node.left(), Operator.DIVIDE);
            append(" / CAST(").compile(node.right()).append(" AS DOUBLE PRECISION)");
        } else {
            operand(node.left(), Operator.DIVIDE);
            append(" / ");
            operand(node.right(), Operator.DIVIDE);
        }
    }

    @Override
    public void visitBinary(BinaryOperation<?> node) {
        String function = FUNCTIONS.get(node.operator());
        if (function == null) {
            super.visitBinary(node);
        } else {
            call(function, node.left(), node.right());
        }
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
            append(before).compile(argument);
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
        return name.equals("aggregate_strings") ? "LISTAGG" : super.functionName(name);
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

    @Override
    protected OtherTables tablesOfUpdate() {
        return OtherTables.MERGE;
    }

    @Override
    protected OtherTables tablesOfDelete() {
        return OtherTables.MERGE;
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
