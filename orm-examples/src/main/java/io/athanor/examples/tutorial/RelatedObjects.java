package io.athanor.examples.tutorial;

import io.athanor.examples.blog.Address;
import io.athanor.examples.blog.User;
import io.athanor.examples.blog.User_;
import io.athanor.orm.session.Session;
import java.util.ArrayList;
import java.util.List;

/** A relationship: both sides in memory, its cascade, and its loading on first use. */
final class RelatedObjects {
    private final Session session;
    private final Narrator narrator;

    RelatedObjects(Session session, Narrator narrator) {
        this.session = session;
        this.narrator = narrator;
    }

    void run() {
        narrator.section("Building a relationship");
        narrator.say(
                "User.addresses and Address.user name each other by backPopulates. The foreign key gives the condition.");
        inMemory();
        loaded();
    }

    /** What is shown of addresses. */
    static List<String> emails(List<Address> addresses) {
        return addresses.stream().map(Address::getEmail).toList();
    }

    private void inMemory() {
        narrator.section("Working with related objects");
        User jack = new User("jack", "Jack Bean", "gjffdd");
        narrator.show("jack.getAddresses()", () -> jack.getAddresses().size(), 0);
        jack.setAddresses(new ArrayList<>(List.of(new Address("jack@google.com"), new Address("j25@yahoo.com"))));
        narrator.say("Setting one side sets the other, without SQL.");
        narrator.show(
                "jack.getAddresses().get(1)",
                () -> jack.getAddresses().get(1).toString(),
                "<Address(email_address='j25@yahoo.com')>");
        narrator.show(
                "jack.getAddresses().get(1).getUser() == jack",
                () -> jack.getAddresses().get(1).getUser() == jack,
                true);
        narrator.say("Adding Jack adds his addresses with him; the flush inserts him first and gives them his key.");
        session.add(jack);
        narrator.show("session.newObjects().size()", () -> session.newObjects().size(), 3);
        session.commit();
    }

    private void loaded() {
        narrator.say("Queried again, Jack comes without his addresses, which are loaded when they are first read.");
        User jack = session.query(User.class).filterBy(User_.name, "jack").one();
        narrator.show("jack", () -> jack.toString(), "<User(name='jack', fullname='Jack Bean', password='gjffdd')>");
        narrator.show(
                "jack.getAddresses()", () -> emails(jack.getAddresses()), List.of("jack@google.com", "j25@yahoo.com"));
        narrator.say("Read again, they are there.");
        narrator.show("jack.getAddresses().size()", () -> jack.getAddresses().size(), 2);
    }
}
