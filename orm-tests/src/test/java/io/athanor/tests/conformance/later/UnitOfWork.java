package io.athanor.tests.conformance.later;

import static io.athanor.orm.Orm.inspect;
import static io.athanor.orm.Orm.select;
import static io.athanor.sql.Sql.select;

import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.session.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Inserts, updates, deletes, rolling back and related objects. */
final class UnitOfWork {
    private final Steps steps;
    private User squidward;
    private User krabs;
    private User found;
    private User pearl;
    private Address first;
    private Address second;

    private UnitOfWork(Steps steps) {
        this.steps = steps;
    }

    static void addTo(Steps steps) {
        UnitOfWork unit = new UnitOfWork(steps);
        unit.inserting();
        unit.updating();
        unit.deleting();
        unit.rollingBack();
        unit.closing();
        unit.relating();
        unit.related();
    }

    private Session session() {
        return steps.session;
    }

    private static String lifecycle(User user) {
        return inspect(user).lifecycle().name().toLowerCase(Locale.ROOT);
    }

    private void inserting() {
        steps.shows(16, () -> {
            squidward = new User("squidward", "Squidward Tentacles");
            krabs = new User("ehkrabs", "Eugene H. Krabs");
            return Arrays.asList(lifecycle(squidward), krabs.id());
        });
        steps.shows(17, () -> {
            session().addAll(List.of(squidward, krabs));
            return session().newObjects().stream()
                    .map(User.class::cast)
                    .sorted(java.util.Comparator.comparing(User::name))
                    .toList();
        });
        steps.does(18, () -> session().flush());
        steps.shows(19, () -> List.of(squidward.id(), krabs.id()));
        steps.shows(20, () -> {
            found = session().getOne(User.class, 4);
            return found;
        });
        steps.shows(21, () -> found == squidward);
        steps.does(22, () -> session().commit());
    }

    private void updating() {
        steps.shows(23, () -> {
            steps.sandy = session()
                    .execute(select(User.class).filterBy(User_.name, "sandy"))
                    .one();
            return steps.sandy;
        });
        steps.does(24, () -> steps.sandy.fullname("Sandy Squirrel"));
        steps.shows(25, () -> session().dirty().contains(steps.sandy));
        steps.shows(
                26,
                () -> session()
                        .execute(select(User_.fullname).where(User_.id.eq(2)))
                        .one());
        steps.shows(27, () -> session().dirty().contains(steps.sandy));
    }

    private void deleting() {
        steps.shows(28, () -> {
            steps.patrick = session().getOne(User.class, 3);
            return steps.patrick;
        });
        steps.does(29, () -> session().delete(steps.patrick));
        steps.shows(30, () -> patricks().first().orElse(null));
        steps.shows(31, () -> session().contains(steps.patrick));
    }

    private io.athanor.engine.Result<User> patricks() {
        return session().execute(select(User.class).where(User_.name.eq("patrick")));
    }

    private List<String> loaded() {
        Set<String> unloaded = inspect(steps.sandy).unloaded();
        return List.<Attribute<User, ?>>of(User_.fullname, User_.id, User_.name).stream()
                .map(Attribute::name)
                .filter(name -> !unloaded.contains(name))
                .toList();
    }

    private void rollingBack() {
        steps.does(32, () -> session().rollback());
        steps.shows(33, this::loaded);
        steps.shows(34, () -> steps.sandy.fullname());
        steps.shows(35, this::loaded);
        steps.shows(36, () -> session().contains(steps.patrick));
        steps.shows(37, () -> patricks().one() == steps.patrick);
    }

    private void closing() {
        steps.does(38, () -> session().close());
        steps.shows(39, () -> squidward.name());
        steps.shows(40, () -> {
            steps.open();
            session().add(squidward);
            return squidward.name();
        });
    }

    private void relating() {
        steps.shows(41, () -> {
            pearl = new User("pkrabs", "Pearl Krabs");
            return pearl.addresses();
        });
        steps.shows(42, () -> {
            first = new Address("pearl.krabs@gmail.com");
            pearl.addresses().add(first);
            return first.user() == pearl;
        });
        steps.shows(43, () -> {
            second = new Address("pearl@aol.com", pearl);
            return pearl.addresses().size();
        });
        steps.shows(44, () -> {
            session().add(pearl);
            return List.of(
                    session().contains(pearl),
                    session().contains(first),
                    session().contains(second));
        });
        steps.shows(45, () -> Arrays.asList(pearl.id(), first.userId()));
        steps.does(46, () -> session().commit());
    }

    private void related() {
        steps.shows(47, () -> pearl.id());
        steps.shows(48, () -> List.copyOf(pearl.addresses()));
        steps.shows(49, () -> pearl.addresses().size());
        steps.shows(50, () -> List.of(first, second));
    }
}
