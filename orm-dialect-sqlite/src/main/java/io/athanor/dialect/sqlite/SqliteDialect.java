package io.athanor.dialect.sqlite;

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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** SQLite. */
final class SqliteDialect implements Dialect {
    private static final int MAX_BINDS = 250_000;
    private static final Capabilities CAPABILITIES = Capabilities.of(
            Capability.INSERT_RETURNING,
            Capability.UPDATE_RETURNING,
            Capability.DELETE_RETURNING,
            Capability.MULTI_ROW_INSERT,
            Capability.MULTI_ROW_INSERT_RETURNING,
            Capability.SAVEPOINTS,
            Capability.OFFSET_TIMESTAMPS,
            Capability.CONDITIONAL_UPSERT,
            Capability.PARTIAL_INDEXES,
            Capability.FUNCTIONAL_INDEXES,
            Capability.TRANSACTIONAL_DDL,
            Capability.FULL_JOIN,
            Capability.AGGREGATE_FILTER);

    private final JdbcCodecs codecs = new SqliteCodecs();
    private final TransactionControl transactions = new SqliteTransactions();
    private final ErrorTranslator errors = new SqliteErrors();

    @Override
    public String name() {
        return SqliteDialectProvider.NAME;
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
        return new SqliteCompiler(settings(rules));
    }

    @Override
    public DdlCompiler ddl(CompileRules rules) {
        return new SqliteDdl(settings(rules), () -> compiler(rules));
    }

    private static CompilerSettings settings(CompileRules rules) {
        return new CompilerSettings(SqliteDialectProvider.NAME, SqliteWords.QUOTER, new SqliteTypes(), rules);
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
    public JdbcCodecs codecs() {
        return codecs;
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
