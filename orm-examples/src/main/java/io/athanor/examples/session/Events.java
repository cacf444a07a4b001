package io.athanor.examples.session;

import io.athanor.examples.Checks;
import io.athanor.examples.blog.User;
import io.athanor.examples.blog.User_;
import io.athanor.orm.session.SessionFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Listening to what sessions do. */
final class Events {
    private final SessionFactory sessions;
    private final Checks checks;

    Events(SessionFactory sessions, Checks checks) {
        this.sessions = sessions;
        this.checks = checks;
    }

    void run() {
        List<Object> dirty = new ArrayList<>();
        try (var stripping = sessions.events()
                        .beforeInsert(
                                User.class, user -> user.setName(user.getName().strip()));
                var lowering = sessions.events().onSet(User_.name, (user, name) -> name.toLowerCase(Locale.ROOT));
                var watching = sessions.events().beforeFlush(session -> dirty.addAll(session.dirty()))) {
            sessions.transaction(session -> {
                User zoe = new User(" zoe ", "Zoe Z", "");
                session.add(zoe);
                session.flush();
                checks.show("stripped", zoe.getName(), "zoe");
                zoe.setName("ZOE");
                checks.show("lowered", zoe.getName(), "zoe");
                zoe.setFullname("Zoe Zed");
            });
        }
        checks.show("seen dirty", dirty.size(), 1);
    }
}
