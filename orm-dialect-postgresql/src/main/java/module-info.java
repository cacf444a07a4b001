/** The PostgreSQL dialect; names no driver module, so that applications can be linked. */
module io.athanor.dialect.postgresql {
    requires transitive io.athanor.engine;
    requires static org.jspecify;

    exports io.athanor.dialect.postgresql;

    provides io.athanor.engine.dialect.DialectProvider with
            io.athanor.dialect.postgresql.PostgresqlDialectProvider;
}
