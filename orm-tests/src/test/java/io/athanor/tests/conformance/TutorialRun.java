package io.athanor.tests.conformance;

import static io.athanor.orm.Orm.inspect;
import static java.util.Map.entry;

import io.athanor.engine.Engine;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import io.athanor.sql.type.StorageKind;
import io.athanor.tests.model.User;
import io.athanor.tests.model.User_;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The tutorial from connecting to rolling back, as an application would write it: an action for each recorded step. */
final class TutorialRun implements AutoCloseable {
    private final String url;
    private final Function<String, Engine> engines;
    private Engine engine;
    private Registry registry;
    private Session session;
    private User edUser;
    private User ourUser;
    private User fakeUser;

    private final Map<Integer, Supplier<Object>> actions = Map.ofEntries(
            entry(2, this::connect),
            entry(3, this::declare),
            entry(4, this::createSchema),
            entry(5, this::createInstance),
            entry(6, this::openSession),
            entry(7, this::addEd),
            entry(8, this::findEd),
            entry(9, () -> ourUser == edUser),
            entry(10, this::addThree),
            entry(11, () -> done(() -> edUser.setPassword("f8s7ccs"))),
            entry(12, () -> entities(session.dirty())),
            entry(13, () -> entities(session.newObjects())),
            entry(14, () -> done(() -> session.commit())),
            entry(15, () -> edUser.getId()),
            entry(16, () -> done(() -> edUser.setName("Edwardo"))),
            entry(17, this::addFake),
            entry(18, () -> namesIn("Edwardo", "fakeuser")),
            entry(19, () -> done(() -> session.rollback())),
            entry(20, () -> edUser.getName()),
            entry(21, () -> List.of(session.contains(fakeUser), lifecycle(fakeUser))),
            entry(22, () -> namesIn("ed", "fakeuser")));

    TutorialRun(String url, Function<String, Engine> engines) {
        this.url = url;
        this.engines = engines;
    }

    boolean has(int step) {
        return actions.containsKey(step);
    }

    /** Take a step; return what it shows, in the form of the records. */
    Object take(int step) {
        return actions.get(step).get();
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
        if (engine != null) {
            engine.close();
        }
    }

    private static Object done(Runnable action) {
        action.run();
        return null;
    }

    private Object connect() {
        engine = engines.apply(url);
        return engine.url();
    }

    private Object declare() {
        registry = Registry.of(User.class);
        Table table = registry.mapper(User.class).table();
        return Map.of(
                "table",
                table.name(),
                "columns",
                table.columns().stream().map(TutorialRun::describe).toList());
    }

    private static Map<String, Object> describe(Column<?> column) {
        return Map.of(
                "name", column.name(),
                "type",
                        column.type().kind() == StorageKind.STRING
                                ? "VARCHAR"
                                : column.type().kind().name(),
                "primary_key", column.primaryKey(),
                "nullable", column.nullable());
    }

    private Object createSchema() {
        registry.metadata().createAll(engine);
        return null;
    }

    private Object createInstance() {
        edUser = new User("ed", "Ed Jones", "edspassword");
        return Arrays.asList(edUser.getName(), edUser.getPassword(), edUser.getId());
    }

    private Object openSession() {
        session = SessionFactory.of(engine, registry).open();
        return null;
    }

    private Object addEd() {
        session.add(edUser);
        return lifecycle(edUser);
    }

    private Object findEd() {
        ourUser = session.query(User.class).filterBy(User_.name, "ed").first().orElseThrow();
        return entity(ourUser);
    }

    private Object addThree() {
        session.addAll(List.of(
                new User("wendy", "Wendy Williams", "foobar"),
                new User("mary", "Mary Contrary", "xxg527"),
                new User("fred", "Fred Flinstone", "blah")));
        return null;
    }

    private Object addFake() {
        fakeUser = new User("fakeuser", "Invalid", "12345");
        session.add(fakeUser);
        return null;
    }

    private Object namesIn(String... names) {
        return entities(session.query(User.class).filter(User_.name.in(names)).all());
    }

    private static String lifecycle(User user) {
        return inspect(user).lifecycle().name().toLowerCase(Locale.ROOT);
    }

    /** The records list what is new by name. */
    private static List<Object> entities(Collection<?> users) {
        return users.stream()
                .map(User.class::cast)
                .sorted(Comparator.comparing(User::getName))
                .map(TutorialRun::entity)
                .toList();
    }

    private static Object entity(User user) {
        Map<String, Object> loaded = new LinkedHashMap<>();
        loaded.put("id", user.getId());
        loaded.put("name", user.getName());
        loaded.put("fullname", user.getFullname());
        loaded.put("password", user.getPassword());
        loaded.values().removeIf(value -> value == null);
        return Map.of("entity", "User", "loaded", loaded);
    }
}
