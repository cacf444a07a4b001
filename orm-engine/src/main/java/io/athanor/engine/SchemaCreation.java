package io.athanor.engine;

import io.athanor.engine.dialect.SchemaReader;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.SchemaTarget;
import io.athanor.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Creates and drops the tables of metadata, looking first at what is there. */
final class SchemaCreation {
    private final SchemaReader reader;
    private final StatementRunner runner;
    private final DdlCompiler ddl;
    private final SchemaTarget target;

    SchemaCreation(SchemaReader reader, StatementRunner runner, DdlCompiler ddl, SchemaTarget target) {
        this.target = target;
        this.reader = reader;
        this.runner = runner;
        this.ddl = ddl;
    }

    void createAll(MetaData metadata) {
        List<Table> missing = new ArrayList<>();
        for (Table table : metadata.creationOrder()) {
            if (!exists(table)) {
                missing.add(table);
            }
        }
        ddl.createAll(metadata, missing, runner::runDdl, target);
    }

    void dropAll(MetaData metadata) {
        List<Table> present = new ArrayList<>();
        for (Table table : metadata.creationOrder()) {
            if (exists(table)) {
                present.add(table);
            }
        }
        ddl.dropAll(metadata, present, runner::runDdl, target);
    }

    private boolean exists(Table table) {
        return reader.hasTable(runner, ddl.schema(table.schema()), table.name());
    }
}
