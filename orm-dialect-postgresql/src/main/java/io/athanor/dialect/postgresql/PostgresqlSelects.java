package io.athanor.dialect.postgresql;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SelectedAgain;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Cte;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.RowLimit;

/** PostgreSQL's SELECT where it differs. */
abstract class PostgresqlSelects extends PostgresqlExpressions {
    PostgresqlSelects(CompilerSettings settings) {
        super(settings);
    }

    /** Parameters are told apart before their values are known; in GROUP BY a column counts before a label. */
    @Override
    protected SelectedAgain selectedAgain() {
        return SelectedAgain.POSITION;
    }

    @Override
    protected boolean hasDistinctOn() {
        return true;
    }

    @Override
    protected void limit(RowLimit limit) {
        if (limit.limit() != null) {
            append(" \n LIMIT ").compile(limit.limit());
        }
        if (limit.offset() != null) {
            append(limit.limit() == null ? "\n LIMIT ALL OFFSET " : " OFFSET ").compile(limit.offset());
        }
    }

    /** A number before ROWS is a literal or stands in parentheses. */
    @Override
    protected void rowCount(Expression<?> count) {
        append("(").compile(count).append(")");
    }

    @Override
    protected String materialization(Cte.Materialization wanted) {
        return switch (wanted) {
            case DEFAULT -> "";
            case MATERIALIZED -> "MATERIALIZED ";
            case NOT_MATERIALIZED -> "NOT MATERIALIZED ";
        };
    }

    /** The only hint: leave out the rows of tables that inherit. */
    @Override
    protected String hintBefore(String hint) {
        if (!hint.equalsIgnoreCase("ONLY")) {
            throw new CompileException(
                    "PostgreSQL has no hint [%s] about a table; it has ONLY, and the hint may name the dialects it is for"
                            .formatted(hint));
        }
        return "ONLY ";
    }

    @Override
    public void visitForUpdate(ForUpdate node) {
        append(
                switch (node.strength()) {
                    case UPDATE -> " FOR UPDATE";
                    case NO_KEY_UPDATE -> " FOR NO KEY UPDATE";
                    case SHARE -> " FOR SHARE";
                    case KEY_SHARE -> " FOR KEY SHARE";
                });
        append(lockedTables(node));
        append(
                switch (node.waiting()) {
                    case WAIT -> "";
                    case NOWAIT -> " NOWAIT";
                    case SKIP_LOCKED -> " SKIP LOCKED";
                });
    }
}
