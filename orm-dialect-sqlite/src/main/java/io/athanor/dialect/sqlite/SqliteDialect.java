package io.athanor.dialect.sqlite;

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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.function.Supplier;

/** SQLite. */
final class SqliteDialect extends BaseDialect {
    private static final int MAX_BINDS = 250_000;
    private static final Capabilities CAPABILITIES = Capabilities.of(
            Capability.INSERT_RETURNING,
            Capability.UPDATE_RETURNING,
            Capability.DELETE_RETURNING,
            Capability.MULTI_ROW_INSERT,
            Capability.MULTI_ROW_INSERT_RETURNING,
            Capability.EMPTY_INSERTS,
            Capability.UPSERT,
            Capability.UPDATE_FROM,
            Capability.LIMITED_CHANGES,
            Capability.CTES,
            Capability.RECURSIVE_CTES,
            Capability.RECURSIVE_DISTINCT_CTES,
            Capability.CTES_OF_CHANGES,
            Capability.WINDOWS,
            Capability.RANGE_FRAMES,
            Capability.GROUPS_FRAMES,
            Capability.FRAME_EXCLUSION,
            Capability.ZERO_LIMITS,
            Capability.COMPUTED_LIMITS,
            Capability.INTERSECT_AND_EXCEPT,
            Capability.FULL_JOIN,
            Capability.TUPLE_IN,
            Capability.NULLS_ORDER,
            Capability.AGGREGATE_FILTER,
            Capability.ORDERED_AGGREGATES,
            Capability.COLLATIONS,
            Capability.STORED_COMPUTED_COLUMNS,
            Capability.COMPUTED_DEFAULTS,
            Capability.VIRTUAL_COMPUTED_COLUMNS,
            Capability.DEFERRED_CONSTRAINTS,
            Capability.UPDATE_CASCADE,
            Capability.CONDITIONAL_UPSERT,
            Capability.OFFSET_TIMESTAMPS,
            Capability.PARTIAL_INDEXES,
            Capability.FUNCTIONAL_INDEXES,
            Capability.TEMPORARY_TABLES,
            Capability.TEMPORARY_VIEWS,
            Capability.CREATE_TABLE_AS,
            Capability.TRANSACTIONAL_DDL,
            Capability.INFINITE_FLOATS,
            Capability.REFLECTION,
            Capability.TEMPORARY_REFLECTION,
            Capability.UNBOUNDED_STRINGS,
            Capability.SIGNIFICANT_BLANKS,
            Capability.JSON_ITEMS,
            Capability.SAVEPOINTS);

    private final TransactionControl transactions = new SqliteTransactions();
    private final ErrorTranslator errors = new SqliteErrors();

    SqliteDialect() {
        super(SqliteDialectProvider.NAME, SqliteWords.QUOTER, CAPABILITIES, new SqliteTypes(), new SqliteCodecs());
    }

    @Override
    protected SqlCompiler compiler(CompilerSettings settings) {
        return new SqliteCompiler(settings);
    }

    @Override
    protected DdlCompiler ddl(CompilerSettings settings, Supplier<SqlCompiler> expressions) {
        return new SqliteDdl(settings, expressions);
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
        return new SqliteSchemaReader();
    }

    @Override
    public TransactionControl transactions() {
        return transactions;
    }

    @Override
    public JdbcTarget target(DatabaseUrl url) {
        return SqliteUrls.target(url);
    }

    @Override
    public Set<String> allowedOptions() {
        return SqliteUrls.ALLOWED_OPTIONS;
    }

    /** SQLite checks no foreign key unless it is told to, on each connection anew. */
    @Override
    public void adopt(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys=ON");
        }
    }
}
