package io.athanor.dialect.mariadb;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.tree.BinaryOperation;
import io.athanor.sql.tree.Cast;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.JsonItem;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.Regexp;
import io.athanor.sql.tree.RegexpReplacement;
import io.athanor.sql.tree.SortKey;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.StandardFunction;
import io.athanor.sql.type.ConvertedType;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.StandardType;
import io.athanor.sql.type.StorageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The expressions of MySQL where they differ, and what MariaDB has in common with it. */
abstract class MysqlExpressions extends MysqlTimes {
    MysqlExpressions(CompilerSettings settings) {
        super(settings);
    }

    @Override
    protected boolean hasNativeBoolean() {
        return false;
    }

    @Override
    protected String booleanLiteral(boolean isTrue) {
        return isTrue ? "true" : "false";
    }

    /** A backslash escapes, unless the server is told otherwise. */
    @Override
    protected boolean hasHashComments() {
        return true;
    }

    @Override
    protected String stringLiteral(String value) {
        return super.stringLiteral(value.replace("\\", "\\\\"));
    }

    @Override
    protected String emptySet(List<SqlType<?>> types) {
        List<String> names = new ArrayList<>();
        List<String> ones = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            names.add("_in_" + i);
            ones.add("1 AS _in_" + i);
        }
        return "SELECT " + String.join(", ", names) + " FROM (SELECT " + String.join(", ", ones)
                + ") as _empty_set WHERE 1!=1";
    }

    @Override
    protected void concatenation(List<Expression<?>> operands) {
        append("concat(");
        String before = "";
        for (Expression<?> operand : operands) {
            append(before).compile(operand);
            before = ", ";
        }
        append(")");
    }

    @Override
    protected void distinction(SqlNode left, SqlNode right, boolean isDistinct) {
        append(isDistinct ? "NOT (" : "");
        infix(left, right, Operator.IS_DISTINCT_FROM, "<=>");
        append(isDistinct ? ")" : "");
    }

    @Override
    protected void match(SqlNode left, SqlNode right, boolean isNegated) {
        append(isNegated ? "NOT MATCH (" : "MATCH (").compile(left);
        append(") AGAINST (").compile(right).append(" IN BOOLEAN MODE)");
    }

    @Override
    protected boolean dividesIntegersDown() {
        return false;
    }

    @Override
    protected void divide(BinaryOperation<?> node) {
        infix(node.left(), node.right(), Operator.DIVIDE, "/");
    }

    @Override
    public void visitRegexp(Regexp node) {
        if (node.flags() == null) {
            infix(node.value(), node.pattern(), Operator.REGEXP, node.isNegated() ? "NOT REGEXP" : "REGEXP");
        } else {
            regexp(node, stringLiteral(node.flags()));
        }
    }

    /** Write the comparison with flags, which are given as a literal. */
    void regexp(Regexp node, String flags) {
        append(node.isNegated() ? "NOT REGEXP_LIKE(" : "REGEXP_LIKE(")
                .compile(node.value())
                .append(", ");
        compile(node.pattern()).append(", ").append(flags).append(")");
    }

    @Override
    public void visitRegexpReplacement(RegexpReplacement node) {
        append("REGEXP_REPLACE(").compile(node.value()).append(", ");
        pattern(node);
        append(", ").compile(node.replacement());
        append(replacementFlags(node)).append(")");
    }

    /** Write the regular expression of a replacement. */
    void pattern(RegexpReplacement node) {
        compile(node.pattern());
    }

    /** What follows the replacement. */
    String replacementFlags(RegexpReplacement node) {
        return node.flags() == null ? "" : ", " + stringLiteral(node.flags());
    }

    /** What cannot be converted to is left as it is. */
    @Override
    protected void cast(Cast<?> node) {
        String type = castType(node.type());
        if (type == null) {
            boolean isGrouped = node.operand().operator() != null;
            append(isGrouped ? "(" : "").compile(node.operand()).append(isGrouped ? ")" : "");
        } else {
            append("CAST(").compile(node.operand()).append(" AS " + type + ")");
        }
    }

    /** The name that CAST has for a type, or {@code null} if it has none. */
    @Nullable String castType(SqlType<?> type) {
        SqlType<?> known = type instanceof ConvertedType<?, ?> converted ? converted.stored() : type;
        return switch (known.kind()) {
            case SMALLINT, INTEGER, BIGINT -> isUnsigned(known) ? "UNSIGNED INTEGER" : "SIGNED INTEGER";
            case STRING, TEXT -> length(known);
            case BYTES -> "BINARY";
            case NUMERIC -> typeName(known).replace("NUMERIC", "DECIMAL");
            case DATE, TIME, TIMESTAMP, OFFSET_TIMESTAMP, INSTANT, JSON -> typeName(known);
            case FLOAT, DOUBLE -> floatingCastType(known);
            default -> null;
        };
    }

    @Nullable String floatingCastType(SqlType<?> type) {
        return type.kind() == StorageKind.FLOAT ? "FLOAT" : null;
    }

    private static boolean isUnsigned(SqlType<?> type) {
        return type instanceof StandardType<?> standard
                && standard.suffix() != null
                && standard.suffix().contains("UNSIGNED");
    }

    private static String length(SqlType<?> type) {
        return type instanceof StandardType<?> standard && standard.length() > 0
                ? "CHAR(" + standard.length() + ")"
                : "CHAR";
    }

    /** JSON's null is made NULL, and a text loses the quotes of JSON. */
    @Override
    public void visitJsonItem(JsonItem<?> node) {
        if (node.isJson()) {
            item(node, "", "");
            return;
        }
        append("CASE ");
        item(node, "", "");
        append(" WHEN 'null' THEN NULL");
        switch (node.type().kind()) {
            case BOOLEAN -> append(" WHEN true THEN true ELSE false");
            case STRING, TEXT -> item(node, " ELSE JSON_UNQUOTE(", ")");
            case FLOAT, DOUBLE -> item(node, " ELSE ", "+0.0000000000000000000000");
            default -> item(node, " ELSE CAST(", " AS " + castType(node.type()) + ")");
        }
        append(" END");
    }

    private void item(JsonItem<?> node, String before, String behind) {
        append(before).append("JSON_EXTRACT(").compile(node.document()).append(", ");
        compile(node.key()).append(")").append(behind);
    }

    @Override
    protected void call(StandardFunction<?> node) {
        switch (node.name().toLowerCase(Locale.ROOT)) {
            case "rollup" -> {
                listed(node.arguments(), ", ");
                append(" WITH ROLLUP");
            }
            case "aggregate_strings" -> {
                append(node.modifiers().isDistinct() ? "group_concat(DISTINCT " : "group_concat(");
                compile(node.arguments().get(0));
                append(node.modifiers().orderings().isEmpty() ? "" : " ORDER BY ");
                listed(node.modifiers().orderings(), ", ");
                append(" SEPARATOR ").compile(node.arguments().get(1)).append(")");
            }
            default -> super.call(node);
        }
    }

    private void listed(List<? extends SqlNode> nodes, String separator) {
        String before = "";
        for (SqlNode node : nodes) {
            append(before).compile(node);
            before = separator;
        }
    }

    @Override
    protected @Nullable String functionWord(String name) {
        return name.equals("sysdate") ? "SYSDATE()" : super.functionWord(name);
    }

    @Override
    protected @Nullable String functionName(String name) {
        return name.equals("random") ? "rand" : super.functionName(name);
    }

    /** NULL is the least of all values, and there are no words to put it elsewhere: whether it is NULL is sorted by first. */
    @Override
    public void visitOrdering(SortKey node) {
        Boolean isNullsFirst = node.isNullsFirst();
        boolean isFirstAnyway = node.direction() != SortKey.Direction.DESC;
        if (isNullsFirst == null) {
            super.visitOrdering(node);
            return;
        }
        if (isNullsFirst != isFirstAnyway) {
            append("(").compile(node.expression()).append(isNullsFirst ? ") IS NOT NULL, " : ") IS NULL, ");
        }
        super.visitOrdering(new SortKey(node.expression(), node.direction(), null));
    }
}
