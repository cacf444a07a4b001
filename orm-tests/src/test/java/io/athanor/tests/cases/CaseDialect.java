package io.athanor.tests.cases;

import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.tree.SqlNode;
import java.util.Map;
import java.util.function.Supplier;

/** How one dialect of the records is compiled here. */
record CaseDialect(String name, Supplier<? extends SqlCompiler> compilers, DdlCompiler ddl) {
    static CaseDialect standard() {
        Supplier<SqlCompiler> compilers = () -> new SqlCompiler(CompilerSettings.STANDARD);
        return new CaseDialect("default", compilers, new DdlCompiler(CompilerSettings.STANDARD, compilers));
    }

    /** Compile an expression or a statement; a fresh compiler each time, as an engine does. */
    BoundStatement compile(SqlNode node) {
        StructureKey key = StructureKey.of(node);
        return compilers.get().compileNode(node, key).bind(key.binds(), Map.of());
    }
}
