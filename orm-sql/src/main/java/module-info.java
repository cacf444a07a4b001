/** Schema, types, the expression tree and its compiler into SQL text; opens no connection and knows no JDBC. */
module io.athanor.sql {
    requires static org.jspecify;

    exports io.athanor.sql;
    exports io.athanor.sql.error;
    exports io.athanor.sql.type;
    exports io.athanor.sql.tree;
    exports io.athanor.sql.schema;
    exports io.athanor.sql.compile;
    exports io.athanor.sql.ddl;
}
