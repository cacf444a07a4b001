package io.athanor.tests.suite;

import static io.athanor.orm.Orm.inspect;
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
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who fills in what the application leaves out: the client's defaults, or the database. */
public abstract class DefaultsSuite extends DatabaseSuite {
    private final AtomicInteger revisions = new AtomicInteger();
    private SessionFactory sessions;

    protected DefaultsSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        MetaData metadata = new MetaData();
        Table tasks = Table.of(
                metadata,
                "tasks",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("title", string(40), title -> title.defaultValue("untitled"))
                        .column("state", string(10), state -> state.serverDefault(Sql.value("open")))
                        .column("priority", INTEGER, priority -> priority.defaultSupplier(() -> 5))
                        .column(
                                "revision",
                                INTEGER,
                                revision -> revision.defaultSupplier(revisions::incrementAndGet)
                                        .onUpdate(() -> 100 + revisions.incrementAndGet())));
        Mapping<Task> mapping = Mapping.of(Task.class, tasks)
                .eagerDefaults(EagerDefaults.NEVER)
                .property("id", tasks.column("id", INTEGER))
                .property("title", tasks.column("title", string(40)))
                .property("state", tasks.column("state", string(10)))
                .property("priority", tasks.column("priority", INTEGER))
                .property("revision", tasks.column("revision", INTEGER));
        sessions = sessions(Registry.of(metadata).with(mapping));
    }

    @Test
    void clientDefaultsAreInsertedAndBelongToTheInstance() {
        try (Session session = sessions.open()) {
            Task task = new Task("paint");
            session.add(task);
            assertThat(task.getPriority()).isNull();
            session.flush();
            assertThat(task.getPriority()).isEqualTo(5);
            assertThat(task.getRevision()).isEqualTo(1);
            assertThat(recording.lines())
                    .containsExactly(
                            "BEGIN", "INSERT INTO tasks (title, priority, revision) VALUES (?, ?, ?) [paint, 5, 1]");
        }
    }

    @Test
    void explicitNullTakesTheDefaultAsWell() {
        try (Session session = sessions.open()) {
            Task task = new Task(null);
            task.setPriority(null);
            session.add(task);
            session.flush();
            assertThat(task.getTitle()).isEqualTo("untitled");
            assertThat(task.getPriority()).isEqualTo(5);
        }
    }

    @Test
    void givenValuesWinOverDefaults() {
        try (Session session = sessions.open()) {
            Task task = new Task("paint");
            task.setPriority(1);
            session.add(task);
            session.flush();
            assertThat(task.getPriority()).isEqualTo(1);
        }
    }

    @Test
    void serverDefaultIsLoadedWhenItIsRead() {
        try (Session session = sessions.open()) {
            Task task = new Task("paint");
            session.add(task);
            session.flush();
            assertThat(inspect(task).unloaded()).containsExactly("state");
            recording.clear();
            assertThat(task.getState()).isEqualTo("open");
            assertThat(task.getState()).isEqualTo("open");
            assertThat(recording.lines())
                    .containsExactly("SELECT tasks.state AS tasks_state FROM tasks WHERE tasks.id = ? [1]");
        }
    }

    @Test
    void serverDefaultIsLeftOutOfTheInsertOnlyWhileItIsUnset() {
        Task given = new Task("given");
        given.setState("done");
        try (Session session = sessions.open()) {
            session.addAll(List.of(new Task("a"), given, new Task("b")));
            session.flush();
            assertThat(recording.sql("INSERT"))
                    .hasSizeGreaterThan(2)
                    .filteredOn(sql -> sql.contains("state"))
                    .hasSize(1);
            assertThat(inspect(given).unloaded()).isEmpty();
            session.commit();
        }
        assertThat(rows("SELECT * FROM tasks WHERE state = 'open'")).hasSize(2);
    }

    @Test
    void everyRowTakesAValueOfItsOwn() {
        Task first = new Task("a");
        Task second = new Task("b");
        try (Session session = sessions.open()) {
            session.addAll(List.of(first, second));
            session.flush();
            assertThat(List.of(first.getRevision(), second.getRevision())).containsExactly(1, 2);
        }
    }

    @Test
    void updateDefaultIsWrittenWithOtherChangesAndBelongsToTheInstance() {
        try (Session session = sessions.open()) {
            Task task = new Task("paint");
            session.add(task);
            session.flush();
            recording.clear();
            task.setTitle("repaint");
            session.flush();
            assertThat(task.getRevision()).isEqualTo(102);
            assertThat(recording.lines())
                    .containsExactly("UPDATE tasks SET title=?, revision=? WHERE tasks.id = ? [repaint, 102, 1]");
            assertThat(session.dirty()).isEmpty();
        }
    }

    @Test
    void withoutANetChangeThereIsNoUpdateDefaultEither() {
        try (Session session = sessions.open()) {
            Task task = new Task("paint");
            session.add(task);
            session.flush();
            recording.clear();
            task.setTitle("x");
            task.setTitle("paint");
            session.flush();
            assertThat(recording.all()).isEmpty();
            assertThat(task.getRevision()).isEqualTo(1);
        }
    }
}
