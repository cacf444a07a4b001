package io.athanor.examples.session;

import static io.athanor.orm.Orm.insert;
import static io.athanor.orm.Orm.update;

import io.athanor.engine.dialect.Capability;
import io.athanor.examples.Checks;
import io.athanor.examples.blog.User;
import io.athanor.examples.blog.User_;
import io.athanor.orm.query.Synchronize;
import io.athanor.orm.session.Session;
import java.util.List;

/** Inserts and updates of many rows, and how the session learns of them. */
final class Changes {
    private final Session session;
    private final Checks checks;

    Changes(Session session, Checks checks) {
        this.session = session;
        this.checks = checks;
    }

    void run() {
        updates();
        if (checks.has(Capability.INSERT_RETURNING)) {
            inserts();
        }
    }

    private void updates() {
        User xara = session.query(User.class).filterBy(User_.name, "xara").one();
        long changed = session.query(User.class)
                .filter(User_.name.like("x%"))
                .update(
                        set -> set.set(User_.password, "").set(User_.fullname, User_.name.concat("!")),
                        Synchronize.EVALUATE);
        checks.show("changed", changed, 2L);
        checks.show("the object knows", xara.getPassword() + xara.getFullname(), "xara!");
        long same = session.execute(update(User.class)
                .set(User_.password, "new")
                .where(User_.name.like("x%"))
                .options(Synchronize.FETCH));
        checks.show("changed again", same, 2L);
        checks.show("the object knows", xara.getPassword(), "new");
    }

    private void inserts() {
        List<Integer> ids = session.execute(insert(User.class)
                        .rows(List.of("pia", "quin"), (row, name) -> row.set(User_.name, name))
                        .returning(User_.id))
                .all();
        checks.show("keys in order", ids.get(0) < ids.get(1), true);
        List<User> created = session.execute(
                        insert(User.class).set(User_.name, "pete").returning(User_.entity()))
                .all();
        checks.show("created", created.get(0).getName(), "pete");
        checks.show("the session has it", session.contains(created.get(0)), true);
    }
}
