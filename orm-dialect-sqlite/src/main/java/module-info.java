/** The SQLite dialect; names no driver module, so that applications can be linked. */
module io.athanor.dialect.sqlite {
    requires transitive io.athanor.engine;
    requires static org.jspecify;
}
