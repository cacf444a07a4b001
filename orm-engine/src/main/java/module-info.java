/** Engine, connections, transactions, pool and the dialect SPI: the floor that talks to a database. */
module io.athanor.engine {
    requires transitive io.athanor.sql;
    requires transitive java.sql;
    requires com.zaxxer.hikari;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.athanor.engine;
    exports io.athanor.engine.dialect;
    exports io.athanor.engine.error;
    exports io.athanor.engine.event;
    exports io.athanor.engine.inspect;
    exports io.athanor.engine.migrate;
    exports io.athanor.engine.pool;

    uses io.athanor.engine.dialect.DialectProvider;
    uses java.sql.Driver;
}
