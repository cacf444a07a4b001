package io.athanor.tests.conformance.later;

import io.athanor.engine.Engine;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.Row;
import io.athanor.tests.jdbc.Recording;
import io.athanor.tests.jdbc.RecordingDriver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** What the steps share: the session, the objects that have names, and the form of what is shown. */
final class Steps implements AutoCloseable {
    private final Map<Integer, Callable<?>> actions = new LinkedHashMap<>();
    private final Recording recording;
    final Registry registry = Registry.of(User.class, Address.class);
    Engine engine;
    Session session;
    User sandy;
    User patrick;

    /** A step that shows nothing. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    Steps(Recording recording) {
        this.recording = recording;
        makeDatabase();
        QuickStart.addTo(this);
        UnitOfWork.addTo(this);
        Loading.addTo(this);
        Selecting.addTo(this);
        Conditions.addTo(this);
        Changing.addTo(this);
        Queries.addTo(this);
    }

    void makeDatabase() {
        if (engine != null) {
            engine.close();
        }
        engine = RecordingDriver.engine("sqlite:///:memory:", recording);
    }

    void open() {
        session = SessionFactory.of(
                        engine,
                        registry,
                        options -> options.labels(LabelStyle.NONE).requireUnique(true))
                .open();
    }

    void shows(int step, Callable<?> action) {
        actions.put(step, action);
    }

    void does(int step, Action action) {
        shows(step, () -> {
            action.run();
            return null;
        });
    }

    Callable<?> step(int number) {
        return actions.get(number);
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
        engine.close();
    }

    // -- what is shown -----------------------------------------------------------------------------------------------

    private static Map<String, Object> entity(String name, Object... loaded) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < loaded.length; i += 2) {
            values.put((String) loaded[i], loaded[i + 1]);
        }
        return Map.of("entity", name, "loaded", values);
    }

    /** An object as the records have it; anything else as it is. */
    static Object shown(Object value) {
        if (value instanceof User user) {
            return entity("User", "id", user.id(), "name", user.name(), "fullname", user.fullname());
        } else if (value instanceof Address address) {
            return entity("Address", "id", address.id(), "email_address", address.email(), "user_id", address.userId());
        } else if (value instanceof Row row) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < row.keys().size(); i++) {
                values.add(shown(row.get(i)));
            }
            return Map.of("values", values);
        }
        return value instanceof Collection<?> several
                ? several.stream().map(Steps::shown).toList()
                : value;
    }

    static List<String> emails(Collection<Address> addresses) {
        return addresses.stream().map(Address::email).toList();
    }
}
