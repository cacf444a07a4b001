package io.athanor.dialect.h2;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.RowLimit;

/** H2's SQL where it differs. */
final class H2Compiler extends SqlCompiler {
    H2Compiler(CompilerSettings settings) {
        super(settings);
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
}
