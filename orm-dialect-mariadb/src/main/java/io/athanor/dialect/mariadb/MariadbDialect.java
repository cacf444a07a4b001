package io.athanor.dialect.mariadb;

import io.athanor.engine.dialect.Capabilities;
import io.athanor.engine.dialect.Capability;
import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;

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
            Capability.ZERO_LIMITS,
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
            Capability.NATIVE_UUID,
            Capability.NATIVE_ENUMS,
            Capability.EXACT_DECIMALS,
            Capability.MOMENT_COMPARISON,
            Capability.JSON_ITEMS,
            Capability.REFLECTION,
            Capability.SAVEPOINTS,
            Capability.TWO_PHASE_COMMIT);

    MariadbDialect() {
        super(MariadbDialectProvider.NAME, CAPABILITIES, new MysqlTypeNames(MysqlWords.MARIADB, true), true);
    }

    @Override
    protected SqlCompiler compiler(CompilerSettings settings) {
        return new MariadbCompiler(settings);
    }
}
