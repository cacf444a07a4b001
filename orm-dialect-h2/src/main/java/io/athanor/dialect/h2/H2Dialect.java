package io.athanor.dialect.h2;

import io.athanor.engine.dialect.BaseDialect;
import io.athanor.engine.dialect.Capabilities;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.DatabaseUrl;
import io.athanor.engine.dialect.ErrorTranslator;
import io.athanor.engine.dialect.InsertManyStrategy;
import io.athanor.engine.dialect.JdbcTarget;
import io.athanor.engine.dialect.SchemaReader;
import io.athanor.engine.dialect.TransactionControl;
import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.ddl.DdlCompiler;
import java.util.Set;
import java.util.function.Supplier;

/** H2 2. */
final class H2Dialect extends BaseDialect {
    private static final int MAX_BINDS = 100_000;
    private static final Capabilities CAPABILITIES = Capabilities.of(
            Capability.INSERT_RETURNING,
            Capability.UPDATE_RETURNING,
            Capability.DELETE_RETURNING,
            Capability.MULTI_ROW_INSERT,
            Capability.MULTI_ROW_INSERT_RETURNING,
            Capability.RETURNING_IN_ORDER,
            Capability.BATCH_GENERATED_KEYS,
            Capability.EMPTY_INSERTS,
            Capability.UPSERT,
            Capability.UPDATE_FROM,
            Capability.DELETE_USING,
            Capability.LIMITED_CHANGES,
            Capability.CTES,
            Capability.RECURSIVE_CTES,
            Capability.WINDOWS,
            Capability.RANGE_FRAMES,
            Capability.GROUPS_FRAMES,
            Capability.FRAME_EXCLUSION,
            Capability.DISTINCT_ON,
            Capability.FETCH_WITH_TIES,
            Capability.FETCH_PERCENT,
            Capability.ZERO_LIMITS,
            Capability.COMPUTED_LIMITS,
            Capability.INTERSECT_AND_EXCEPT,
            Capability.LIMITED_MEMBERS,
            Capability.VALUES_IN_FROM,
            Capability.TUPLE_IN,
            Capability.QUANTIFIED_COMPARISONS,
            Capability.NULLS_ORDER,
            Capability.AGGREGATE_FILTER,
            Capability.ORDERED_AGGREGATES,
            Capability.WITHIN_GROUP,
            Capability.REGULAR_EXPRESSIONS,
            Capability.REGEXP_REPLACE,
            Capability.ROW_LOCKS,
            Capability.LOCK_NOWAIT,
            Capability.SKIP_LOCKED,
            Capability.IDENTITY_COLUMNS,
            Capability.SEQUENCES,
            Capability.SCHEMAS,
            Capability.STORED_COMPUTED_COLUMNS,
            Capability.COMPUTED_DEFAULTS,
            Capability.COMMENTS,
            Capability.ALTER_CONSTRAINTS,
            Capability.UPDATE_CASCADE,
            Capability.TEMPORARY_TABLES,
            Capability.OR_REPLACE_VIEW,
            Capability.MATERIALIZED_VIEWS,
            Capability.CREATE_TABLE_AS,
            Capability.CONDITIONAL_UPSERT,
            Capability.NATIVE_BOOLEAN,
            Capability.NATIVE_UUID,
            Capability.EXACT_DECIMALS,
            Capability.NANOSECONDS,
            Capability.OFFSET_TIMESTAMPS,
            Capability.MOMENT_COMPARISON,
            Capability.INFINITE_FLOATS,
            Capability.REFLECTION,
            Capability.TEMPORARY_REFLECTION,
            Capability.UNBOUNDED_STRINGS,
            Capability.SIGNIFICANT_BLANKS,
            Capability.ARRAYS,
            Capability.SAVEPOINTS);

    private final TransactionControl transactions = new H2Transactions();
    private final ErrorTranslator errors = new H2Errors();

    H2Dialect() {
        super(H2DialectProvider.NAME, H2Words.QUOTER, CAPABILITIES, new H2Types(), new H2Codecs());
    }

    @Override
    protected SqlCompiler compiler(CompilerSettings settings) {
        return new H2Compiler(settings);
    }

    @Override
    protected DdlCompiler ddl(CompilerSettings settings, Supplier<SqlCompiler> expressions) {
        return new H2Ddl(settings, expressions);
    }

    /** The cost of a list grows faster than its length. */
    @Override
    public int keysAtOnce() {
        return 100;
    }

    /** A long statement takes H2 longer to parse than a batch to run. */
    @Override
    public InsertManyStrategy insertMany() {
        return InsertManyStrategy.BATCHED;
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
        return new H2SchemaReader();
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
