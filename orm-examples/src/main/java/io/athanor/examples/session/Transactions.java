package io.athanor.examples.session;

import static io.athanor.orm.Orm.inspect;
import static io.athanor.orm.Orm.selectinLoad;

import io.athanor.engine.Transaction;
import io.athanor.examples.Checks;
import io.athanor.examples.blog.Address;
import io.athanor.examples.blog.User;
import io.athanor.examples.blog.User_;
import io.athanor.orm.query.Synchronize;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.History;
import io.athanor.orm.state.ObjectState;
import io.athanor.orm.state.ObjectState.Lifecycle;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Units of work, savepoints, and an object that leaves a session and comes back. */
final class Transactions {
    private final SessionFactory sessions;
    private final Checks checks;

    Transactions(SessionFactory sessions, Checks checks) {
        this.sessions = sessions;
        this.checks = checks;
    }

    void run() {
        units();
        savepoints();
        detached();
    }

    private long users() {
        return sessions.inTransaction(session -> session.query(User.class).count());
    }

    private void units() {
        sessions.transaction(session -> session.add(new User("xara", "Xara X", "c")));
        sessions.transaction(session -> {
            User bob = new User("bob", "Bob B", "c");
            bob.getAddresses().add(new Address("bob@x.org"));
            session.add(bob);
            session.flush();
        });
        checks.show("users", users(), 2L);
        try {
            sessions.transaction(session -> {
                session.add(new User("nobody", "", ""));
                throw new IOException("checked exceptions pass through");
            });
        } catch (IOException expected) {
            checks.show("thrown", expected.getMessage(), "checked exceptions pass through");
        }
        checks.show("users after a failure", users(), 2L);
    }

    private void savepoints() {
        try (Session session = sessions.open()) {
            try (Transaction savepoint = session.beginNested()) {
                session.add(new User("xeno", "Xeno X", "z"));
                savepoint.commit();
            }
            try (Transaction savepoint = session.beginNested()) {
                session.query(User.class).filter(User_.name.ne("bob")).delete(Synchronize.FETCH);
                checks.show("users within", session.query(User.class).count(), 1L);
                savepoint.rollback();
            }
            session.nested(inner -> inner.add(new User("dan", "Dan D", "d")));
            session.commit();
        }
        checks.show("users with two more", users(), 4L);
    }

    private User detachedBob() {
        return sessions.inTransaction(session -> {
            Integer id = session.query(User_.id).filter(User_.name.eq("bob")).scalar();
            return session.get(User.class, id, selectinLoad(User_.addresses)).orElseThrow();
        });
    }

    private void detached() {
        User bob = detachedBob();
        checks.show("state of Bob", inspect(bob).lifecycle(), Lifecycle.DETACHED);
        try (Session session = sessions.open()) {
            Optional<User> nobody = session.get(User.class, 99);
            checks.show("user 99", nobody.isPresent(), false);
            session.add(bob);
            checks.show("full name, loaded again", bob.getFullname(), "Bob B");
            bob.setFullname("Robert B");
            ObjectState<User> state = session.inspect(bob);
            History<String> history = state.history(User_.fullname);
            checks.show(
                    "history",
                    List.of(history.removed(), history.added()),
                    List.of(List.of("Bob B"), List.of("Robert B")));
            session.rollback();
            checks.show("full name", bob.getFullname(), "Bob B");
        }
        try (Session session = sessions.open()) {
            User merged = session.merge(bob);
            checks.show("merged is another object", merged != bob, true);
        }
    }
}
