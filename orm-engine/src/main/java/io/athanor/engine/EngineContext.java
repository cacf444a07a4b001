package io.athanor.engine;

import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.event.EngineEvents;
import io.athanor.engine.pool.ConnectionPool;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.compile.LruCache;

/** What an engine shares with its connections. Thread-safe. */
final class EngineContext {
    final String name;
    final ExecutionOptions execution;
    final SqlComments comments;
    final LazyDialect dialect;
    final ConnectionPool pool;
    final EngineEvents events;
    final EchoLog echo;
    final Failures failures;
    final Compilations compilations;
    private final LruCache<CompiledStatement, StatementPlan> plans;

    private final PreparingConnector connector;

    EngineContext(EngineSetup setup, LazyDialect dialect, PreparingConnector connector, ConnectionPool pool) {
        EngineOptions options = setup.options();
        this.name = setup.name();
        this.execution = options.execution;
        this.comments = options.comments;
        this.connector = connector;
        this.dialect = dialect;
        this.pool = pool;
        this.events = setup.events();
        this.failures = setup.failures();
        this.echo = new EchoLog(options.isEcho, options.isHidingParameters);
        this.compilations = new Compilations(dialect, options.rules, new StatementCache(options.statementCacheSize));
        // Statements that the ORM keeps by itself have plans too.
        this.plans = new LruCache<>(Math.max(16, 4 * options.statementCacheSize));
    }

    Dialect dialect() {
        return dialect.get();
    }

    /** What new connections are set to; known once one was borrowed. */
    ConnectionBaseline baseline() {
        return connector.baseline();
    }

    StatementPlan plan(CompiledStatement compiled) {
        StatementPlan known = plans.get(compiled);
        if (known == null) {
            known = new StatementPlan(compiled, dialect().codecs());
            plans.put(compiled, known);
        }
        return known;
    }
}
