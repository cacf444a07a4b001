package io.athanor.tests.conformance;

import io.athanor.engine.Engine;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.tree.Row;
import io.athanor.tests.blog.Address;
import io.athanor.tests.blog.User;
import io.athanor.tests.blog.cascading.BlogPost;
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
    List<Address> jacksAddresses = List.of();

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

    private static Map<String, Object> user(Integer id, String name, String fullname, String password) {
        return entity("User", "id", id, "name", name, "fullname", fullname, "password", password);
    }

    private static Map<String, Object> address(Integer id, String email, Integer userId) {
        return entity("Address", "id", id, "email_address", email, "user_id", userId);
    }

    private static Map<String, Object> entity(Object value) {
        if (value instanceof User user) {
            return user(user.id(), user.name(), user.fullname(), user.password());
        } else if (value instanceof io.athanor.tests.blog.cascading.User user) {
            return user(user.id(), user.name(), user.fullname(), user.password());
        } else if (value instanceof Address address) {
            return address(address.id(), address.email(), address.userId());
        } else if (value instanceof io.athanor.tests.blog.cascading.Address address) {
            return address(address.id(), address.email(), address.userId());
        } else if (value instanceof BlogPost post) {
            return entity(
                    "BlogPost",
                    "id",
                    post.id(),
                    "user_id",
                    post.userId(),
                    "headline",
                    post.headline(),
                    "body",
                    post.body());
        }
        return null;
    }

    /** An object as the records have it; anything else as it is. */
    static Object shown(Object value) {
        Object own = entity(value);
        if (own != null) {
            return own;
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
