package io.athanor.dialect.mariadb;

import io.athanor.engine.dialect.Capabilities;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.SchemaReader;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.compile.IdentifierQuoter;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.ddl.DdlCompiler;

/** MariaDB 10.11 and later. */
final class MariadbDialect extends MysqlDialect {
    private static final Capabilities CAPABILITIES = Capabilities.of(
            Capability.INSERT_RETURNING,
            Capability.DELETE_RETURNING,
            Capability.MULTI_ROW_INSERT,
            Capability.MULTI_ROW_INSERT_RETURNING,
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
            Capability.FETCH_WITH_TIES,
            Capability.INTERSECT_AND_EXCEPT,
            Capability.INTERSECT_ALL,
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
            Capability.SEQUENCES,
            Capability.STORED_COMPUTED_COLUMNS,
            Capability.VIRTUAL_COMPUTED_COLUMNS,
            Capability.COMMENTS,
            Capability.ALTER_CONSTRAINTS,
            Capability.UPDATE_CASCADE,
            Capability.TEMPORARY_TABLES,
            Capability.OR_REPLACE_VIEW,
            Capability.CREATE_TABLE_AS,
            Capability.NATIVE_UUID,
            Capability.NATIVE_ENUMS,
            Capability.EXACT_DECIMALS,
            Capability.MOMENT_COMPARISON,
            Capability.UNBOUNDED_STRINGS,
            Capability.JSON_ITEMS,
            Capability.REFLECTION,
            Capability.SAVEPOINTS,
            Capability.TWO_PHASE_COMMIT);

    @Override
    public String name() {
        return MariadbDialectProvider.NAME;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public SqlCompiler compiler(CompileRules rules) {
        return new MariadbCompiler(settings(rules));
    }

    @Override
    public DdlCompiler ddl(CompileRules rules) {
        return new MysqlDdl(settings(rules), () -> compiler(rules), true);
    }

    @Override
    boolean hasUuid() {
        return true;
    }

    @Override
    public SchemaReader schema() {
        return new MysqlSchemaReader(typeNames(), true);
    }

    @Override
    IdentifierQuoter quoter() {
        return MysqlWords.MARIADB;
    }
}
