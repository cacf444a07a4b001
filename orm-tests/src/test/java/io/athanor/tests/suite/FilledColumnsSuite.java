package io.athanor.tests.suite;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.EagerDefaults;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.Sql;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.Task;
import org.junit.jupiter.api.Test;

/** Columns that the database fills are left to it, and read back. */
public abstract class FilledColumnsSuite extends DatabaseSuite {
    protected FilledColumnsSuite(Database database) {
        super(database);
    }

    private static SessionFactory factory(MetaData metadata, Table tasks, FilledColumnsSuite suite) {
        Mapping<Task> mapping = Mapping.of(Task.class, tasks)
                .eagerDefaults(EagerDefaults.NEVER)
                .property("id", tasks.column("id", INTEGER))
                .property("title", tasks.column("title", string(40)))
                .property("state", tasks.column("state", string(40)))
                .property("priority", tasks.column("priority", INTEGER))
                .property("revision", tasks.column("revision", INTEGER));
        return suite.sessions(Registry.of(metadata).with(mapping));
    }

    private SessionFactory computed() {
        MetaData metadata = new MetaData();
        Table tasks = Table.of(
                metadata,
                "tasks",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("title", string(40))
                        .column(
                                "state",
                                string(40),
                                state -> state.computed(func.upper(table.added("title", string(40))), true))
                        .column(
                                "priority",
                                INTEGER,
                                priority ->
                                        priority.defaultExpression(Sql.value(3).plus(Sql.value(4))))
                        .column(
                                "revision",
                                INTEGER,
                                revision -> revision.defaultValue(0)
                                        .onUpdateExpression(
                                                Sql.column("revision", INTEGER).plus(1))));
        return factory(metadata, tasks, this);
    }

    @Test
    void computedColumnIsNeverWrittenAndAlwaysReadBack() {
        try (Session session = computed().open()) {
            Task task = new Task("paint");
            session.add(task);
            session.flush();
            assertThat(recording.sql()).last().asString().doesNotContain("state");
            assertThat(task.getState()).isEqualTo("PAINT");
            task.setTitle("mow");
            session.flush();
            assertThat(task.getState()).isEqualTo("MOW");
        }
    }

    @Test
    void sqlOfInsertAndUpdateIsReadBack() {
        try (Session session = computed().open()) {
            Task task = new Task("paint");
            session.add(task);
            session.flush();
            assertThat(task.getPriority()).isEqualTo(7);
            assertThat(task.getRevision()).isZero();
            task.setTitle("mow");
            session.flush();
            assertThat(task.getRevision()).isEqualTo(1);
        }
    }

    @Test
    void whatTheDatabaseFillsByItselfIsLeftToIt() {
        engine.transaction(connection -> connection.ddl(ddl ->
                "CREATE TABLE tasks (id INTEGER PRIMARY KEY, title VARCHAR(40), state VARCHAR(40) DEFAULT 'made',"
                        + " priority INTEGER, revision INTEGER)"));
        MetaData metadata = new MetaData();
        Table tasks = Table.of(
                metadata,
                "tasks",
                table -> table.column("id", INTEGER, id -> id.primaryKey().defaultValue(1))
                        .column("title", string(40))
                        .column("state", string(40), state -> state.fetched().fetchedOnUpdate())
                        .column("priority", INTEGER)
                        .column("revision", INTEGER));
        try (Session session = factory(metadata, tasks, this).open()) {
            Task task = new Task("paint");
            session.add(task);
            session.flush();
            assertThat(task.getState()).isEqualTo("made");
            task.setTitle("mow");
            session.flush();
            session.connection().run(Sql.text("UPDATE tasks SET state = 'changed'"));
            assertThat(task.getState()).isEqualTo("changed");
        }
    }
}
