package io.athanor.dialect.postgresql;

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
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.ddl.DdlCompiler;
import java.util.Set;

/** PostgreSQL; compiles only. */
final class PostgresqlDialect implements Dialect {
    private static final Capabilities CAPABILITIES = Capabilities.of(
            Capability.INSERT_RETURNING,
            Capability.UPDATE_RETURNING,
            Capability.DELETE_RETURNING,
            Capability.MULTI_ROW_INSERT,
            Capability.MULTI_ROW_INSERT_RETURNING,
            Capability.IDENTITY_COLUMNS,
            Capability.SEQUENCES,
            Capability.SAVEPOINTS,
            Capability.TRANSACTIONAL_DDL,
            Capability.NATIVE_BOOLEAN,
            Capability.NATIVE_UUID,
            Capability.EXACT_DECIMALS,
            Capability.OFFSET_TIMESTAMPS,
            Capability.ROW_LOCKS,
            Capability.SCHEMAS,
            Capability.ALTER_CONSTRAINTS,
            Capability.PARTIAL_INDEXES,
            Capability.FUNCTIONAL_INDEXES,
            Capability.FULL_JOIN,
            Capability.LATERAL,
            Capability.FETCH_WITH_TIES,
            Capability.DISTINCT_ON,
            Capability.INTERSECT_ALL,
            Capability.VALUES_IN_FROM,
            Capability.TABLE_SAMPLES,
            Capability.CHANGES_IN_WITH,
            Capability.REGULAR_EXPRESSIONS,
            Capability.ARRAYS,
            Capability.AGGREGATE_FILTER,
            Capability.WITHIN_GROUP);

    @Override
    public String name() {
        return PostgresqlDialectProvider.NAME;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public SqlCompiler compiler(CompileRules rules) {
        return new PostgresqlCompiler(settings(rules));
    }

    @Override
    public DdlCompiler ddl(CompileRules rules) {
        return new PostgresqlDdl(settings(rules), () -> compiler(rules));
    }

    private static CompilerSettings settings(CompileRules rules) {
        return new CompilerSettings(
                PostgresqlDialectProvider.NAME, PostgresqlWords.QUOTER, new PostgresqlTypeNames(), rules);
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
