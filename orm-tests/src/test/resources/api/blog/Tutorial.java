package io.athanor.examples.blog;

import static io.athanor.orm.Orm.*;
import static io.athanor.sql.Sql.*;

import io.athanor.engine.*;
import io.athanor.orm.mapper.*;
import io.athanor.orm.query.*;
import io.athanor.orm.session.*;
import io.athanor.sql.tree.*;
import java.util.*;

/** The sections of the ORM tutorial that need no relationships. */
public final class Tutorial {
    public void run() {
        Engine engine = Engine.create("sqlite:///:memory:", o -> o.echo(true));
        Registry registry = Registry.of(User.class);
        engine.createAll(registry.metadata());
        SessionFactory sessions = SessionFactory.of(engine, registry);
        try (Session session = sessions.open()) {
            adding(session); rollingBack(session); querying(session); operators(session); lists(session); counting(session);
        }
        Registry both = registry.with(Address.class);
        engine.createAll(both.metadata());
        try (Session session = SessionFactory.of(engine, both).open()) {
            joins(session); subqueries(session); exists(session);
        }
    }

    void adding(Session session) {
        User ed = new User("ed", "Ed Jones", "edspassword");
        session.add(ed);
        User ours = session.query(User.class).filterBy(User_.name, "ed").first().orElseThrow();
        check(ours == ed);
        session.addAll(List.of(new User("wendy", "Wendy Williams", "foobar"), new User("mary", "Mary Contrary", "xxg527")));
        ed.setPassword("f8s7ccs");
        check(session.dirty().contains(ed) && session.newObjects().size() == 2);
        session.commit();
        check(ed.getId() == 1);
    }

    void rollingBack(Session session) {
        User ed = session.getOne(User.class, 1), fake = new User("fakeuser", "Invalid", "12345");
        ed.setName("Edwardo");
        session.add(fake);
        List<User> both = session.query(User.class).filter(User_.name.in("Edwardo", "fakeuser")).all();
        session.rollback();
        check(both.size() == 2 && !session.contains(fake));
        session.scalars(select(User.class).where(User_.name.in("ed", "fakeuser"))).all();
    }

    void querying(Session session) {
        for (User user : session.query(User.class).orderBy(User_.id)) say(user.getName() + user.getFullname());
        for (Row row : session.query(User_.name, User_.fullname)) { String name = row.get(User_.name); say(name); }
        for (Row row : session.query(User_.entity(), User_.name)) { User user = row.get(User_.entity()); say(user.getName()); }
        Label<String> nameLabel = User_.name.label("name_label");
        List<String> names = session.query(nameLabel).all();
        var u = User_.as("user_alias");
        for (Row row : session.query(u, u.name)) { User user = row.get(u); String name = row.get(u.name); say(name + user); }
        List<User> page = session.query(User.class).orderBy(User_.id).slice(1, 3).all();
        List<String> one = session.query(User_.name).filterBy(User_.fullname, "Ed Jones").all();
        session.query(User_.name).filter(User_.fullname.eq("Ed Jones")).all();
        session.query(User.class).filter(User_.name.eq("ed")).filter(User_.fullname.eq("Ed Jones")).first();
        say(names, page, one);
    }

