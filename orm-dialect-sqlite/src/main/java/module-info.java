/** The SQLite dialect; names no driver module, so that applications can be linked. */
module io.athanor.dialect.sqlite {
    requires transitive io.athanor.engine;
    requires static org.jspecify;

    exports io.athanor.dialect.sqlite;

    provides io.athanor.engine.dialect.DialectProvider with
            io.athanor.dialect.sqlite.SqliteDialectProvider;
}
