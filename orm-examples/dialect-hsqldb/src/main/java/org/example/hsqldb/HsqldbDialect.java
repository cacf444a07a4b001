package org.example.hsqldb;

import static io.athanor.engine.dialect.Capability.*;

import io.athanor.engine.dialect.BaseDialect;
import io.athanor.engine.dialect.Capabilities;
import io.athanor.engine.dialect.DatabaseUrl;
import io.athanor.engine.dialect.ErrorTranslator;
import io.athanor.engine.dialect.JdbcTarget;
import io.athanor.engine.dialect.SchemaReader;
import io.athanor.engine.dialect.Sharing;
import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.IdentifierQuoter;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.ddl.DdlCompiler;
import java.sql.ResultSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** HSQLDB 2.7. */
final class HsqldbDialect extends BaseDialect {
    private static final Capabilities CAPABILITIES = Capabilities.of(
            MULTI_ROW_INSERT, BATCH_GENERATED_KEYS, EMPTY_INSERTS, UPSERT, CONDITIONAL_UPSERT, UPDATE_FROM, DELETE_USING,
            CTES, RECURSIVE_CTES, RECURSIVE_DISTINCT_CTES, AGGREGATE_FILTER, UNBOUNDED_STRINGS,
            LATERAL, INTERSECT_AND_EXCEPT, INTERSECT_ALL, LIMITED_MEMBERS, FULL_JOIN, VALUES_IN_FROM, TUPLE_IN,
            QUANTIFIED_COMPARISONS, NULLS_ORDER, ORDERED_AGGREGATES, COLLATIONS, REGULAR_EXPRESSIONS, REGEXP_REPLACE,
            ROW_LOCKS, IDENTITY_COLUMNS, SEQUENCES, SCHEMAS, STORED_COMPUTED_COLUMNS, COMMENTS, ALTER_CONSTRAINTS,
            UPDATE_CASCADE, TEMPORARY_TABLES, CREATE_TABLE_AS, NATIVE_BOOLEAN, NATIVE_UUID, EXACT_DECIMALS, NANOSECONDS,
            OFFSET_TIMESTAMPS, MOMENT_COMPARISON, INFINITE_FLOATS, ARRAYS, SAVEPOINTS);

    private static final IdentifierQuoter QUOTER = new IdentifierQuoter('"', words()) {
        @Override
        public boolean requiresQuotes(String name) {
            return super.requiresQuotes(name) || name.startsWith("_") || name.indexOf('$') >= 0;
        }
    };

    HsqldbDialect() {
        super(HsqldbDialectProvider.NAME, QUOTER, CAPABILITIES, new HsqldbTypes(QUOTER), new HsqldbCodecs());
    }

    private static Set<String> words() {
        Set<String> words = new HashSet<>(IdentifierQuoter.STANDARD_RESERVED);
        words.addAll(List.of(("at between boolean by char character count cube date day decimal delete double drop every"
                        + " exists external extract fetch float get having hour identity insert int integer interval lateral"
                        + " leave length lower max merge min minute mod module month multiset national no of out over"
                        + " parameter partition position precision prepare procedure range rank real result return rollup"
                        + " row rows search second smallint sql start static sum system time timestamp trigger trim"
                        + " truncate unknown update upper value values varchar with within without year")
                .split(" ")));
        return words;
    }

    @Override
    protected SqlCompiler compiler(CompilerSettings settings) {
        return new HsqldbCompiler(settings);
    }

    @Override
    protected DdlCompiler ddl(CompilerSettings settings, Supplier<SqlCompiler> expressions) {
        return new HsqldbDdl(settings, expressions);
    }

    @Override
    public ErrorTranslator errors() {
        return new HsqldbErrors();
    }

    @Override
    public SchemaReader schema() {
        return (runner, schema, table) -> runner.query(
                "SELECT table_name FROM information_schema.tables WHERE table_name = ? AND table_schema = "
                        + (schema == null ? "CURRENT_SCHEMA" : "?"),
                schema == null ? List.of(folded(table)) : List.of(folded(table), folded(schema)),
                ResultSet::next);
    }

    /** A name as the database keeps it: in upper case unless it is quoted. */
    static String folded(String name) {
        return QUOTER.requiresQuotes(name) ? name : name.toUpperCase(Locale.ROOT);
    }

    @Override
    public String generatedKeyName(String column) {
        return folded(column);
    }

    @Override
    public JdbcTarget target(DatabaseUrl url) {
        String jdbc = url.isJdbc() ? url.jdbc() : "jdbc:hsqldb:" + url.database();
        Map<String, String> properties = Map.of("user", "SA", "password", "", "hsqldb.tx", "mvcc");
        boolean isMemory = jdbc.startsWith("jdbc:hsqldb:mem:");
        return new JdbcTarget(jdbc, properties, url.options().keySet(), isMemory ? Sharing.KEPT_ALIVE : Sharing.POOLED);
    }

    @Override
    public Set<String> allowedOptions() {
        return Set.of();
    }
}
