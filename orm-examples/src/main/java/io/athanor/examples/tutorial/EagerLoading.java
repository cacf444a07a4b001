package io.athanor.examples.tutorial;

import static io.athanor.orm.Orm.containsEager;
import static io.athanor.orm.Orm.joinedLoad;
import static io.athanor.orm.Orm.selectinLoad;
import static io.athanor.orm.Orm.subqueryLoad;

import io.athanor.examples.blog.Address;
import io.athanor.examples.blog.Address_;
import io.athanor.examples.blog.User;
import io.athanor.examples.blog.User_;
import io.athanor.orm.mapper.LoadOption;
import io.athanor.orm.session.Session;
import java.util.List;

/** Loading what is related together with the objects themselves. */
final class EagerLoading {
    private final Session session;
    private final Narrator narrator;

    EagerLoading(Session session, Narrator narrator) {
        this.session = session;
        this.narrator = narrator;
    }

    void run() {
        narrator.section("Eager loading");
        load("Subquery load: a second statement repeats the first as a subquery.", subqueryLoad(User_.addresses));
        load("Joined load: one statement; each user comes once.", joinedLoad(User_.addresses));
        load("Select-in load: a second statement with the keys of all the users.", selectinLoad(User_.addresses));
        explicitJoin();
    }

    private void load(String text, LoadOption<?> option) {
        narrator.say(text);
        session.expireAll();
        User jack = session.query(User.class)
                .options(option)
                .filterBy(User_.name, "jack")
                .one();
        narrator.say("Now the addresses are there.");
        narrator.show(
                "jack.getAddresses()",
                () -> RelatedObjects.emails(jack.getAddresses()),
                List.of("jack@google.com", "j25@yahoo.com"));
    }

    private void explicitJoin() {
        narrator.say("An explicit join that is needed for a condition may fill the relationship as well.");
        session.expireAll();
        List<Address> addresses = session.query(Address.class)
                .join(Address_.user)
                .filter(User_.name.eq("jack"))
                .options(containsEager(Address_.user))
                .orderBy(Address_.id)
                .all();
        narrator.show("addresses", () -> RelatedObjects.emails(addresses), List.of("jack@google.com", "j25@yahoo.com"));
        narrator.show(
                "addresses.get(0).getUser()",
                () -> String.valueOf(addresses.get(0).getUser()),
                "<User(name='jack', fullname='Jack Bean', password='gjffdd')>");
    }
}
