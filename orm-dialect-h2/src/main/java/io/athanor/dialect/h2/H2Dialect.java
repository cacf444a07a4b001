package io.athanor.dialect.h2;

import io.athanor.engine.dialect.Capabilities;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.DatabaseUrl;
import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.ErrorTranslator;
import io.athanor.engine.dialect.JdbcCodecs;
import io.athanor.engine.dialect.JdbcTarget;
import io.athanor.engine.dialect.SchemaReader;
import io.athanor.engine.dialect.TransactionControl;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.ddl.DdlCompiler;
import java.util.Set;

/** H2 2. */
final class H2Dialect implements Dialect {
    private static final int MAX_BINDS = 100_000;
    private static final Capabilities CAPABILITIES = Capabilities.of(
            Capability.MULTI_ROW_INSERT,
            Capability.INSERT_RETURNING,
            Capability.UPDATE_RETURNING,
            Capability.DELETE_RETURNING,
            Capability.RETURNING_IN_ORDER,
            Capability.BATCH_GENERATED_KEYS,
            Capability.IDENTITY_COLUMNS,
            Capability.SEQUENCES,
            Capability.SAVEPOINTS,
            Capability.CONDITIONAL_UPSERT,
            Capability.NATIVE_BOOLEAN,
            Capability.NATIVE_UUID,
            Capability.EXACT_DECIMALS,
            Capability.NANOSECONDS,
            Capability.OFFSET_TIMESTAMPS,
            Capability.ROW_LOCKS,
            Capability.SCHEMAS,
            Capability.ALTER_CONSTRAINTS,
            Capability.FETCH_WITH_TIES,
            Capability.FETCH_PERCENT,
            Capability.DISTINCT_ON,
            Capability.VALUES_IN_FROM,
            Capability.REGULAR_EXPRESSIONS,
            Capability.ARRAYS,
            Capability.AGGREGATE_FILTER,
            Capability.WITHIN_GROUP);

    private final JdbcCodecs codecs = new H2Codecs();
    private final TransactionControl transactions = new H2Transactions();
    private final ErrorTranslator errors = new H2Errors();

    @Override
    public String name() {
        return H2DialectProvider.NAME;
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
        return new H2Compiler(settings(rules));
    }

    @Override
    public DdlCompiler ddl(CompileRules rules) {
        return new H2Ddl(settings(rules), () -> compiler(rules));
    }

    private static CompilerSettings settings(CompileRules rules) {
        return new CompilerSettings(H2DialectProvider.NAME, H2Words.QUOTER, new H2Types(), rules);
    }

    @Override
    public ErrorTranslator errors() {
        return errors;
    }

    @Override
    public SchemaReader schema() {
        return new H2SchemaReader();
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
    public JdbcTarget target(DatabaseUrl url) {
        return H2Urls.target(url);
    }

    @Override
    public Set<String> allowedOptions() {
        return H2Urls.ALLOWED_OPTIONS;
    }
}
