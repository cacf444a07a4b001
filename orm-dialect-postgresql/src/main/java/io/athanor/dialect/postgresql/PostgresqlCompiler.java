package io.athanor.dialect.postgresql;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.OtherTables;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.tree.ConflictClause;
import io.athanor.sql.tree.CustomExpression;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.StandardType;
import java.util.List;

/** PostgreSQL's SQL where it differs. */
final class PostgresqlCompiler extends PostgresqlSelects {
    private static final Operator AROUND = Operator.custom("->", 15);

    PostgresqlCompiler(CompilerSettings settings) {
        super(settings);
    }

    @Override
    protected void nextValue(Sequence sequence) {
        append("nextval(").append(stringLiteral(sequenceName(sequence))).append(")");
    }

    @Override
    public void visitCustom(CustomExpression<?> node) {
        if (node instanceof PostgresqlExpression<?> own) {
            write(own);
        } else {
            super.visitCustom(node);
        }
    }

    private void write(PostgresqlExpression<?> node) {
        List<SqlNode> children = node.children();
        append(node.pieces().get(0));
        for (int i = 0; i < children.size(); i++) {
            // What stands at the edge may bind less than what it stands beside.
            boolean isAtEdge = i == 0 && node.pieces().get(0).isEmpty();
            if (isAtEdge) {
                operand(children.get(i), AROUND);
            } else {
                compile(children.get(i));
            }
            append(node.pieces().get(i + 1));
        }
        if (children.isEmpty()) {
            append("::" + typeName(node.type()));
        }
    }

    /** A driver sends a range as text, which compares with no range by itself. */
    @Override
    protected String place(String mark, SqlType<?> type) {
        boolean isRange = type instanceof StandardType<?> standard
                && standard.name() != null
                && standard.name().endsWith("RANGE");
        return isRange ? mark + "::" + typeName(type) : super.place(mark, type);
    }

    @Override
    protected boolean returnsGeneratedKey() {
        return true;
    }

    @Override
    protected OtherTables tablesOfUpdate() {
        return OtherTables.CLAUSE;
    }

    @Override
    protected OtherTables tablesOfDelete() {
        return OtherTables.CLAUSE;
    }

    @Override
    public void visitConflict(ConflictClause node) {
        if (!node.changes().isEmpty() && node.target().isEmpty() && node.constraint() == null) {
            throw new CompileException(
                    "PostgreSQL updates on conflict with one key only; name its columns in onConflict(…), or its constraint");
        }
        super.visitConflict(node);
    }

    @Override
    protected boolean usesSequences() {
        return true;
    }
}
