package io.athanor.dialect.postgresql;

import io.athanor.engine.dialect.BaseDialect;
import io.athanor.engine.dialect.Capabilities;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.DatabaseUrl;
import io.athanor.engine.dialect.ErrorTranslator;
import io.athanor.engine.dialect.JdbcTarget;
import io.athanor.engine.dialect.SchemaReader;
import io.athanor.engine.dialect.TransactionControl;
import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.ddl.DdlCompiler;
import java.util.Set;
import java.util.function.Supplier;

/** PostgreSQL 13 and later. */
final class PostgresqlDialect extends BaseDialect {
    private static final int MAX_BINDS = 65_535;
    private static final Capabilities CAPABILITIES = Capabilities.of(
            Capability.INSERT_RETURNING,
            Capability.UPDATE_RETURNING,
            Capability.DELETE_RETURNING,
            Capability.MULTI_ROW_INSERT,
            Capability.MULTI_ROW_INSERT_RETURNING,
            Capability.BATCH_GENERATED_KEYS,
            Capability.EMPTY_INSERTS,
            Capability.UPSERT,
            Capability.CONDITIONAL_UPSERT,
            Capability.UPDATE_FROM,
            Capability.DELETE_USING,
            Capability.CTES,
            Capability.RECURSIVE_CTES,
            Capability.RECURSIVE_DISTINCT_CTES,
            Capability.CTES_OF_CHANGES,
            Capability.CHANGES_IN_WITH,
            Capability.WINDOWS,
            Capability.RANGE_FRAMES,
            Capability.GROUPS_FRAMES,
            Capability.FRAME_EXCLUSION,
            Capability.DISTINCT_ON,
            Capability.FETCH_WITH_TIES,
            Capability.ZERO_LIMITS,
            Capability.COMPUTED_LIMITS,
            Capability.LATERAL,
            Capability.INTERSECT_AND_EXCEPT,
            Capability.INTERSECT_ALL,
            Capability.LIMITED_MEMBERS,
            Capability.FULL_JOIN,
            Capability.VALUES_IN_FROM,
            Capability.TUPLE_IN,
            Capability.QUANTIFIED_COMPARISONS,
            Capability.NULLS_ORDER,
            Capability.AGGREGATE_FILTER,
            Capability.ORDERED_AGGREGATES,
            Capability.WITHIN_GROUP,
            Capability.TABLE_SAMPLES,
            Capability.COLLATIONS,
            Capability.REGULAR_EXPRESSIONS,
            Capability.REGEXP_REPLACE,
            Capability.ROW_LOCKS,
            Capability.LOCK_NOWAIT,
            Capability.SKIP_LOCKED,
            Capability.IDENTITY_COLUMNS,
            Capability.SEQUENCES,
            Capability.SCHEMAS,
            Capability.STORED_COMPUTED_COLUMNS,
            Capability.VIRTUAL_COMPUTED_COLUMNS,
            Capability.COMPUTED_DEFAULTS,
            Capability.COMMENTS,
            Capability.ALTER_CONSTRAINTS,
            Capability.DEFERRED_CONSTRAINTS,
            Capability.UPDATE_CASCADE,
            Capability.PARTIAL_INDEXES,
            Capability.FUNCTIONAL_INDEXES,
            Capability.TEMPORARY_TABLES,
            Capability.TEMPORARY_VIEWS,
            Capability.OR_REPLACE_VIEW,
            Capability.MATERIALIZED_VIEWS,
            Capability.CREATE_TABLE_AS,
            Capability.TRANSACTIONAL_DDL,
            Capability.NATIVE_BOOLEAN,
            Capability.NATIVE_UUID,
            Capability.NATIVE_ENUMS,
            Capability.EXACT_DECIMALS,
            Capability.MOMENT_COMPARISON,
            Capability.INFINITE_FLOATS,
            Capability.UNBOUNDED_STRINGS,
            Capability.SIGNIFICANT_BLANKS,
            Capability.JSON_ITEMS,
            Capability.ARRAYS,
            Capability.REFLECTION,
            Capability.TEMPORARY_REFLECTION,
            Capability.SAVEPOINTS,
            Capability.TWO_PHASE_COMMIT);

    private final TransactionControl transactions = new PostgresqlTransactions();
    private final ErrorTranslator errors = new PostgresqlErrors();

    PostgresqlDialect() {
        super(
                PostgresqlDialectProvider.NAME,
                PostgresqlWords.QUOTER,
                CAPABILITIES,
                new PostgresqlTypeNames(),
                new PostgresqlCodecs());
    }

    @Override
    protected SqlCompiler compiler(CompilerSettings settings) {
        return new PostgresqlCompiler(settings);
    }

    @Override
    protected DdlCompiler ddl(CompilerSettings settings, Supplier<SqlCompiler> expressions) {
        return new PostgresqlDdl(settings, expressions);
    }

    @Override
    public int maxBinds() {
        return MAX_BINDS;
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
    public TransactionControl transactions() {
        return transactions;
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
