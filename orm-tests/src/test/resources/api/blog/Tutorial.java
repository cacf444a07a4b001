package io.athanor.examples.blog;

import static io.athanor.orm.Orm.*;
import static io.athanor.sql.Sql.*;

import io.athanor.engine.*;
import io.athanor.engine.error.MultipleResultsFoundException;
import io.athanor.orm.mapper.*;
import io.athanor.orm.query.*;
import io.athanor.orm.session.*;
import io.athanor.sql.tree.*;
import java.util.*;

/** Every section of the ORM tutorial. */
public final class Tutorial {
    public void run() {
        Engine engine = Engine.create("sqlite:///:memory:", o -> o.echo(true));
        Registry registry = Registry.of(User.class, Address.class, BlogPost.class, Keyword.class);
        engine.createAll(registry.metadata());
        SessionFactory sessions = SessionFactory.of(engine, registry);
        try (Session session = sessions.open()) {
            adding(session); rollingBack(session); querying(session); operators(session); lists(session); textual(session); counting(session);
            related(session); joins(session); aliases(session); subqueries(session); exists(session); relationshipOperators(session);
            eager(session); deleting(session); manyToMany(session);
        }
    }

    void adding(Session session) {
        User ed = new User("ed", "Ed Jones", "edspassword");
        session.add(ed);
        User ours = session.query(User.class).filterBy(User_.name, "ed").first().orElseThrow();
        check(ours == ed);
        session.addAll(List.of(new User("wendy", "Wendy Williams", "foobar"), new User("mary", "Mary Contrary", "xxg527"),
            new User("fred", "Fred Flinstone", "blah")));
        ed.setPassword("f8s7ccs");
        check(session.dirty().contains(ed) && session.newObjects().size() == 3);
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
        users.filter(User_.name.match("wendy"));
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
        User one = null;
        try {
            one = q.one();
        } catch (MultipleResultsFoundException expected) {
            check(all.size() == 2);
        }
        Optional<User> none = q.filter(User_.id.eq(99)).oneOrNone();
        Integer id = session.query(User_.id).filter(User_.name.eq("ed")).orderBy(User_.id).scalar();
        say(all, first, one, none, id);
    }

    void textual(Session session) {
        session.query(User.class).filter(text("id<224")).orderBy(text("id")).all();
        session.query(User.class).filter(text("id<:value and name=:name")).params("value", 224).params("name", "fred").orderBy(User_.id).one();
        session.query(User.class).fromStatement(text("SELECT * FROM users where name=:name")).params("name", "ed").all();
        session.query(User.class).fromStatement(text("SELECT name, id, fullname, password FROM users where name=:name")
            .columns(User_.name, User_.id, User_.fullname, User_.password)).params("name", "ed").all();
        session.query(User_.id, User_.name).fromStatement(text("SELECT name, id FROM users where name=:name").columns(User_.name, User_.id)).params("name", "ed").all();
    }

    void counting(Session session) {
        long n = session.query(User.class).filter(User_.name.like("%ed")).count();
        var count = func.count(User_.name);
        for (Row row : session.query(count, User_.name).groupBy(User_.name)) { long c = row.get(count); say(c + row.get(User_.name)); }
        Long all = session.query(func.count()).selectFrom(User_.entity()).scalar();
        Long ids = session.query(func.count(User_.id)).scalar();
        List<NameCount> typed = session.query(NameCount_.of(User_.name, count)).groupBy(User_.name).all();
        List<NameCount> byName = session.query(User_.name, count.label("count")).groupBy(User_.name).into(NameCount.class).all();
        say(n, all, ids, typed, byName);
    }

    void related(Session session) {
        User jack = new User("jack", "Jack Bean", "gjffdd");
        check(jack.getAddresses().isEmpty());
        jack.setAddresses(new ArrayList<>(List.of(new Address("jack@google.com"), new Address("j25@yahoo.com"))));
        check(jack.getAddresses().get(1).getUser() == jack);
        session.add(jack); session.commit();
        jack = session.query(User.class).filterBy(User_.name, "jack").one();
        say(jack.getAddresses());
    }

    void joins(Session session) {
        var user = User_.entity(); var address = Address_.entity();
        for (Row row : session.query(user, address).filter(User_.id.eq(Address_.userId)).filter(Address_.email.eq("jack@google.com"))) {
            User u = row.get(user); Address a = row.get(address); say(u, a);
        }
        session.query(User.class).join(Address_.entity()).filter(Address_.email.eq("jack@google.com")).all();
        session.query(User.class).join(Address_.entity(), User_.id.eq(Address_.userId));
        session.query(User.class).join(User_.addresses);
        session.query(User.class).join(User_.addresses.as(Address_.as("a")));
        session.query(User.class).join(User_.addresses.on(Address_.email.like("%@x.org")));
        session.query(User.class).outerJoin(User_.addresses).all();
        session.query(user, address).selectFrom(address).join(user).all();
        long rows = session.query(User.class).join(User_.addresses).count();
        say(rows);
    }

