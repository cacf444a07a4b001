package io.athanor.engine;

import io.athanor.engine.dialect.Capabilities;
import io.athanor.engine.dialect.DatabaseUrl;
import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.DialectProvider;
import io.athanor.engine.dialect.ErrorTranslator;
import io.athanor.engine.dialect.JdbcCodecs;
import io.athanor.engine.dialect.JdbcDriver;
import io.athanor.engine.dialect.JdbcTarget;
import io.athanor.engine.dialect.SchemaReader;
import io.athanor.engine.dialect.Sharing;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.ddl.DdlCompiler;
import java.util.Map;
import java.util.Set;

/** The least that a dialect can be. */
public final class StubProvider implements DialectProvider {
    /** Create it; called by the service loader. */
    public StubProvider() {}

    @Override
    public String name() {
        return "stub";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:stub:");
    }

    @Override
    public boolean acceptsProduct(String product) {
        return product.equals("Stub");
    }

    @Override
    public JdbcDriver driver() {
        return new JdbcDriver("org.stub.Driver", "org.stub:stub-jdbc");
    }

    @Override
    public Dialect create() {
        return new StubDialect();
    }

    private static final class StubDialect implements Dialect {
        private final JdbcCodecs codecs = new JdbcCodecs();

        @Override
        public String name() {
            return "stub";
        }

        @Override
        public Capabilities capabilities() {
            return Capabilities.of();
        }

        @Override
        public SqlCompiler compiler(CompileRules rules) {
            return new SqlCompiler(CompilerSettings.STANDARD);
        }

        @Override
        public DdlCompiler ddl(CompileRules rules) {
            return new DdlCompiler(CompilerSettings.STANDARD, () -> compiler(rules));
        }

        @Override
        public ErrorTranslator errors() {
            return ErrorTranslator::bySqlState;
        }

        @Override
        public SchemaReader schema() {
            return (runner, schema, table) -> false;
        }

        @Override
        public JdbcCodecs codecs() {
            return codecs;
        }

        @Override
        public JdbcTarget target(DatabaseUrl url) {
            String jdbc = url.isJdbc() ? url.jdbc() : "jdbc:stub:" + url.database();
            Map<String, String> secret = url.password() == null ? Map.of() : Map.of("password", url.password());
            return new JdbcTarget(jdbc, secret, url.options().keySet(), Sharing.POOLED);
        }

        @Override
        public Set<String> allowedOptions() {
            return Set.of("safe");
        }
    }
}
