package io.athanor.tests.conformance.later;

import static io.athanor.orm.Orm.select;

import java.util.List;

/** The quick start. */
final class QuickStart {
    private final Steps steps;
    private Address address;

    private QuickStart(Steps steps) {
        this.steps = steps;
    }

    static void addTo(Steps steps) {
        QuickStart start = new QuickStart(steps);
        start.storing();
        start.changing();
        start.deleting();
    }

    /** What the tutorial begins with, here and in its other parts. */
    static void store(Steps steps) {
        steps.open();
        steps.session.addAll(List.of(
                new User("spongebob", "Spongebob Squarepants", new Address("spongebob@sqlalchemy.org")),
                new User(
                        "sandy",
                        "Sandy Cheeks",
                        new Address("sandy@sqlalchemy.org"),
                        new Address("sandy@squirrelpower.org")),
                new User("patrick", "Patrick Star")));
        steps.session.commit();
        steps.session.close();
    }

    private void storing() {
        steps.does(2, () -> steps.registry.metadata().createAll(steps.engine));
        steps.does(3, () -> store(steps));
        steps.shows(4, () -> {
            steps.open();
            return steps.session
                    .scalars(select(User.class).where(User_.name.in("spongebob", "sandy")))
                    .all();
        });
        steps.shows(5, () -> {
            address = steps.session
                    .scalars(select(Address.class)
                            .join(Address_.user)
                            .where(User_.name.eq("sandy"))
                            .where(Address_.email.eq("sandy@sqlalchemy.org")))
                    .one();
            return address;
        });
    }

    private void changing() {
        steps.shows(6, () -> {
            steps.patrick = steps.session
                    .scalars(select(User.class).where(User_.name.eq("patrick")))
                    .one();
            return steps.patrick;
        });
        steps.does(7, () -> steps.patrick.addresses().add(new Address("patrickstar@sqlalchemy.org")));
        steps.does(8, () -> address.email("sandy_cheeks@sqlalchemy.org"));
        steps.does(9, () -> steps.session.commit());
    }

    private void deleting() {
        steps.shows(10, () -> {
            steps.sandy = steps.session.getOne(User.class, 2);
            return steps.sandy;
        });
        steps.does(11, () -> steps.sandy.addresses().remove(address));
        steps.does(12, () -> steps.session.flush());
        steps.does(13, () -> steps.session.delete(steps.patrick));
        steps.does(14, () -> steps.session.commit());
        steps.does(15, () -> steps.session.close());
    }
}
