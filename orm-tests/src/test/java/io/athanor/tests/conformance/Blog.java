package io.athanor.tests.conformance;

import io.athanor.engine.Engine;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.tree.Row;
import io.athanor.tests.blog.Address;
import io.athanor.tests.blog.BlogPost;
import io.athanor.tests.blog.User;
import io.athanor.tests.jdbc.Recording;
import io.athanor.tests.jdbc.RecordingDriver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** What the steps of the tutorial share: the session, the objects that have names, and the form of what is shown. */
final class Blog implements AutoCloseable {
    final Registry registry = Registry.of(User.class, Address.class);
    final Engine engine;
    Session session;
    User jack;
    User wendy;
    List<Address> jacksAddresses = List.of();
    BlogPost post;

    private final Map<Integer, Callable<?>> steps = new LinkedHashMap<>();

    /** A step that shows nothing. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    Blog(Recording recording) {
        engine = RecordingDriver.engine("sqlite:///:memory:", recording);
    }

    void open() {
        session = SessionFactory.of(engine, registry).open();
    }

    void shows(int step, Callable<?> action) {
        steps.put(step, action);
    }

    void does(int step, Action action) {
        shows(step, () -> {
            action.run();
            return null;
        });
    }

    Callable<?> step(int number) {
        return steps.get(number);
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
            if (loaded[i + 1] != null) {
                values.put((String) loaded[i], loaded[i + 1]);
            }
        }
        return Map.of("entity", name, "loaded", values);
    }

    /** An object as the records have it; anything else as it is. */
    static Object shown(Object value) {
        if (value instanceof User user) {
            return entity(
                    "User",
                    "id",
                    user.id(),
                    "name",
                    user.name(),
                    "fullname",
                    user.fullname(),
                    "password",
                    user.password());
        } else if (value instanceof Address address) {
            return entity("Address", "id", address.id(), "email_address", address.email(), "user_id", address.userId());
        } else if (value instanceof BlogPost blogPost) {
            return entity(
                    "BlogPost",
                    "id",
                    blogPost.id(),
                    "user_id",
                    blogPost.userId(),
                    "headline",
                    blogPost.headline(),
                    "body",
                    blogPost.body());
        } else if (value instanceof Row row) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < row.keys().size(); i++) {
                values.add(shown(row.get(i)));
            }
            return Map.of("values", values);
        }
        return value instanceof Collection<?> several
                ? several.stream().map(Blog::shown).toList()
                : value;
    }

    static List<String> names(List<User> users) {
        return users.stream().map(User::name).toList();
    }
}
