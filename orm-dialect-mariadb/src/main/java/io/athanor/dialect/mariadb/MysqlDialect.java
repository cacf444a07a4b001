package io.athanor.dialect.mariadb;

import io.athanor.engine.dialect.Capabilities;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.DatabaseUrl;
import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.DialectException;
import io.athanor.engine.dialect.ErrorTranslator;
import io.athanor.engine.dialect.InsertManyStrategy;
import io.athanor.engine.dialect.JdbcCodecs;
import io.athanor.engine.dialect.JdbcTarget;
import io.athanor.engine.dialect.SchemaReader;
import io.athanor.engine.dialect.TransactionControl;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.IdentifierQuoter;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.ddl.DdlCompiler;
import java.util.Set;

/** MySQL, and what MariaDB has in common with it; compiles only. */
class MysqlDialect implements Dialect {
    private static final Capabilities CAPABILITIES = Capabilities.of(
            Capability.MULTI_ROW_INSERT,
            Capability.BATCH_GENERATED_KEYS,
            Capability.SAVEPOINTS,
            Capability.EXACT_DECIMALS,
            Capability.ROW_LOCKS,
            Capability.ALTER_CONSTRAINTS,
            Capability.FUNCTIONAL_INDEXES,
            Capability.LATERAL,
            Capability.INTERSECT_ALL,
            Capability.REGULAR_EXPRESSIONS);

    @Override
    public String name() {
        return MysqlDialectProvider.NAME;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public SqlCompiler compiler(CompileRules rules) {
        return new MysqlCompiler(settings(rules));
    }

    @Override
    public DdlCompiler ddl(CompileRules rules) {
        return new MysqlDdl(settings(rules), () -> compiler(rules), false);
    }

    final CompilerSettings settings(CompileRules rules) {
        return new CompilerSettings(
                name(), quoter(), new MysqlTypeNames(quoter(), capabilities().has(Capability.NATIVE_UUID)), rules);
    }

    IdentifierQuoter quoter() {
        return MysqlWords.MYSQL;
    }

    @Override
    public ErrorTranslator errors() {
        throw DialectException.compilesOnly(name());
    }

    @Override
    public SchemaReader schema() {
        throw DialectException.compilesOnly(name());
    }

    @Override
    public JdbcCodecs codecs() {
        throw DialectException.compilesOnly(name());
    }

    @Override
    public TransactionControl transactions() {
        throw DialectException.compilesOnly(name());
    }

    @Override
    public InsertManyStrategy insertMany() {
        throw DialectException.compilesOnly(name());
    }

    @Override
    public JdbcTarget target(DatabaseUrl url) {
        throw DialectException.compilesOnly(name());
    }

    @Override
    public Set<String> allowedOptions() {
        throw DialectException.compilesOnly(name());
    }
}
