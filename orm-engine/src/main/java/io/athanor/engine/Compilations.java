package io.athanor.engine;

import io.athanor.engine.dialect.Dialect;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.tree.Statement;
import org.jspecify.annotations.Nullable;

/** Compiles statements by the engine's dialect and rules, through its cache. Thread-safe. */
final class Compilations {
    private final LazyDialect dialect;
    private final CompileRules rules;
    final StatementCache cache;

    Compilations(LazyDialect dialect, CompileRules rules, StatementCache cache) {
        this.dialect = dialect;
        this.rules = rules;
        this.cache = cache;
    }

    Compilation compile(Statement statement) {
        StructureKey key = StructureKey.of(statement);
        if (!key.cacheable()) {
            return new Compilation(compile(statement, key), key);
        }
        @Nullable CompiledStatement compiled = cache.find(key);
        if (compiled == null) {
            compiled = compile(statement, key);
            cache.add(key, compiled);
        }
        return new Compilation(compiled, key);
    }

    CompiledStatement compile(Statement statement, StructureKey key) {
        Dialect known = dialect.get();
        CompiledStatement compiled = known.compiler(rules).compileStatement(statement, key);
        CapabilityCheck.check(known, rules, statement);
        return compiled;
    }

    DdlCompiler ddl() {
        return dialect.get().ddl(rules);
    }
}
