package io.athanor.tests.cases;

import io.athanor.engine.dialect.Dialect;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.compile.StandardCompiler;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.SqlNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How one dialect of the records is compiled here. */
record CaseDialect(String name, Supplier<? extends SqlCompiler> compilers, DdlCompiler ddl) {
    static CaseDialect standard() {
        Supplier<SqlCompiler> compilers = StandardCompiler::new;
        return new CaseDialect("default", compilers, new DdlCompiler(CompilerSettings.STANDARD, compilers));
    }

    static CaseDialect of(Dialect dialect) {
        return new CaseDialect(
                dialect.name(), () -> dialect.compiler(CompileRules.NONE), dialect.ddl(CompileRules.NONE));
    }

    /** Compile an expression or a statement; a fresh compiler each time, as an engine does. */
    BoundStatement compile(SqlNode node) {
        StructureKey key = StructureKey.of(node);
        return compilers.get().compileNode(node, key).bind(key.binds(), unset(key));
    }

    /** Stands for the value of a bind that has none, as the records note it. */
    private record Unset(String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Map<String, Object> unset(StructureKey key) {
        Map<String, Object> values = new HashMap<>();
        for (SqlNode node : key.binds()) {
            if (node instanceof Bind<?> bind && bind.isNamed()) {
                values.put(bind.name(), new Unset(bind.name()));
            }
        }
        return values;
    }

    /** Write with values as literals. */
    String literal(SqlNode node) {
        return compilers.get().compileLiteral(node);
    }
}
