package io.athanor.engine;

import io.athanor.engine.dialect.DatabaseUrl;
import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.DialectException;
import io.athanor.engine.dialect.DialectFinder;
import io.athanor.engine.dialect.DialectProvider;
import io.athanor.engine.dialect.ErrorTranslator;
import io.athanor.engine.dialect.JdbcTarget;
import io.athanor.engine.dialect.Secrets;
import io.athanor.engine.dialect.Sharing;
import io.athanor.engine.event.EngineEvents;
import io.athanor.engine.pool.ConnectionPool;
import io.athanor.engine.pool.Connector;
import io.athanor.engine.pool.HikariPool;
import io.athanor.engine.pool.KeptAlivePool;
import io.athanor.engine.pool.NullPool;
import io.athanor.engine.pool.PoolFactory;
import io.athanor.engine.pool.PoolSettings;
import io.athanor.engine.pool.SingleConnectionPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Puts an engine together; opens nothing. */
final class EngineBuilder {
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_. ]{1,64}|\\(a setting without a name\\)|(?:file:)?:resource:");

    private final EngineOptions options;
    private final EngineEvents events = new EngineEvents();
    private final DialectFinder finder;

    private EngineBuilder(EngineOptions options) {
        this.options = options;
        this.finder = new DialectFinder(options.loader, options.layer);
        options.listeners.forEach(events::listen);
    }

    static EngineBuilder with(Consumer<? super EngineOptions> set) {
        EngineOptions options = new EngineOptions();
        set.accept(options);
        return new EngineBuilder(options);
    }

    Engine build(String text) {
        DatabaseUrl url = DatabaseUrl.parse(text);
        DialectProvider provider = options.dialect == null ? finder.forUrl(url) : finder.named(options.dialect);
        Dialect dialect = provider.create();
        JdbcTarget target = dialect.target(url);
        refuseUnlisted(dialect, target);
        EngineSetup setup = setup(url.toString(), url.secrets());
        LazyDialect known = new LazyDialect(() -> dialect);
        Connector driver = new DriverConnector(finder.driver(provider, target.url()), target, setup.failures());
        PreparingConnector connector = new PreparingConnector(driver, known, setup, false);
        ConnectionPool pool = pool(target, options.poolSettings(setup.name()), connector);
        return new Engine(setup.name(), new EngineContext(setup, known, connector, pool));
    }

    private ConnectionPool pool(JdbcTarget target, PoolSettings settings, Connector connector) {
        boolean isSingle = target.sharing() == Sharing.SINGLE;
        PoolFactory usual = isSingle ? SingleConnectionPool::new : HikariPool::new;
        PoolFactory factory = options.pool == null ? usual : options.pool;
        ConnectionPool pool = factory.create(settings, connector);
        return target.sharing() == Sharing.KEPT_ALIVE ? new KeptAlivePool(settings.name(), connector, pool) : pool;
    }

    private void refuseUnlisted(Dialect dialect, JdbcTarget target) {
        for (String option : target.options()) {
            String name = option.toLowerCase(Locale.ROOT);
            if (!dialect.allowedOptions().contains(name) && !options.allowedDriverOptions.contains(name)) {
                throw new DialectException(
                        "Driver option [%s] is not on the allow-list of dialect [%s], since it may run code, load classes or read files, or is unknown; call allowDriverOption(\"%s\") if no stranger can influence the URL"
                                .formatted(shown(option), dialect.name(), shown(option)));
            }
        }
    }

    /** Of a URL that is malformed, something else may stand where an option should; a password for one. */
    private static String shown(String option) {
        return NAME.matcher(option).matches()
                ? option
                : "(a name that is not shown, since it has signs that names do not have)";
    }

    Engine build(DataSource source) {
        EngineSetup setup = setup("DataSource " + source.getClass().getName(), Secrets.NONE);
        String name = options.dialect;
        LazyDialect dialect;
        if (name == null) {
            dialect = new LazyDialect(() -> detect(source, setup.failures()));
        } else {
            Dialect named = finder.named(name).create();
            dialect = new LazyDialect(() -> named);
        }
        PreparingConnector connector = new PreparingConnector(source::getConnection, dialect, setup, true);
        PoolFactory factory = options.pool == null ? NullPool::new : options.pool;
        ConnectionPool pool = factory.create(options.poolSettings(setup.name()), connector);
        return new Engine(setup.name(), new EngineContext(setup, dialect, connector, pool));
    }

    private Dialect detect(DataSource source, Failures failures) {
        String product;
        try (Connection connection = source.getConnection()) {
            product = connection.getMetaData().getDatabaseProductName();
        } catch (SQLException failed) {
            throw failures.translate((ErrorTranslator) ErrorTranslator::bySqlState, failed, null);
        }
        return finder.forProduct(product).create();
    }

    private EngineSetup setup(String name, Secrets secrets) {
        Failures failures = new Failures(secrets, options.isHidingParameters, options.isHidingRowValues);
        return new EngineSetup(name, options, events, failures);
    }
}
