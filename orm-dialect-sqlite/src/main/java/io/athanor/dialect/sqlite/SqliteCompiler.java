package io.athanor.dialect.sqlite;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.OtherTables;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.BinaryOperation;
import io.athanor.sql.tree.ConflictClause;
import io.athanor.sql.tree.DatePart;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Extraction;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.JsonItem;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.Regexp;
import io.athanor.sql.tree.RowLimit;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.type.SqlType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SQLite's SQL where it differs. */
final class SqliteCompiler extends SqlCompiler {
    private static final long NO_LIMIT = -1;
    private static final Map<DatePart, String> FORMATS = new EnumMap<>(Map.of(
            DatePart.YEAR, "%Y",
            DatePart.MONTH, "%m",
            DatePart.WEEK, "%W",
            DatePart.DAY, "%d",
            DatePart.DOW, "%w",
            DatePart.DOY, "%j",
            DatePart.HOUR, "%H",
            DatePart.MINUTE, "%M",
            DatePart.SECOND, "%S",
            DatePart.EPOCH, "%s"));

    SqliteCompiler(CompilerSettings settings) {
        super(settings);
    }

    @Override
    protected boolean hasNativeBoolean() {
        return false;
    }

    @Override
    protected String emptyIn(List<SqlType<?>> types, boolean isNegated) {
        return emptySet(types);
    }

    @Override
    protected String emptySet(List<SqlType<?>> types) {
        String ones = String.join(", ", Collections.nCopies(types.size(), "1"));
        return "SELECT " + ones + " FROM (SELECT " + ones + ") WHERE 1!=1";
    }

    @Override
    protected String tupleListPrefix() {
        return "VALUES ";
    }

    /** As the codecs store them, so that a literal compares with what is stored. */
    @Override
    protected String timeText(Temporal value) {
        if (value instanceof LocalDateTime time) {
            return SqliteTimes.text(time);
        } else if (value instanceof LocalTime time) {
            return SqliteTimes.text(time);
        } else if (value instanceof OffsetDateTime time) {
            return SqliteTimes.text(time);
        }
        return value instanceof Instant instant ? SqliteTimes.text(instant) : super.timeText(value);
    }

    /** IS compares all values and knows NULL. */
    @Override
    protected void distinction(SqlNode left, SqlNode right, boolean isDistinct) {
        infix(left, right, Operator.IS, isDistinct ? "IS NOT" : "IS");
    }

    @Override
    public void visitRegexp(Regexp node) {
        infix(node.value(), node.pattern(), Operator.REGEXP, node.isNegated() ? "NOT REGEXP" : "REGEXP");
    }

    @Override
    protected void divide(BinaryOperation<?> node) {
        operand(node.left(), Operator.DIVIDE);
        append(" / (");
        operand(node.right(), Operator.DIVIDE);
        append(" + 0.0)");
    }

    @Override
    public void visitBinary(BinaryOperation<?> node) {
        if (node.operator() == Operator.BIT_XOR) {
            exclusiveOr(node.left(), node.right());
        } else if (node.operator() == Operator.LATER || node.operator() == Operator.EARLIER) {
            move(node, node.operator() == Operator.EARLIER ? "-" : "");
        } else if (node.operator() == Operator.ELAPSED) {
            append("CAST(ROUND((JULIANDAY(")
                    .compile(node.left())
                    .append(") - JULIANDAY(")
                    .compile(node.right());
            append(")) * 86400000.0) AS INTEGER) * 1000000");
        } else {
            super.visitBinary(node);
        }
    }

    /** Moments are text and lengths of time nanoseconds, so a sign between them would add nothing that means anything. */
    private void move(BinaryOperation<?> node, String sign) {
        String format = switch (node.type().kind()) {
            case DATE -> "%Y-%m-%d";
            case TIME -> "%H:%M:%f000";
            default -> "%Y-%m-%d %H:%M:%f000";
        };
        append("STRFTIME('" + format + "', ").compile(node.left()).append(", (" + sign + "(");
        compile(node.right()).append(") / 1000000000.0) || ' seconds')");
    }

    /** There is no sign for it; the bits of either less the bits of both. */
    private void exclusiveOr(Expression<?> left, Expression<?> right) {
        append("((");
        infix(left, right, Operator.BIT_OR, "|");
        append(") - (");
        infix(left, right, Operator.BIT_AND, "&");
        append("))");
    }

    /** Taken as JSON it keeps the quotes of a text, which JSON_EXTRACT alone would take away. */
    @Override
    public void visitJsonItem(JsonItem<?> node) {
        append(node.isJson() ? "JSON_QUOTE(" : "CAST(").append("JSON_EXTRACT(");
        compile(node.document()).append(", ").compile(node.key()).append(")");
        append(node.isJson() ? ")" : " AS " + typeName(node.type()) + ")");
    }

    @Override
    public void visitExtraction(Extraction node) {
        String format = FORMATS.get(node.part());
        if (format == null) {
            throw new CompileException(
                    "SQLite cannot extract [%s]; it has %s".formatted(node.part(), FORMATS.keySet()));
        }
        append("CAST(STRFTIME('").append(format).append("', ");
        compile(node.operand());
        append(") AS INTEGER)");
    }

    @Override
    protected @Nullable String functionWord(String name) {
        return switch (name) {
            case "now" -> "CURRENT_TIMESTAMP";
            case "localtimestamp" -> "DATETIME(CURRENT_TIMESTAMP, 'localtime')";
            default -> super.functionWord(name);
        };
    }

    @Override
    protected @Nullable String functionName(String name) {
        return switch (name) {
            case "char_length" -> "length";
            case "aggregate_strings" -> "group_concat";
            case "greatest" -> "max";
            case "least" -> "min";
            default -> super.functionName(name);
        };
    }

    /** LIMIT and OFFSET come together: SQLite knows no OFFSET alone, and one form serves both. */
    @Override
    protected void limit(RowLimit limit) {
        append("\n LIMIT ");
        if (limit.limit() == null) {
            bind(NO_LIMIT);
        } else {
            compile(limit.limit());
        }
        append(" OFFSET ");
        if (limit.offset() == null) {
            bind(0L);
        } else {
            compile(limit.offset());
        }
    }

    @Override
    public void visitForUpdate(ForUpdate node) {
        // Nothing is said: who writes locks the whole database.
    }

    /** The driver's SQLite is built with it. */
    @Override
    protected boolean limitsChanges() {
        return true;
    }

    @Override
    protected boolean qualifiesReturned() {
        return false;
    }

    @Override
    protected boolean hasFetch() {
        return false;
    }

    @Override
    protected boolean hasGroupedMembers() {
        return false;
    }

    @Override
    protected boolean hasQuantifiedRows() {
        return false;
    }

    @Override
    protected OtherTables tablesOfUpdate() {
        return OtherTables.CLAUSE;
    }

    @Override
    protected OtherTables tablesOfDelete() {
        return OtherTables.SUBQUERY;
    }

    @Override
    public void visitConflict(ConflictClause node) {
        if (node.constraint() != null) {
            throw new CompileException(
                    "SQLite cannot name constraint [%s] in ON CONFLICT; name its columns".formatted(node.constraint()));
        }
        super.visitConflict(node);
    }
}
