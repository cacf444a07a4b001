package io.athanor.tests.conformance;

import static io.athanor.orm.Orm.containsEager;
import static io.athanor.orm.Orm.joinedLoad;
import static io.athanor.orm.Orm.select;
import static io.athanor.orm.Orm.selectinLoad;
import static io.athanor.orm.Orm.subqueryLoad;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.literalColumn;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.select;
import static io.athanor.tests.conformance.Blog.names;

import io.athanor.orm.query.Query;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.type.SqlTypes;
import io.athanor.tests.blog.Address;
import io.athanor.tests.blog.Address_;
import io.athanor.tests.blog.User;
import io.athanor.tests.blog.User_;
import java.util.ArrayList;
import java.util.List;

/** The tutorial from the first relationship to deleting. */
final class BlogRelations {
    private final Blog blog;

    private BlogRelations(Blog blog) {
        this.blog = blog;
    }

    static void addTo(Blog blog) {
        BlogRelations relations = new BlogRelations(blog);
        relations.relatedObjects();
        relations.joins();
        relations.aliases();
        relations.exists();
        relations.operators();
        relations.eager();
        relations.deleting();
    }

    private Query<User> users() {
        return blog.session.query(User.class);
    }

    private Query<Address> addresses() {
        return blog.session.query(Address.class);
    }

    private void relatedObjects() {
        blog.does(76, () -> blog.registry.metadata().createAll(blog.session.connection()));
        blog.shows(77, () -> {
            blog.jack = new User("jack", "Jack Bean", "gjffdd");
            return blog.jack.addresses();
        });
        blog.does(
                78,
                () -> blog.jack.addresses(
                        new ArrayList<>(List.of(new Address("jack@google.com"), new Address("j25@yahoo.com")))));
        blog.shows(79, () -> blog.jack.addresses().get(1));
        blog.shows(80, () -> blog.jack.addresses().get(1).user());
        blog.shows(81, () -> {
            blog.session.add(blog.jack);
            return blog.jack.addresses().stream()
                    .map(address -> blog.session.newObjects().contains(address) ? "pending" : "transient")
                    .toList();
        });
        blog.does(82, () -> blog.session.commit());
        blog.shows(83, () -> {
            blog.jack = users().filterBy(User_.name, "jack").one();
            return blog.jack;
        });
        blog.shows(84, () -> List.copyOf(blog.jack.addresses()));
        blog.shows(85, () -> List.copyOf(blog.jack.addresses()));
    }

    private void joins() {
        var user = User_.entity();
        var address = Address_.entity();
        blog.shows(
                86,
                () -> blog.session
                        .query(user, address)
                        .filter(User_.id.eq(Address_.userId))
                        .filter(Address_.email.eq("jack@google.com"))
                        .all());
        blog.shows(
                87,
                () -> users().join(address)
                        .filter(Address_.email.eq("jack@google.com"))
                        .all());
        blog.shows(88, () -> users().join(address, User_.id.eq(Address_.userId)).all());
        blog.shows(89, () -> users().join(User_.addresses).all());
        blog.shows(90, () -> users().join(User_.addresses.as(address)).all());
        blog.shows(91, () -> users().join(User_.addresses).all());
        blog.shows(92, () -> users().outerJoin(User_.addresses).all());
        blog.shows(
                93,
                () -> blog.session
                        .query(user, address)
                        .selectFrom(address)
                        .join(user)
                        .all());
        blog.shows(94, () -> users().join(User_.addresses).count());
    }

    private void aliases() {
        blog.shows(95, () -> {
            var a1 = Address_.as();
            var a2 = Address_.as();
            return blog.session
                    .query(User_.name, a1.email, a2.email)
                    .join(User_.addresses.as(a1))
                    .join(User_.addresses.as(a2))
                    .filter(a1.email.eq("jack@google.com"))
                    .filter(a2.email.eq("j25@yahoo.com"))
                    .all();
        });
        blog.shows(96, () -> {
            var count = func.count().label("address_count");
            var counts = blog.session
                    .query(Address_.userId, count)
                    .groupBy(Address_.userId)
                    .subquery();
            return blog.session
                    .query(User_.entity(), counts.column(count))
                    .outerJoin(counts, User_.id.eq(counts.column(Address_.userId)))
                    .orderBy(User_.id)
                    .all();
        });
        blog.shows(97, () -> {
            var some = Address_.as(
                    addresses().filter(Address_.email.ne("j25@yahoo.com")).subquery());
            return blog.session
                    .query(User_.entity(), some)
                    .join(User_.addresses.as(some))
                    .all();
        });
    }