    void aliases(Session session) {
        var a1 = Address_.as(); var a2 = Address_.as();
        for (Row row : session.query(User_.name, a1.email, a2.email)
                .join(User_.addresses.as(a1)).join(User_.addresses.as(a2))
                .filter(a1.email.eq("jack@google.com")).filter(a2.email.eq("j25@yahoo.com"))) {
            String name = row.get(User_.name), first = row.get(a1.email), second = row.get(a2.email); say(name, first, second);
        }
    }

    void subqueries(Session session) {
        var addressCount = func.count().label("address_count");
        var stmt = session.query(Address_.userId, addressCount).groupBy(Address_.userId).subquery();
        for (Row row : session.query(User_.entity(), stmt.column(addressCount))
                .outerJoin(stmt, User_.id.eq(stmt.column(Address_.userId))).orderBy(User_.id)) {
            User user = row.get(User_.entity()); Long count = row.get(stmt.column(addressCount)); say(user, count);
        }
        var adAlias = Address_.as(session.query(Address.class).filter(Address_.email.ne("j25@yahoo.com")).subquery());
        for (Row row : session.query(User_.entity(), adAlias).join(User_.addresses.as(adAlias))) { Address a = row.get(adAlias); say(a); }
    }

    void exists(Session session) {
        session.query(User_.name).filter(select(Address.class).where(Address_.userId.eq(User_.id)).exists()).all();
        session.query(User_.name).filter(User_.addresses.any()).all();
        session.query(User_.name).filter(User_.addresses.any(Address_.email.like("%google%"))).all();
        session.query(Address.class).filter(Address_.user.has(User_.name.eq("jack")).not()).all();
    }

    void relationshipOperators(Session session) {
        User jack = session.query(User.class).filterBy(User_.name, "jack").one();
        Address first = jack.getAddresses().get(0);
        session.query(Address.class).filter(Address_.user.eq(jack)); session.query(Address.class).filter(Address_.user.ne(jack));
        session.query(Address.class).filter(Address_.user.isNull()); session.query(Address.class).filter(Address_.user.eq(null));   // one overload: null is clear here
        session.query(User.class).filter(User_.addresses.contains(first)); session.query(User.class).filter(not(User_.addresses.contains(first)));
        session.query(Address.class).withParent(jack, User_.addresses).all();
        session.execute(select(Address.class).where(withParent(jack, User_.addresses))).all();
    }

    void eager(Session session) {
        session.query(User.class).options(subqueryLoad(User_.addresses)).filterBy(User_.name, "jack").one();
        session.query(User.class).options(joinedLoad(User_.addresses)).filterBy(User_.name, "jack").one();
        session.query(User.class).options(selectinLoad(User_.addresses)).filterBy(User_.name, "jack").one();
        List<Address> jacks = session.query(Address.class).join(Address_.user).filter(User_.name.eq("jack")).options(containsEager(Address_.user)).all();
        say(jacks.get(0).getUser());
    }

    void deleting(Session session) {
        User jack = session.get(User.class, 5).orElseThrow();
        jack.getAddresses().remove(1);
        check(session.query(Address.class).filter(Address_.email.in("jack@google.com", "j25@yahoo.com")).count() == 1);
        session.delete(jack);
        check(session.query(User.class).filterBy(User_.name, "jack").count() == 0);
    }

    void manyToMany(Session session) {
        User wendy = session.query(User.class).filterBy(User_.name, "wendy").one();
        BlogPost post = new BlogPost("Wendy's Blog Post", "This is a test", wendy);
        session.add(post);
        post.getKeywords().add(new Keyword("wendy")); post.getKeywords().add(new Keyword("firstpost"));
        var tagged = BlogPost_.keywords.any(Keyword_.keyword.eq("firstpost"));
        session.query(BlogPost.class).filter(tagged).all();
        session.query(BlogPost.class).filter(BlogPost_.author.eq(wendy)).filter(tagged).all();
        wendy.getPosts().query().filter(tagged).all();
        check(wendy.getPosts().query().count() == 1);
        post.getKeywords().remove(0); session.flush(); session.delete(post); session.flush();
    }

    static void check(boolean b) { if (!b) throw new AssertionError(); }
    static void say(Object... o) { }
}
