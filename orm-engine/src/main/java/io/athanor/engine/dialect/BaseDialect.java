package io.athanor.engine.dialect;

import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.IdentifierQuoter;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.compile.TypeRenderer;
import io.athanor.sql.ddl.DdlCompiler;
import java.util.function.Supplier;

/**
 * What dialects have in common: every part is the standard's until a method is overridden. A dialect says its name, quoter
 * and capabilities, where its database is ({@link #target}, {@link #allowedOptions}) and how it is asked for tables
 * ({@link #schema}); the rest is overridden where the database differs. Immutable and thread-safe, as its parts must be.
 *
 * @since 0.1.0
 */
public abstract class BaseDialect implements Dialect {
    private final String name;
    private final IdentifierQuoter quoter;
    private final Capabilities capabilities;
    private final TypeRenderer types;
    private final JdbcCodecs codecs;

    /**
     * Create a dialect whose types have the standard's names and whose driver takes {@code java.time} values as they are.
     *
     * @param name the name of its provider
     * @param quoter writes identifiers
     * @param capabilities what the database can do
     */
    protected BaseDialect(String name, IdentifierQuoter quoter, Capabilities capabilities) {
        this(name, quoter, capabilities, new TypeRenderer(quoter), new JdbcCodecs());
    }

    /**
     * Create a dialect.
     *
     * @param name the name of its provider
     * @param quoter writes identifiers
     * @param capabilities what the database can do
     * @param types writes types
     * @param codecs carries values
     */
    protected BaseDialect(
            String name, IdentifierQuoter quoter, Capabilities capabilities, TypeRenderer types, JdbcCodecs codecs) {
        this.name = name;
        this.quoter = quoter;
        this.capabilities = capabilities;
        this.types = types;
        this.codecs = codecs;
    }

    /**
     * Create a compiler for one statement. The standard's unless overridden.
     *
     * @param settings what the compiler knows of this dialect and the engine
     * @return a new compiler
     */
    protected SqlCompiler compiler(CompilerSettings settings) {
        return new SqlCompiler(settings);
    }

    /**
     * Create what writes CREATE and DROP. The standard's unless overridden.
     *
     * @param settings what the compiler knows of this dialect and the engine
     * @param expressions creates compilers for expressions within DDL
     * @return a new compiler
     */
    protected DdlCompiler ddl(CompilerSettings settings, Supplier<SqlCompiler> expressions) {
        return new DdlCompiler(settings, expressions);
    }

    /** By SQLState unless overridden. */
    @Override
    public ErrorTranslator errors() {
        return ErrorTranslator::bySqlState;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public final SqlCompiler compiler(CompileRules rules) {
        return compiler(settings(rules));
    }

    @Override
    public final DdlCompiler ddl(CompileRules rules) {
        return ddl(settings(rules), () -> compiler(rules));
    }

    private CompilerSettings settings(CompileRules rules) {
        return new CompilerSettings(name, quoter, types, rules);
    }

    @Override
    public final JdbcCodecs codecs() {
        return codecs;
    }
}
