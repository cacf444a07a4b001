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
            Capability.SEQUENCES,
            Capability.SAVEPOINTS,
            Capability.NATIVE_ENUMS,
            Capability.NATIVE_UUID,
            Capability.EXACT_DECIMALS,
            Capability.ROW_LOCKS,
            Capability.ALTER_CONSTRAINTS,
            Capability.FETCH_WITH_TIES,
            Capability.INTERSECT_ALL,
            Capability.REGULAR_EXPRESSIONS);

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
