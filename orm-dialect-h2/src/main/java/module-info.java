/** The H2 dialect; names no driver module, so that applications can be linked. */
@SuppressWarnings("module") // the digit belongs to the database's name
module io.athanor.dialect.h2 {
    requires transitive io.athanor.engine;
    requires static org.jspecify;
}
