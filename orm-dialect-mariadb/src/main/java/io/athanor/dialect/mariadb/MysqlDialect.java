package io.athanor.dialect.mariadb;

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

/** MySQL, and what MariaDB has in common with it. */
class MysqlDialect extends BaseDialect {
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
            Capability.ZERO_LIMITS,
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
            Capability.SCHEMAS,
            Capability.STORED_COMPUTED_COLUMNS,
            Capability.VIRTUAL_COMPUTED_COLUMNS,
            Capability.COMPUTED_DEFAULTS,
            Capability.COMMENTS,
            Capability.ALTER_CONSTRAINTS,
            Capability.UPDATE_CASCADE,
            Capability.TEMPORARY_TABLES,
            Capability.OR_REPLACE_VIEW,
            Capability.CREATE_TABLE_AS,
            Capability.NATIVE_ENUMS,
            Capability.EXACT_DECIMALS,
            Capability.MOMENT_COMPARISON,
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

    private final TransactionControl transactions = new MysqlTransactions();
    private final ErrorTranslator errors = new MysqlErrors();
    private final MysqlTypeNames types;
    private final boolean isMariadb;

    MysqlDialect() {
        this(MysqlDialectProvider.NAME, CAPABILITIES, new MysqlTypeNames(MysqlWords.MYSQL, false), false);
    }

    MysqlDialect(String name, Capabilities capabilities, MysqlTypeNames types, boolean isMariadb) {
        super(name, isMariadb ? MysqlWords.MARIADB : MysqlWords.MYSQL, capabilities, types, new MysqlCodecs(isMariadb));
        this.types = types;
        this.isMariadb = isMariadb;
    }

    @Override
    protected SqlCompiler compiler(CompilerSettings settings) {
        return new MysqlCompiler(settings);
    }

    @Override
    protected final DdlCompiler ddl(CompilerSettings settings, Supplier<SqlCompiler> expressions) {
        return new MysqlDdl(settings, expressions, isMariadb);
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
        return new MysqlSchemaReader(types, isMariadb);
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
