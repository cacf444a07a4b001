package io.athanor.tests.hostile;

import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.DialectProvider;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.compile.StandardCompiler;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.tree.SqlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** A dialect that strings are thrown at. */
record Target(String name, Supplier<? extends SqlCompiler> compilers, DdlCompiler ddl, Tokens.Rules rules) {
    static List<Target> all() {
        List<Target> all = new ArrayList<>();
        Supplier<SqlCompiler> standard = StandardCompiler::new;
        all.add(new Target(
                "default", standard, new DdlCompiler(CompilerSettings.STANDARD, standard), Tokens.Rules.of("default")));
        for (DialectProvider provider : ServiceLoader.load(DialectProvider.class)) {
            Dialect dialect = provider.create();
            all.add(new Target(
                    dialect.name(),
                    () -> dialect.compiler(CompileRules.NONE),
                    dialect.ddl(CompileRules.NONE),
                    Tokens.Rules.of(dialect.name())));
        }
        return all;
    }

    /** The SQL with places for values, as it is executed. */
    String sql(SqlNode node) {
        StructureKey key = StructureKey.of(node);
        return compilers
                .get()
                .compileNode(node, key)
                .bind(key.binds(), Map.of())
                .sql();
    }

    /** The SQL with the values in it. */
    String literal(SqlNode node) {
        return compilers.get().compileLiteral(node);
    }

    List<Tokens.Kind> tokens(String sql) {
        return Tokens.of(rules, sql);
    }
}
