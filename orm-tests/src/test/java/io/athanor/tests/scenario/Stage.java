package io.athanor.tests.scenario;

import static io.athanor.sql.Sql.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.Row;
import io.athanor.tests.database.Database;
import io.athanor.tests.jdbc.Recording;
import io.athanor.tests.jdbc.RecordingDataSource;
import io.athanor.tests.jdbc.Sent;
import io.athanor.tests.scenario.SentComparison.Verdict;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Where a scenario is played: an empty database, and somebody who takes down what every step sends, shows and raises. */
final class Stage implements AutoCloseable {
    private final Database database;
    private final RecordedUnit unit;
    private final Decisions decisions;
    private final RecordingDataSource source;
    private final Recording recording;
    private final boolean isCompared;
    private final Engine engine;
    private final List<Session> opened = new ArrayList<>();
    private final List<Sent> earlier = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    /** Other errors, and other rows in the end: no decision covers those. */
    private final List<String> faults = new ArrayList<>();

    private SessionFactory factory;
    private Registry registry;
    private int steps;
    private boolean isDecided;

    /** A scenario cannot go on. */
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned(Throwable cause) {
            super(cause);
        }
    }

    /** What may fail in any way. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    Stage(Database database, RecordedUnit unit, Decisions decisions) {
        this.database = database;
        this.unit = unit;
        this.decisions = decisions;
        this.isCompared = database == Database.SQLITE;
        this.source = database.open();
        this.recording = source.recording();
        this.engine = Engine.of(source, options -> options.dialect(database.dialect()));
    }

    // -- before the first step ---------------------------------------------------------------------------------------

    Session open(Class<?>... entities) {
        return open(Registry.of(entities));
    }

    /** Make the tables and open a session. */
    Session open(Registry mapped) {
        return open(mapped, false);
    }

    /** The same, with a session that wants rows which repeat to be made unique. */
    Session openStrict(Registry mapped) {
        return open(mapped, true);
    }

    private Session open(Registry mapped, boolean isStrict) {
        registry = mapped;
        registry.metadata().createAll(engine);
        factory = SessionFactory.of(
                engine, registry, options -> options.labels(LabelStyle.NONE).requireUnique(isStrict));
        return another();
    }

    /** Open one more session. */
    Session another() {
        Session session = factory.open();
        opened.add(session);
        return session;
    }

    /** Whether this is the database of the records, so that what is sent must be what they have. */
    boolean isCompared() {
        return isCompared;
    }

    SessionFactory factory() {
        return factory;
    }

    Registry registry() {
        return registry;
    }

    Engine engine() {
        return engine;
    }

    Shown shown() {
        return new Shown(registry);
    }

    Object entity(Object instance) {
        return shown().entity(instance);
    }

    /** Fill tables as another program would. */
    void given(String... statements) {
        try (Connection connection = engine.connect()) {
            for (String statement : statements) {
                connection.run(text(statement));
                if (!isCompared && statement.startsWith("INSERT")) {
                    numberOn(connection, statement.split(" ")[2]);
                }
            }
            connection.commit();
        }
    }

    /** SQLite numbers on from the greatest key; others are told to. */
    private void numberOn(Connection connection, String table) {
        boolean isNumbered = registry.metadata().tables().stream()
                .filter(each -> each.name().equals(table))
                .anyMatch(each -> each.columns().get(0).autoincrement());
        if (isNumbered) {
            Object greatest = connection
                    .execute(text("SELECT max(id) FROM " + table))
                    .all()
                    .get(0)
                    .get(0);
            connection.run(text(database.numberOn(table, ((Number) greatest).intValue() + 1)));
        }
    }

    /** Do within a step what another program does meanwhile; it is none of what the step sends. */
    void meanwhile(String... statements) {
        earlier.addAll(recording.take());
        given(statements);
        recording.clear();
    }

    /** What was sent since the last step, or since the step began. */
    List<Sent> sent() {
        List<Sent> all = new ArrayList<>(earlier);
        all.addAll(recording.all());
        return all;
    }

    // -- steps -------------------------------------------------------------------------------------------------------

    /** Take a step that shows nothing. */
    void step(Action action) {
        shows(() -> {
            action.run();
            return null;
        });
    }

    /** Take a step and compare what came of it. */
    void shows(Callable<?> action) {
        RecordedUnit.Step expected = unit.steps().get(steps);
        steps++;
        recording.clear();
        earlier.clear();
        Object shown = null;
        Exception raised = null;
        try {
            shown = action.call();
        } catch (Exception e) {
            raised = e;
        }
        compareSent(expected);
        if (!Errors.isSame(expected.error(), raised)) {
            faults.add(at(expected, "raises %s instead of [%s]".formatted(raised, expected.error())));
            if (raised != null) {
                throw new Abandoned(raised);
            }
        } else if (raised == null) {
            compareShown(expected, shown);
        }
    }

    private void compareSent(RecordedUnit.Step expected) {
        if (!isCompared) {
            return;
        }
        List<Line> sent = sent().stream().map(Line::of).toList();
        Verdict verdict = SentComparison.compare(expected.sent(), sent, expected.isOrderOpen());
        if (verdict == Verdict.EQUAL) {
            return;
        }
        if (verdict == Verdict.EQUAL_BY_JDBC || decisions.covers(unit, steps, sent)) {
            isDecided = true;
        } else {
            differ(
                    expected,
                    "sends\n%s\n    instead of\n%s"
                            .formatted(SentComparison.text(sent), SentComparison.text(expected.sent())));
        }
    }

    private void compareShown(RecordedUnit.Step expected, Object shown) {
        JsonNode actual = Shown.comparable(Shown.parsed(shown));
        JsonNode recorded = Shown.comparable(expected.result());
        if (actual.equals(recorded)) {
            return;
        }
        if (decisions.shows(unit, steps, actual.toString())) {
            isDecided = true;
        } else {
            differ(expected, "shows %s\n    instead of %s".formatted(actual, recorded));
        }
    }

    private void differ(RecordedUnit.Step step, String what) {
        differences.add(at(step, what));
    }

    private String at(RecordedUnit.Step step, String what) {
        return "step %d (%s) %s".formatted(steps, step.action(), what);
    }

    // -- the end -----------------------------------------------------------------------------------------------------

    /** Compare what the tables hold, and see that no step was left out. */
    void finish() {
        opened.forEach(Session::close);
        if (steps < unit.steps().size()) {
            faults.add("only %d of %d steps were taken"
                    .formatted(steps, unit.steps().size()));
        }
        unit.tables().properties().forEach(table -> compareTable(table.getKey(), table.getValue()));
    }

    private void compareTable(String table, JsonNode expected) {
        List<List<Object>> rows = new ArrayList<>();
        try (Connection connection = engine.connect()) {
            for (Row row : connection.execute(text("SELECT * FROM " + table)).all()) {
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < row.keys().size(); i++) {
                    values.add(plain(row.get(i)));
                }
                rows.add(values);
            }
        }
        if (expected.has("row_count")) {
            if (rows.size() != expected.get("row_count").asInt()) {
                faults.add("table [%s] holds [%d] rows instead of %s".formatted(table, rows.size(), expected));
            }
            return;
        }
        List<List<Object>> recorded = new ArrayList<>();
        expected.forEach(row -> {
            List<Object> values = new ArrayList<>();
            row.forEach(values::add);
            recorded.add(values);
        });
        boolean isSame = texts(rows).equals(texts(recorded))
                || !isCompared && texts(unnumbered(table, rows)).equals(texts(unnumbered(table, recorded)));
        if (!isSame) {
            faults.add("table [%s] holds %s%n    instead of %s".formatted(table, rows, recorded));
        }
    }

    /** Drivers have classes of their own for JSON. */
    private static Object plain(Object value) {
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        boolean isPlain = value == null || value instanceof Number || value instanceof Boolean;
        return isPlain ? value : value.toString();
    }

    private static List<String> texts(List<List<Object>> rows) {
        return rows.stream().map(row -> Shown.json(row).toString()).sorted().toList();
    }

    /** Other databases than SQLite do not use a number again after a rollback, so that what they number is left out there. */
    private List<List<Object>> unnumbered(String name, List<List<Object>> rows) {
        Table table = registry.metadata().tables().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<List<Object>> all = new ArrayList<>();
        for (List<Object> row : rows) {
            List<Object> values = new ArrayList<>(row);
            for (int i = 0; i < values.size(); i++) {
                if (isNumbered(table, table.columns().get(i))
                        && !String.valueOf(values.get(i)).equals("null")) {
                    values.set(i, "*");
                }
            }
            all.add(values);
        }
        return all;
    }

    private static boolean isNumbered(Table table, Column<?> column) {
        return column.autoincrement()
                || table.foreignKeys().stream()
                        .filter(key -> key.columns().contains(column))
                        .anyMatch(key -> key.referredColumns().get(0).autoincrement());
    }

    List<String> differences() {
        return differences;
    }

    List<String> faults() {
        return faults;
    }

    boolean isDecided() {
        return isDecided;
    }

    @Override
    public void close() throws SQLException {
        opened.forEach(Session::close);
        engine.close();
        source.close();
    }
}
