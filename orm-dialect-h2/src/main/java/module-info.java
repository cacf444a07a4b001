/** The H2 dialect; names no driver module, so that applications can be linked. */
@SuppressWarnings("module") // the digit belongs to the database's name
module io.athanor.dialect.h2 {
    requires transitive io.athanor.engine;
    requires static org.jspecify;

    exports io.athanor.dialect.h2;

    provides io.athanor.engine.dialect.DialectProvider with
            io.athanor.dialect.h2.H2DialectProvider;
}
