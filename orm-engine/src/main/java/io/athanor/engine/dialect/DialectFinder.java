package io.athanor.engine.dialect;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for dialects and drivers by {@link ServiceLoader}: in the layer or loader that the user gave, else by the thread's
 * context class loader and then by the engine's own. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class DialectFinder {
    /** A loader that fails forever must not be asked forever. */
    private static final int MAX_UNUSABLE = 100;

    private final @Nullable ClassLoader loader;
    private final @Nullable ModuleLayer layer;

    /**
     * Create a finder.
     *
     * @param loader where to look, or {@code null} for the context class loader and the engine's own
     * @param layer where to look first, or {@code null}
     */
    public DialectFinder(@Nullable ClassLoader loader, @Nullable ModuleLayer layer) {
        this.loader = loader;
        this.layer = layer;
    }

    /**
     * Return the provider of a URL's dialect.
     *
     * @param url the URL
     * @return the provider
     * @throws DialectException if none is found; the message lists those that are
     */
    public DialectProvider forUrl(DatabaseUrl url) {
        String jdbc = url.jdbc();
        if (jdbc == null) {
            return named(url.dialect());
        }
        return find(provider -> provider.accepts(jdbc))
                .orElseThrow(() -> unknown("for JDBC URLs of subprotocol [%s]".formatted(url.dialect())));
    }

    /**
     * Return the provider of a name.
     *
     * @param name the dialect's name
     * @return the provider
     * @throws DialectException if none is found; the message lists those that are
     */
    public DialectProvider named(String name) {
        return find(provider -> provider.name().equals(name)).orElseThrow(() -> unknown("[%s]".formatted(name)));
    }

    /**
     * Return the provider for a database.
     *
     * @param product what the driver calls the database
     * @return the provider
     * @throws DialectException if none is found; the message lists those that are
     */
    public DialectProvider forProduct(String product) {
        return find(provider -> provider.acceptsProduct(product))
                .orElseThrow(() -> unknown("for database product [%s]".formatted(product)));
    }

    /**
     * Return the driver for a JDBC URL.
     *
     * @param provider the dialect's provider
     * @param jdbcUrl the URL
     * @return the driver
     * @throws DialectException if there is none; the message names the artifact to add
     */
    public Driver driver(DialectProvider provider, String jdbcUrl) {
        List<Throwable> unusable = new ArrayList<>();
        Map<String, Driver> drivers = new LinkedHashMap<>();
        for (ServiceLoader<Driver> each : loaders(Driver.class)) {
            collect(each, drivers, unusable);
        }
        if (loader == null && layer == null) {
            DriverManager.drivers()
                    .forEach(each -> drivers.putIfAbsent(each.getClass().getName(), each));
        }
        for (Driver driver : drivers.values()) {
            if (accepts(driver, jdbcUrl, unusable)) {
                return driver;
            }
        }
        DialectException missing = new DialectException(
                "No JDBC driver [%s] for dialect [%s]; add [%s] to the run-time dependencies, and to --add-modules where the application is linked"
                        .formatted(
                                provider.driver().className(),
                                provider.name(),
                                provider.driver().artifact()));
        unusable.forEach(missing::addSuppressed);
        throw missing;
    }

    private static boolean accepts(Driver driver, String jdbcUrl, List<Throwable> unusable) {
        try {
            return driver.acceptsURL(jdbcUrl);
        } catch (SQLException refused) {
            // The message may repeat the URL with its password: only the driver's name is kept.
            unusable.add(new DialectException("Driver [%s] could not say whether it accepts the URL"
                    .formatted(driver.getClass().getName())));
            return false;
        }
    }

    private Optional<DialectProvider> find(Predicate<DialectProvider> isMeant) {
        return providers(new ArrayList<>()).stream().filter(isMeant).findFirst();
    }

    private Collection<DialectProvider> providers(List<Throwable> unusable) {
        Map<String, DialectProvider> found = new LinkedHashMap<>();
        for (ServiceLoader<DialectProvider> each : loaders(DialectProvider.class)) {
            collect(each, found, unusable);
        }
        return found.values();
    }

    private DialectException unknown(String wanted) {
        List<Throwable> unusable = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        providers(unusable).forEach(provider -> names.add(provider.name()));
        DialectException unknown = new DialectException(
                "No dialect %s; found %s. Add the artifact [io.athanor:orm-dialect-NAME] of the database to the class path or module path"
                        .formatted(wanted, names));
        unusable.forEach(unknown::addSuppressed);
        return unknown;
    }

    private <S> List<ServiceLoader<S>> loaders(Class<S> service) {
        List<ServiceLoader<S>> loaders = new ArrayList<>();
        if (layer != null) {
            loaders.add(load(layer, service));
        }
        if (loader != null) {
            loaders.add(load(loader, service));
        }
        if (loaders.isEmpty()) {
            loaders.add(load(Thread.currentThread().getContextClassLoader(), service));
            loaders.add(load(DialectFinder.class.getClassLoader(), service));
            ModuleLayer own = DialectFinder.class.getModule().getLayer();
            if (own != null) {
                loaders.add(load(own, service));
            }
        }
        return loaders;
    }

    private static <S> ServiceLoader<S> load(@Nullable ClassLoader from, Class<S> service) {
        return ServiceLoader.load(service, from);
    }

    private static <S> ServiceLoader<S> load(ModuleLayer from, Class<S> service) {
        return ServiceLoader.load(from, service);
    }

    private static <S> void collect(ServiceLoader<S> from, Map<String, S> found, List<Throwable> unusable) {
        var services = from.stream().iterator();
        while (true) {
            // A broken provider of somebody else must not hide the others; it is told when the wanted one is missing.
            try {
                if (!services.hasNext()) {
                    return;
                }
                ServiceLoader.Provider<S> provider = services.next();
                if (!found.containsKey(provider.type().getName())) {
                    found.put(provider.type().getName(), provider.get());
                }
            } catch (ServiceConfigurationError broken) {
                unusable.add(broken);
                if (unusable.size() > MAX_UNUSABLE) {
                    return;
                }
            }
        }
    }
}