    private void exists() {
        blog.shows(
                98,
                () -> blog.session
                        .query(User_.name)
                        .filter(select(literalColumn("*", SqlTypes.STRING))
                                .where(Address_.userId.eq(User_.id))
                                .exists())
                        .all());
        blog.shows(
                99,
                () -> blog.session
                        .query(User_.name)
                        .filter(User_.addresses.any())
                        .all());
        blog.shows(
                100,
                () -> blog.session
                        .query(User_.name)
                        .filter(User_.addresses.any(Address_.email.like("%google%")))
                        .all());
        blog.shows(
                101,
                () -> addresses()
                        .filter(Address_.user.has(User_.name.eq("jack")).not())
                        .all());
    }

    private void where(int step, java.util.function.Supplier<Expression<Boolean>> condition) {
        blog.shows(step, () -> addresses().filter(condition.get()).all());
    }

    private void operators() {
        where(102, () -> Address_.user.eq(blog.jack));
        where(103, () -> Address_.user.ne(blog.jack));
        where(104, () -> Address_.user.eq(null));
        where(105, () -> Address_.user.ne(null));
        blog.shows(
                106,
                () -> users().filter(
                                User_.addresses.contains(blog.jack.addresses().get(0)))
                        .all());
        blog.shows(
                107,
                () -> users().filter(not(
                                User_.addresses.contains(blog.jack.addresses().get(0))))
                        .all());
        blog.shows(
                108,
                () -> users().filter(User_.addresses.any(Address_.email.eq("bar")))
                        .all());
        blog.shows(
                109,
                () -> users().filter(User_.addresses.any(Address_.email.eq("bar")))
                        .all());
        where(110, () -> Address_.user.has(User_.name.eq("ed")));
        blog.shows(111, () -> addresses().withParent(blog.jack, User_.addresses).all());
    }

    private Query<User> jacks() {
        return users().filterBy(User_.name, "jack");
    }

    private void eager() {
        blog.shows(112, () -> {
            blog.session.expire(blog.jack);
            blog.jack = users().options(subqueryLoad(User_.addresses))
                    .filterBy(User_.name, "jack")
                    .one();
            return blog.jack;
        });
        blog.shows(113, () -> List.copyOf(blog.jack.addresses()));
        blog.shows(114, () -> {
            blog.session.expire(blog.jack);
            blog.jack = users().options(joinedLoad(User_.addresses))
                    .filterBy(User_.name, "jack")
                    .one();
            return blog.jack;
        });
        blog.shows(115, () -> List.copyOf(blog.jack.addresses()));
        blog.shows(
                116,
                () -> names(users().options(joinedLoad(User_.addresses))
                        .orderBy(User_.name)
                        .limit(2)
                        .all()));
        blog.shows(117, () -> {
            blog.session.expireAll();
            return jacks().options(selectinLoad(User_.addresses)).all();
        });
        blog.shows(118, () -> {
            blog.jacksAddresses = addresses()
                    .join(Address_.user)
                    .filter(User_.name.eq("jack"))
                    .options(containsEager(Address_.user))
                    .all();
            return blog.jacksAddresses;
        });
        blog.shows(119, () -> blog.jacksAddresses.get(0).user());
    }

    private long count(String... emails) {
        return addresses().filter(Address_.email.in(emails)).count();
    }

    private void deleting() {
        blog.does(120, () -> blog.session.delete(blog.jack));
        blog.shows(121, () -> jacks().count());
        blog.shows(122, () -> count("jack@google.com", "j25@yahoo.com"));
        blog.does(123, () -> blog.session.close());
    }
}
