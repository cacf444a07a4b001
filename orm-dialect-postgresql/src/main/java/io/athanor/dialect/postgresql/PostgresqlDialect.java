package io.athanor.dialect.postgresql;

import io.athanor.engine.dialect.Capabilities;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.DatabaseUrl;
import io.athanor.engine.dialect.Dialect;
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

/** PostgreSQL 13 and later. */
final class PostgresqlDialect implements Dialect {
    private static final int MAX_BINDS = 65_535;
    private static final Capabilities CAPABILITIES = Capabilities.of(
            Capability.INSERT_RETURNING,
            Capability.UPDATE_RETURNING,
            Capability.DELETE_RETURNING,
            Capability.MULTI_ROW_INSERT,
            Capability.MULTI_ROW_INSERT_RETURNING,
            Capability.IDENTITY_COLUMNS,
            Capability.SEQUENCES,
            Capability.SAVEPOINTS,
            Capability.NATIVE_ENUMS,
            Capability.CONDITIONAL_UPSERT,
            Capability.TRANSACTIONAL_DDL,
            Capability.TWO_PHASE_COMMIT,
            Capability.NATIVE_BOOLEAN,
            Capability.NATIVE_UUID,
            Capability.EXACT_DECIMALS,
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

    private final JdbcCodecs codecs = new PostgresqlCodecs();
    private final TransactionControl transactions = new PostgresqlTransactions();
    private final ErrorTranslator errors = new PostgresqlErrors();

    @Override
    public String name() {
        return PostgresqlDialectProvider.NAME;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public int maxBinds() {
        return MAX_BINDS;
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
        return errors;
    }

    @Override
    public SchemaReader schema() {
        return new PostgresqlSchemaReader();
    }

    @Override
    public JdbcCodecs codecs() {
        return codecs;
    }

    @Override
    public TransactionControl transactions() {
        return transactions;
    }

    @Override
    public InsertManyStrategy insertMany() {
        return InsertManyStrategy.BATCHED;
    }

    @Override
    public JdbcTarget target(DatabaseUrl url) {
        return PostgresqlUrls.target(url);
    }

    @Override
    public Set<String> allowedOptions() {
        return PostgresqlUrls.ALLOWED_OPTIONS;
    }
}
