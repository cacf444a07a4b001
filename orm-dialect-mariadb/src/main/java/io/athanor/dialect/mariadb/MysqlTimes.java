package io.athanor.dialect.mariadb;

import io.athanor.engine.dialect.Microseconds;
import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.tree.BinaryOperation;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Extraction;
import io.athanor.sql.tree.InlineValue;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.type.StorageKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;

/**
 * Dates and times of MySQL and MariaDB, which have a calendar, but neither offsets nor a type for lengths of time: those are
 * numbers of nanoseconds.
 */
abstract class MysqlTimes extends SqlCompiler {
    MysqlTimes(CompilerSettings settings) {
        super(settings);
    }

    /** As it is bound: as of UTC, and rounded, since the database would cut it. */
    @Override
    protected String timeText(Temporal value) {
        if (value instanceof LocalDateTime time) {
            return super.timeText(Microseconds.of(time));
        } else if (value instanceof LocalTime time) {
            return super.timeText(Microseconds.of(time));
        } else if (value instanceof OffsetDateTime time) {
            return timeText(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
        } else if (value instanceof Instant time) {
            return timeText(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        } else if (value instanceof OffsetTime time) {
            return timeText(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime());
        }
        return super.timeText(value);
    }

    @Override
    public void visitBinary(BinaryOperation<?> node) {
        if (node.operator() == Operator.LATER) {
            move(node, "DATE_ADD(");
        } else if (node.operator() == Operator.EARLIER) {
            move(node, "DATE_SUB(");
        } else if (node.operator() == Operator.ELAPSED) {
            append("(TIMESTAMPDIFF(MICROSECOND, ");
            typed(node.right());
            append(", ");
            typed(node.left());
            append(") * 1000)");
        } else {
            super.visitBinary(node);
        }
    }

    /** A date becomes a date again, and a time of the day goes on from midnight. */
    private void move(BinaryOperation<?> node, String function) {
        StorageKind kind = node.type().kind();
        append(kind == StorageKind.DATE ? "DATE(" : kind == StorageKind.TIME ? "TIME(" : "")
                .append(function);
        append(kind == StorageKind.TIME ? "TIMESTAMP('2000-01-01', " : "");
        typed(node.left());
        append(kind == StorageKind.TIME ? ")" : "").append(", INTERVAL ROUND((");
        compile(node.right()).append(") / 1000) MICROSECOND)");
        append(kind == StorageKind.DATE || kind == StorageKind.TIME ? ")" : "");
    }

    /** A value is sent as text, and would make text of what is computed from it. */
    private void typed(Expression<?> moment) {
        boolean isText = moment instanceof Bind<?> || moment instanceof InlineValue<?>;
        append(isText ? "CAST(" : "").compile(moment);
        append(isText ? " AS " + typeName(moment.type()) + ")" : "");
    }

    @Override
    public void visitExtraction(Extraction node) {
        switch (node.part()) {
            case DOW -> append("(DAYOFWEEK(").compile(node.operand()).append(") - 1)");
            case DOY -> append("DAYOFYEAR(").compile(node.operand()).append(")");
            case EPOCH ->
                append("TIMESTAMPDIFF(SECOND, '1970-01-01', ")
                        .compile(node.operand())
                        .append(")");
            default -> super.visitExtraction(node);
        }
    }
}
