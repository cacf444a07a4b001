package io.athanor.dialect.postgresql;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.tree.BinaryOperation;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Extraction;
import io.athanor.sql.tree.JsonItem;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.Regexp;
import io.athanor.sql.tree.RegexpReplacement;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.StandardFunction;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.type.CustomType;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import io.athanor.sql.type.StorageKind;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's expressions where they differ. */
abstract class PostgresqlExpressions extends SqlCompiler {
    private static final Operator ITEM = Operator.custom("->", 15);
    private static final Set<String> TIMES_OF_STATEMENT = Set.of("now", "current_timestamp");

    PostgresqlExpressions(CompilerSettings settings) {
        super(settings);
    }

    @Override
    protected boolean hasIlike() {
        return true;
    }

    @Override
    protected String emptySet(List<SqlType<?>> types) {
        List<String> nulls = types.stream()
                .map(type -> "CAST(NULL AS " + typeName(isUnknown(type) ? SqlTypes.INTEGER : type) + ")")
                .toList();
        return "SELECT " + String.join(", ", nulls) + " WHERE 1!=1";
    }

    private static boolean isUnknown(SqlType<?> type) {
        return type.kind() == StorageKind.OTHER;
    }

    /** A driver sends JSON, and what it does not know, as text, which no column of such a type takes by itself. */
    @Override
    protected String place(String mark, SqlType<?> type) {
        boolean isSentAsAnother = type.kind() == StorageKind.JSON || type instanceof CustomType<?, ?>;
        return isSentAsAnother ? mark + "::" + typeName(type) : mark;
    }

    @Override
    protected void match(SqlNode left, SqlNode right, boolean isNegated) {
        append(isNegated ? "NOT " : "");
        operand(left, Operator.MATCH);
        append(" @@ plainto_tsquery(").compile(right).append(")");
    }

    @Override
    public void visitRegexp(Regexp node) {
        String operator = node.isNegated() ? "!~" : "~";
        if (node.flags() == null || node.flags().equals("i")) {
            infix(node.value(), node.pattern(), Operator.REGEXP, node.flags() == null ? operator : operator + "*");
        } else {
            operand(node.value(), Operator.REGEXP);
            append(" " + operator + " CONCAT('(?', " + stringLiteral(node.flags()) + ", ')', ");
            compile(node.pattern()).append(")");
        }
    }

    @Override
    public void visitRegexpReplacement(RegexpReplacement node) {
        append("REGEXP_REPLACE(").compile(node.value()).append(", ").compile(node.pattern());
        append(", ").compile(node.replacement());
        append(node.flags() == null ? ")" : ", " + stringLiteral(node.flags()) + ")");
    }

    @Override
    public void visitBinary(BinaryOperation<?> node) {
        if (node.operator() == Operator.BIT_XOR) {
            infix(node.left(), node.right(), Operator.BIT_XOR, "#");
        } else if (isMovedDate(node)) {
            append("CAST(");
            super.visitBinary(node);
            append(" AS DATE)");
        } else if (node.operator() == Operator.ELAPSED && node.left().type().kind() == StorageKind.DATE) {
            // The difference of two dates is a number of days.
            append("CAST(").compile(node.left()).append(" AS TIMESTAMP) - CAST(");
            compile(node.right()).append(" AS TIMESTAMP)");
        } else {
            super.visitBinary(node);
        }
    }

    /** A date and an interval make a timestamp, even if the interval is one of whole days. */
    private static boolean isMovedDate(BinaryOperation<?> node) {
        boolean isMoved = node.operator() == Operator.LATER || node.operator() == Operator.EARLIER;
        return isMoved && node.type().kind() == StorageKind.DATE;
    }

    /** The time of the statement has a zone there, which a value without one cannot be read from. */
    @Override
    protected void selected(Expression<?> expression) {
        boolean isZoned = expression.type().kind() == StorageKind.TIMESTAMP && hasTimeOfStatement(expression);
        append(isZoned ? "CAST(" : "");
        super.selected(expression);
        append(isZoned ? " AS TIMESTAMP WITHOUT TIME ZONE)" : "");
    }

    private static boolean hasTimeOfStatement(SqlNode node) {
        if (node instanceof StandardFunction<?> function && TIMES_OF_STATEMENT.contains(function.name())) {
            return true;
        }
        return !(node instanceof Statement)
                && node.children().stream().anyMatch(PostgresqlExpressions::hasTimeOfStatement);
    }

    /** Without a type a literal of bits is meant. */
    @Override
    protected String bytesLiteral(byte[] value) {
        return "'\\x" + HexFormat.of().formatHex(value) + "'::BYTEA";
    }

    @Override
    protected String durationLiteral(Duration value) {
        return "INTERVAL " + stringLiteral(value.toString());
    }

    /** What is taken from a date, or summed from large numbers, is no integer here, whatever the type says. */
    @Override
    protected void floorDivide(BinaryOperation<?> node) {
        if (holdsDecimals(node)) {
            append("FLOOR(");
            infix(node.left(), node.right(), Operator.FLOOR_DIVIDE, "/");
            append(")");
        } else {
            super.floorDivide(node);
        }
    }

    private static boolean holdsDecimals(SqlNode node) {
        boolean isSum = node instanceof StandardFunction<?> function
                && function.isPlain()
                && function.simpleName().equals("sum")
                && function.type().kind() == StorageKind.BIGINT;
        return isSum
                || node instanceof Extraction
                || node.children().stream().anyMatch(PostgresqlExpressions::holdsDecimals);
    }

    /** A key is bound as it is, not as a path. */
    @Override
    public void visitJsonItem(JsonItem<?> node) {
        boolean isGrouped = isInsideOperator();
        append(node.isJson() ? "" : "CAST(").append(isGrouped ? "(" : "");
        String operator = node.isPath() ? "#>" : "->";
        infix(node.document(), node.key(), ITEM, node.isJson() ? operator : operator + ">");
        append(isGrouped ? ")" : "").append(node.isJson() ? "" : " AS " + typeName(node.type()) + ")");
    }

    @Override
    public void visitBind(Bind<?> node) {
        if (JsonItem.isKey(node)) {
            bindAs(node, node.type().javaType() == String.class ? SqlTypes.STRING : SqlTypes.INTEGER);
        } else if (JsonItem.isPath(node)) {
            bindAs(node, PathType.PATH);
        } else {
            super.visitBind(node);
        }
    }

    @Override
    protected @Nullable String functionName(String name) {
        return name.equals("aggregate_strings") ? "string_agg" : super.functionName(name);
    }
}
