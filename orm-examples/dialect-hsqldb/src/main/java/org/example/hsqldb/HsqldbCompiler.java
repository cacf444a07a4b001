package org.example.hsqldb;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.ConflictForm;
import io.athanor.sql.compile.OtherTables;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.tree.BinaryOperation;
import io.athanor.sql.tree.DatePart;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Extraction;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.Regexp;
import io.athanor.sql.tree.RegexpReplacement;
import io.athanor.sql.tree.RowLimit;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.StandardFunction;
import io.athanor.sql.tree.UnaryOperation;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.StorageKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HSQLDB's SQL where it differs from the standard. */
final class HsqldbCompiler extends SqlCompiler {
    private static final Map<Operator, String> FUNCTIONS = Map.of(
            Operator.BIT_AND, "BITAND", Operator.BIT_OR, "BITOR", Operator.BIT_XOR, "BITXOR", Operator.MODULO, "MOD");

    private boolean isPlain;

    HsqldbCompiler(CompilerSettings settings) {
        super(settings);
    }

    /** HSQLDB finds the type of a value only beside a column, so each place says it. */
    @Override
    protected String place(String mark, SqlType<?> type) {
        return isPlain || type.kind() == StorageKind.OTHER ? mark : "CAST(" + mark + " AS " + typeName(type) + ")";
    }

    @Override
    protected String emptyFrom() {
        return " FROM (VALUES (0))";
    }

    @Override
    protected boolean hasFetch() {
        return false;
    }

    @Override
    protected boolean hasWithBeforeSelect() {
        return true;
    }

    @Override
    protected boolean hasWithBeforeChanges() {
        return false;
    }

    @Override
    protected String timeText(Temporal value) {
        return value instanceof Instant instant
                ? super.timeText(instant.atOffset(ZoneOffset.UTC))
                : super.timeText(value);
    }

    @Override
    protected void limit(RowLimit limit) {
        isPlain = true;
        if (limit.offset() != null) {
            append("\n OFFSET ").compile(limit.offset()).append(" ROWS");
        }
        if (limit.limit() != null) {
            append("\n FETCH ").compile(limit.limit()).append(" ROWS ONLY");
        }
        isPlain = false;
    }

    @Override
    protected void nextValue(Sequence sequence) {
        append("NEXT VALUE FOR ").append(sequenceName(sequence));
    }

    @Override
    protected void divide(BinaryOperation<?> node) {
        boolean isIntegral = isInteger(node.left().type()) && isInteger(node.right().type());
        operand(node.left(), Operator.DIVIDE);
        append(isIntegral ? " / CAST(" : " / ");
        operand(node.right(), Operator.DIVIDE);
        append(isIntegral ? " AS DOUBLE)" : "");
    }

    @Override
    public void visitBinary(BinaryOperation<?> node) {
        Operator operator = node.operator();
        if (FUNCTIONS.containsKey(operator)) {
            call(FUNCTIONS.get(operator), node.left(), node.right());
        } else if (operator == Operator.SHIFT_LEFT || operator == Operator.SHIFT_RIGHT) {
            append("CAST(FLOOR(").compile(node.left());
            append(operator == Operator.SHIFT_LEFT ? " * " : " / ");
            append("POWER(2, ").compile(node.right()).append(")) AS " + typeName(node.type()) + ")");
        } else if (operator == Operator.LATER || operator == Operator.EARLIER) {
            append("CAST(TIMESTAMPADD(SQL_TSI_FRAC_SECOND, ").append(operator == Operator.EARLIER ? "-(" : "(");
            compile(node.right()).append("), CAST(").compile(node.left());
            append(" AS TIMESTAMP(9))) AS " + typeName(node.left().type()) + ")");
        } else if (operator == Operator.ELAPSED) {
            append("TIMESTAMPDIFF(SQL_TSI_FRAC_SECOND, CAST(").compile(node.right()).append(" AS TIMESTAMP(9)), CAST(");
            compile(node.left()).append(" AS TIMESTAMP(9)))");
        } else {
            super.visitBinary(node);
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
        append(node.isNegated() ? "NOT REGEXP_MATCHES(" : "REGEXP_MATCHES(").compile(node.value());
        append(", '(?s).*(?:' || ").compile(node.pattern()).append(" || ').*')");
    }

    @Override
    public void visitRegexpReplacement(RegexpReplacement node) {
        call("REGEXP_REPLACE", node.value(), node.pattern(), node.replacement());
    }

    @Override
    public void visitExtraction(Extraction node) {
        boolean isFromSunday = node.part() == DatePart.DOW;
        String part = isFromSunday ? "DAY_OF_WEEK" : node.part() == DatePart.DOY ? "DAY_OF_YEAR" : node.part().name();
        append("CAST(EXTRACT(" + part + " FROM ").compile(node.operand());
        append(isFromSunday ? ") - 1 AS INTEGER)" : ") AS INTEGER)");
    }

    @Override
    public void visitFunction(StandardFunction<?> node) {
        if (node.name().equals("avg") && isInteger(((Expression<?>) node.arguments().get(0)).type())) {
            append("AVG(CAST(").compile(node.arguments().get(0)).append(" AS DECIMAL(38, 10)))");
            return;
        } else if (!node.name().equals("aggregate_strings")) {
            super.visitFunction(node);
            return;
        }
        append("GROUP_CONCAT(").compile(node.arguments().get(0));
        String before = " ORDER BY ";
        for (var order : node.modifiers().orderings()) {
            append(before).compile(order);
            before = ", ";
        }
        isPlain = true;
        append(" SEPARATOR ").compile(node.arguments().get(1)).append(")");
        isPlain = false;
    }

    @Override
    protected @Nullable String functionWord(String name) {
        return name.equals("now") ? "LOCALTIMESTAMP" : super.functionWord(name);
    }

    @Override
    protected ConflictForm conflictForm() {
        return ConflictForm.MERGE;
    }

    @Override
    protected OtherTables tablesOfUpdate() {
        return OtherTables.SUBQUERY;
    }

    @Override
    protected OtherTables tablesOfDelete() {
        return OtherTables.SUBQUERY;
    }

    @Override
    protected boolean usesSequences() {
        return true;
    }
}
