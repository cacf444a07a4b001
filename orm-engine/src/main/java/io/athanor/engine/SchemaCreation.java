package io.athanor.engine;

import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Creates and drops the tables of metadata, looking first at what is there. */
final class SchemaCreation {
    private final Connection connection;
    private final StatementRunner runner;
    private final DdlCompiler ddl;

    SchemaCreation(Connection connection, StatementRunner runner, DdlCompiler ddl) {
        this.connection = connection;
        this.runner = runner;
        this.ddl = ddl;
    }

    void createAll(MetaData metadata) {
        List<Table> missing = new ArrayList<>();
        for (Table table : metadata.sortedTables()) {
            if (!connection.hasTable(table.name())) {
                missing.add(table);
            }
        }
        for (Table table : missing) {
            runner.runDdl(ddl.createTable(table));
        }
    }

    void dropAll(MetaData metadata) {
        List<Table> present = new ArrayList<>();
        for (Table table : metadata.sortedTables()) {
            if (connection.hasTable(table.name())) {
                // What refers to others goes before them.
                present.add(0, table);
            }
        }
        for (Table table : present) {
            runner.runDdl(ddl.dropTable(table));
        }
    }
}
