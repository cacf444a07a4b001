package io.athanor.tests.database;

import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.dialect.Capability;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.ddl.DdlOption;
import io.athanor.sql.tree.Row;
import io.athanor.tests.jdbc.Recording;
import io.athanor.tests.jdbc.RecordingDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Tests that run on every database: each has an empty one of its own, and what it does there is recorded.
 *
 * @since 0.1.0
 */
public abstract class DatabaseSuite {
    protected final Database database;
    protected Recording recording;
    protected RecordingDataSource source;
    protected Engine engine;
    private final List<String> schemas = new ArrayList<>();

    protected DatabaseSuite(Database database) {
        this.database = database;
    }

    @BeforeEach
    final void openDatabase() {
        source = database.open();
        recording = source.recording();
        engine = Engine.of(source, options -> options.dialect(database.dialect()));
    }

    /** Whatever a test has done, nothing may keep a connection. */
    @AfterEach
    final void closeDatabase() throws SQLException {
        if (database == Database.MARIADB) {
            // They are databases of the server, so they would outlive the one that the test had.
            schemas.forEach(name ->
                    engine.transaction(connection -> connection.ddl(ddl -> ddl.dropSchema(name, DdlOption.CASCADE))));
        }
        schemas.clear();
        engine.close();
        source.close();
        Database.takeBack();
        assertThat(recording.lent()).as("connections that were not given back").isZero();
    }

    /** Create a schema beside the connection's own, for this test. */
    protected final void createSchema(String name) {
        engine.transaction(connection -> connection.ddl(ddl -> ddl.createSchema(name)));
        schemas.add(name);
    }

    /** Create the tables of entities; what that takes is not recorded. */
    protected final SessionFactory sessions(Class<?>... entities) {
        return sessions(Registry.of(entities));
    }

    /** Create the tables of a registry; what that takes is not recorded. */
    protected final SessionFactory sessions(Registry registry) {
        registry.metadata().createAll(engine);
        recording.clear();
        return SessionFactory.of(engine, registry);
    }

    /** Insert instances and forget that. */
    protected final void store(SessionFactory sessions, Object... instances) {
        sessions.transaction(session -> session.addAll(List.of(instances)));
        recording.clear();
    }

    /** What another program would find in the database; names are quoted as the standard has it. */
    protected final List<Row> rows(String sql) {
        try (Connection connection = engine.connect()) {
            return connection.execute(text(database.quoted(sql))).all();
        }
    }

    /** What another program would find in the only column and row. */
    protected final @Nullable Object value(String sql) {
        return rows(sql).get(0).get(0);
    }

    /** What a session finds, within its transaction and around its identity map. */
    protected final @Nullable Object value(Session session, String sql) {
        return session.connection()
                .execute(text(database.quoted(sql)))
                .all()
                .get(0)
                .get(0);
    }

    /** Change the database around the identity map, within the session's transaction. */
    protected final void run(Session session, String sql) {
        session.connection().run(text(database.quoted(sql)));
    }

    /** Whether the database can do something, as its dialect says. */
    protected final boolean has(Capability capability) {
        return engine.dialect().capabilities().has(capability);
    }
}
