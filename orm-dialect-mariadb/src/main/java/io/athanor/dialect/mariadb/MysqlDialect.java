package io.athanor.dialect.mariadb;

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
import io.athanor.sql.compile.IdentifierQuoter;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.ddl.DdlCompiler;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** MySQL, and what MariaDB has in common with it. */
class MysqlDialect implements Dialect {
    private static final int MAX_BINDS = 65_535;
    private static final Capabilities CAPABILITIES = Capabilities.of(
            Capability.MULTI_ROW_INSERT,
            Capability.BATCH_GENERATED_KEYS,
            Capability.EMPTY_INSERTS,
            Capability.UPSERT,
            Capability.UPDATE_FROM,
            Capability.DELETE_USING,
            Capability.LIMITED_CHANGES,
            Capability.CTES,
            Capability.RECURSIVE_CTES,
            Capability.RECURSIVE_DISTINCT_CTES,
            Capability.CTES_OF_CHANGES,
            Capability.WINDOWS,
            Capability.RANGE_FRAMES,
            Capability.LIMITED_MEMBERS,
            Capability.TUPLE_IN,
            Capability.QUANTIFIED_COMPARISONS,
            Capability.NULLS_ORDER,
            Capability.ORDERED_AGGREGATES,
            Capability.COLLATIONS,
            Capability.REGULAR_EXPRESSIONS,
            Capability.REGEXP_REPLACE,
            Capability.ROW_LOCKS,
            Capability.LOCK_NOWAIT,
            Capability.SKIP_LOCKED,
            Capability.STORED_COMPUTED_COLUMNS,
            Capability.VIRTUAL_COMPUTED_COLUMNS,
            Capability.COMMENTS,
            Capability.ALTER_CONSTRAINTS,
            Capability.UPDATE_CASCADE,
            Capability.TEMPORARY_TABLES,
            Capability.OR_REPLACE_VIEW,
            Capability.CREATE_TABLE_AS,
            Capability.NATIVE_ENUMS,
            Capability.EXACT_DECIMALS,
            Capability.MOMENT_COMPARISON,
            Capability.UNBOUNDED_STRINGS,
            Capability.JSON_ITEMS,
            Capability.REFLECTION,
            Capability.SAVEPOINTS,
            Capability.TWO_PHASE_COMMIT,
            Capability.LATERAL,
            Capability.FUNCTIONAL_INDEXES);

    /**
     * Strict, so that no value is stored as another; without the modes that change what quotes, backslashes and operators
     * mean.
     */
    private static final String SQL_MODE = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    private final JdbcCodecs codecs = new MysqlCodecs(hasUuid());
    private final TransactionControl transactions = new MysqlTransactions();
    private final ErrorTranslator errors = new MysqlErrors();

    @Override
    public String name() {
        return MysqlDialectProvider.NAME;
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
        return new MysqlCompiler(settings(rules));
    }

    @Override
    public DdlCompiler ddl(CompileRules rules) {
        return new MysqlDdl(settings(rules), () -> compiler(rules), false);
    }

    final CompilerSettings settings(CompileRules rules) {
        return new CompilerSettings(name(), quoter(), typeNames(), rules);
    }

    final MysqlTypeNames typeNames() {
        return new MysqlTypeNames(quoter(), hasUuid());
    }

    boolean hasUuid() {
        return false;
    }

    IdentifierQuoter quoter() {
        return MysqlWords.MYSQL;
    }

    @Override
    public ErrorTranslator errors() {
        return errors;
    }

    @Override
    public SchemaReader schema() {
        return new MysqlSchemaReader(typeNames(), false);
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
        return MysqlUrls.target(name(), url);
    }

    @Override
    public Set<String> allowedOptions() {
        return MysqlUrls.ALLOWED_OPTIONS;
    }

    /** The statements that are compiled here and the values that are bound are meant for these modes. */
    @Override
    public void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET sql_mode = '" + SQL_MODE + "'");
        }
    }
}
