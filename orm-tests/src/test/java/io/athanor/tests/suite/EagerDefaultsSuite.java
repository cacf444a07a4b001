package io.athanor.tests.suite;

import static io.athanor.orm.Orm.inspect;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.EagerDefaults;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.Sql;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the database fills in comes with the write that makes it do so, or when it is read. */
public abstract class EagerDefaultsSuite extends DatabaseSuite {
    protected EagerDefaultsSuite(Database database) {
        super(database);
    }

    /** States by an annotation when defaults are fetched. */
    @Mapped(eagerDefaults = EagerDefaults.ALWAYS)
    static class Stamp {
        @Id
        private Integer id;

        Stamp() {}
    }

    /** With a default of the server, and a column that it computes. */
    private SessionFactory tasks(EagerDefaults when) {
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
                        .column("priority", INTEGER, priority -> priority.serverDefault(Sql.value(7)))
                        .column("revision", INTEGER));
        Mapping<Task> mapping = Mapping.of(Task.class, tasks)
                .eagerDefaults(when)
                .property("id", tasks.column("id", INTEGER))
                .property("title", tasks.column("title", string(40)))
                .property("state", tasks.column("state", string(40)))
                .property("priority", tasks.column("priority", INTEGER))
                .property("revision", tasks.column("revision", INTEGER));
        return sessions(Registry.of(metadata).with(mapping));
    }

    private long selects() {
        return recording.all().stream()
                .filter(sent -> sent.isStatement() && sent.folded().startsWith("SELECT tasks."))
                .count();
    }

    @Test
    void insertTellsWhatItHasFilledIn() {
        try (Session session = tasks(EagerDefaults.AUTO).open()) {
            Task task = new Task("paint");
            session.add(task);
            session.flush();
            boolean isTold = has(Capability.MULTI_ROW_INSERT_RETURNING);
            assertThat(inspect(task).unloaded().isEmpty()).isEqualTo(isTold);
            assertThat(task.getState()).isEqualTo("PAINT");
            assertThat(task.getPriority()).isEqualTo(7);
            assertThat(selects()).isEqualTo(isTold ? 0 : 1);
            task.setTitle("mow");
            session.flush();
            assertThat(inspect(task).unloaded()).containsExactly("state");
            assertThat(task.getState()).isEqualTo("MOW");
        }
    }

    @Test
    void manyRowsTellWhatIsTheirs() {
        List<Task> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(new Task("t" + i));
        }
        try (Session session = tasks(EagerDefaults.ALWAYS).open()) {
            session.addAll(all);
            session.flush();
            assertThat(all)
                    .allSatisfy(task -> assertThat(inspect(task).unloaded()).isEmpty());
            assertThat(all)
                    .allSatisfy(task -> assertThat(task.getState())
                            .isEqualTo(task.getTitle().toUpperCase(Locale.ROOT)));
            assertThat(all).extracting(Task::getId).doesNotHaveDuplicates();
        }
    }

    @Test
    void updateTellsToo() {
        try (Session session = tasks(EagerDefaults.ALWAYS).open()) {
            Task first = new Task("paint");
            Task second = new Task("mow");
            session.addAll(List.of(first, second));
            session.flush();
            recording.clear();
            first.setTitle("sleep");
            second.setTitle("eat");
            session.flush();
            assertThat(inspect(first).unloaded()).isEmpty();
            assertThat(selects()).isEqualTo(has(Capability.UPDATE_RETURNING) ? 0 : 2);
            assertThat(first.getState()).isEqualTo("SLEEP");
            assertThat(second.getState()).isEqualTo("EAT");
            session.commit();
        }
    }

    @Test
    void nothingIsToldUnasked() {
        try (Session session = tasks(EagerDefaults.NEVER).open()) {
            Task task = new Task("paint");
            session.add(task);
            session.flush();
            assertThat(inspect(task).unloaded()).containsExactlyInAnyOrder("state", "priority");
            assertThat(task.getPriority()).isEqualTo(7);
            assertThat(inspect(task).unloaded()).isEmpty();
        }
    }

    @Test
    void whatWasSetIsNotAskedFor() {
        try (Session session = tasks(EagerDefaults.AUTO).open()) {
            Task given = new Task("given");
            given.setPriority(1);
            session.addAll(List.of(new Task("a"), given, new Task("b")));
            session.flush();
            assertThat(given.getPriority()).isEqualTo(1);
            session.commit();
        }
        assertThat(rows("SELECT * FROM tasks WHERE priority = 7")).hasSize(2);
    }

    @Test
    void annotationStatesIt() {
        assertThat(new Stamp_Descriptor().mapping().eagerDefaults()).isEqualTo(EagerDefaults.ALWAYS);
    }
}