    void operators(Session session) {
        Query<User> users = session.query(User.class);
        users.filter(User_.name.eq("ed"));                 users.filter(User_.name.ne("ed"));
        users.filter(User_.name.like("%ed%"));             users.filter(User_.name.ilike("%ed%"));
        users.filter(User_.name.in("ed", "wendy", "jack")); users.filter(User_.name.in(List.of("ed", "wendy")));
        users.filter(User_.name.in(session.query(User_.name).filter(User_.name.like("%ed%"))));
        users.filter(User_.name.in(select(User_.name).where(User_.name.like("%ed%"))));
        users.filter(User_.name.notIn("ed", "wendy"));     users.filter(not(User_.name.in("ed", "wendy")));
        String nobody = null;
        users.filter(User_.name.eq(nobody));               users.filter(User_.name.isNull());
        users.filter(User_.name.ne(nobody));               users.filter(User_.name.isNotNull());
        users.filter(and(User_.name.eq("ed"), User_.fullname.eq("Ed Jones")));
        users.filter(User_.name.eq("ed"), User_.fullname.eq("Ed Jones"));
        users.filter(or(User_.name.eq("ed"), User_.name.eq("wendy")));
        users.filter(User_.name.in());                     users.filter(User_.name.notIn(List.of()));
        users.filter(not(User_.name.eq("ed")));            users.filter(User_.name.eq("ed").and(User_.id.gt(1)).not());
        users.filter(User_.name.eq("ed").or(User_.name.eq("wendy")).and(User_.id.gt(1)));
        users.filter(User_.name.startsWith("w"), User_.name.endsWith("y"), User_.name.contains("ar"));
        users.filter(User_.id.between(2, 3));
        users.filter(User_.active);                        users.filter(User_.active, User_.id.gt(3));   // a boolean column is a condition
    }

    void lists(Session session) {
        Query<User> q = session.query(User.class).filter(User_.name.like("%ed")).orderBy(User_.id);
        List<User> all = q.all(); Optional<User> first = q.first();
        User one = q.one();                                                  // throws MultipleResultsFoundException
        Optional<User> none = q.filter(User_.id.eq(99)).oneOrNone();
        Integer id = session.query(User_.id).filter(User_.name.eq("ed")).orderBy(User_.id).scalar();
        say(all, first, one, none, id);
    }

    void textual(Session session) {
        session.query(User.class).filter(text("id<224")).orderBy(text("id")).all();
        session.query(User.class).filter(text("id<:value and name=:name")).params("value", 224).params("name", "fred").orderBy(User_.id).one();
    }

    void counting(Session session) {
        long n = session.query(User.class).filter(User_.name.like("%ed")).count();
        var count = func.count(User_.name);
        for (Row row : session.query(count, User_.name).groupBy(User_.name)) { long c = row.get(count); say(c + row.get(User_.name)); }
        Long all = session.query(func.count()).selectFrom(User_.entity()).scalar();
        Long ids = session.query(func.count(User_.id)).scalar();
        say(n, all, ids);
    }

    void joins(Session session) {
        var user = User_.entity(); var address = Address_.entity();
        for (Row row : session.query(user, address).filter(User_.id.eq(Address_.userId)).filter(Address_.email.eq("jack@google.com"))) {
            User u = row.get(user); Address a = row.get(address); say(u, a);
        }
        session.query(User.class).join(Address_.entity()).filter(Address_.email.eq("jack@google.com")).all();
        session.query(User.class).join(Address_.entity(), User_.id.eq(Address_.userId));
        session.query(user, address).selectFrom(address).join(user).all();
    }

    void subqueries(Session session) {
        var addressCount = func.count().label("address_count");
        var stmt = session.query(Address_.userId, addressCount).groupBy(Address_.userId).subquery();
        for (Row row : session.query(User_.entity(), stmt.column(addressCount))
                .outerJoin(stmt, User_.id.eq(stmt.column(Address_.userId))).orderBy(User_.id)) {
            User user = row.get(User_.entity()); Long count = row.get(stmt.column(addressCount)); say(user, count);
        }
        var adAlias = Address_.as(session.query(Address.class).filter(Address_.email.ne("j25@yahoo.com")).subquery());
        for (Row row : session.query(User_.entity(), adAlias).join(adAlias, User_.id.eq(adAlias.userId))) { Address a = row.get(adAlias); say(a); }
    }

    void exists(Session session) {
        session.query(User_.name).filter(select(Address.class).where(Address_.userId.eq(User_.id)).exists()).all();
    }

    static void check(boolean b) { if (!b) throw new AssertionError(); }
    static void say(Object... o) { }
}
