/** The MariaDB and MySQL dialects; names no driver module, so that applications can be linked. */
module io.athanor.dialect.mariadb {
    requires transitive io.athanor.engine;
    requires static org.jspecify;

    exports io.athanor.dialect.mariadb;

    provides io.athanor.engine.dialect.DialectProvider with
            io.athanor.dialect.mariadb.MariadbDialectProvider,
            io.athanor.dialect.mariadb.MysqlDialectProvider;
}
