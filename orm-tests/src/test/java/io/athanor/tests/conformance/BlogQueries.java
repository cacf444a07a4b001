package io.athanor.tests.conformance;

import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.text;
import static io.athanor.tests.conformance.Blog.names;

import io.athanor.orm.query.Query;
import io.athanor.sql.tree.Expression;
import io.athanor.tests.blog.User;
import io.athanor.tests.blog.User_;
import java.util.List;

/** The tutorial from the first objects to counting them. */
final class BlogQueries {
    private final Blog blog;
    private User ed;
    private User ours;
    private User fake;

    private BlogQueries(Blog blog) {
        this.blog = blog;
    }

    static void addTo(Blog blog) {
        BlogQueries queries = new BlogQueries(blog);
        queries.objects();
        queries.rollingBack();
        queries.querying();
        queries.operators();
        queries.moreOperators();
        queries.lists();
        queries.textual();
        queries.counting();
    }

    private Query<User> users() {
        return blog.session.query(User.class);
    }

    private void objects() {
        blog.shows(5, () -> {
            ed = new User("ed", "Ed Jones", "edspassword");
            return java.util.Arrays.asList(ed.name(), ed.password(), ed.id());
        });
        blog.does(6, blog::open);
        blog.shows(7, () -> {
            blog.session.add(ed);
            return "pending";
        });
        blog.shows(8, () -> {
            ours = users().filterBy(User_.name, "ed").first().orElseThrow();
            return ours;
        });
        blog.shows(9, () -> ours == ed);
        blog.does(
                10,
                () -> blog.session.addAll(List.of(
                        new User("wendy", "Wendy Williams", "foobar"),
                        new User("mary", "Mary Contrary", "xxg527"),
                        new User("fred", "Fred Flinstone", "blah"))));
        blog.does(11, () -> ed.password("f8s7ccs"));
        blog.shows(12, () -> blog.session.dirty());
        blog.shows(
                13,
                () -> blog.session.newObjects().stream()
                        .map(User.class::cast)
                        .sorted(java.util.Comparator.comparing(User::name))
                        .toList());
        blog.does(14, () -> blog.session.commit());
        blog.shows(15, () -> ed.id());
    }

    private void rollingBack() {
        blog.does(16, () -> ed.name("Edwardo"));
        blog.does(17, () -> {
            fake = new User("fakeuser", "Invalid", "12345");
            blog.session.add(fake);
        });
        blog.shows(
                18, () -> users().filter(User_.name.in("Edwardo", "fakeuser")).all());
        blog.does(19, () -> blog.session.rollback());
        blog.shows(20, () -> ed.name());
        blog.shows(21, () -> List.of(blog.session.contains(fake), "transient"));
        blog.shows(22, () -> users().filter(User_.name.in("ed", "fakeuser")).all());
    }

    private void querying() {
        blog.shows(
                23,
                () -> users().orderBy(User_.id).all().stream()
                        .map(user -> List.of(user.name(), user.fullname()))
                        .toList());
        blog.shows(24, () -> blog.session.query(User_.name, User_.fullname).all());
        blog.shows(25, () -> blog.session.query(User_.entity(), User_.name).all());
        blog.shows(26, () -> blog.session.query(User_.name.label("name_label")).all());
        blog.shows(27, () -> {
            var alias = User_.as("user_alias");
            return blog.session.query(alias, alias.name).all();
        });
        blog.shows(28, () -> users().orderBy(User_.id).slice(1, 3).all());
        blog.shows(29, () -> users().orderBy(User_.id).offset(1).all());
        blog.shows(30, () -> users().orderBy(User_.id).slice(0, 2).all());
        blog.shows(31, () -> users().orderBy(User_.id).slice(2, 3).one());
        blog.shows(
                32,
                () -> blog.session
                        .query(User_.name)
                        .filterBy(User_.fullname, "Ed Jones")
                        .all());
        blog.shows(
                33,
                () -> blog.session
                        .query(User_.name)
                        .filter(User_.fullname.eq("Ed Jones"))
                        .all());
        blog.shows(
                34,
                () -> users().filter(User_.name.eq("ed"))
                        .filter(User_.fullname.eq("Ed Jones"))
                        .all());
    }

    private void where(int step, Expression<Boolean> condition) {
        blog.shows(step, () -> names(users().filter(condition).all()));
    }

    private void operators() {
        String nobody = null;
        where(35, User_.name.eq("ed"));
        where(36, User_.name.ne("ed"));
        where(37, User_.name.like("%ed%"));
        where(38, User_.name.ilike("%ed%"));
        where(39, User_.name.in("ed", "wendy", "jack"));
        blog.shows(
                40,
                () -> names(users().filter(
                                User_.name.in(blog.session.query(User_.name).filter(User_.name.like("%ed%"))))
                        .all()));
        where(41, not(User_.name.in("ed", "wendy", "jack")));
        where(42, User_.name.eq(nobody));
        where(43, User_.name.isNull());
        where(44, User_.name.ne(nobody));
        where(45, User_.name.isNotNull());
        where(46, and(User_.name.eq("ed"), User_.fullname.eq("Ed Jones")));
        blog.shows(
                47,
                () -> names(users().filter(User_.name.eq("ed"), User_.fullname.eq("Ed Jones"))
                        .all()));
        blog.shows(
                48,
                () -> names(users().filter(User_.name.eq("ed"))
                        .filter(User_.fullname.eq("Ed Jones"))
                        .all()));
        where(49, or(User_.name.eq("ed"), User_.name.eq("wendy")));
    }

    private void moreOperators() {
        where(50, User_.name.match("wendy"));
        where(51, User_.name.in(List.of()));
        where(52, User_.name.notIn(List.of()));
        where(53, not(User_.name.eq("ed")));
        where(54, not(and(User_.name.eq("ed"), User_.fullname.eq("x"))));
        where(55, User_.name.eq("ed").or(User_.name.eq("wendy")).and(User_.id.gt(1)));
        where(56, User_.name.startsWith("w"));
        where(57, User_.name.endsWith("y"));
        where(58, User_.name.contains("ar"));
        where(59, User_.id.between(2, 3));
    }

    private Query<User> eds() {
        return users().filter(User_.name.like("%ed")).orderBy(User_.id);
    }

    private void lists() {
        blog.shows(60, () -> eds().all());
        blog.shows(61, () -> eds().first().orElseThrow());
        blog.shows(62, () -> eds().one());
        blog.shows(63, () -> eds().filter(User_.id.eq(99)).one());
        blog.shows(64, () -> eds().filter(User_.id.eq(99)).oneOrNone().orElse(null));
        blog.shows(65, () -> eds().oneOrNone());
        blog.shows(
                66,
                () -> blog.session
                        .query(User_.id)
                        .filter(User_.name.eq("ed"))
                        .orderBy(User_.id)
                        .scalar());
    }

    private void textual() {
        blog.shows(
                67,
                () -> names(users().filter(text("id<224")).orderBy(text("id")).all()));
        blog.shows(
                68,
                () -> users().filter(text("id<:value and name=:name"))
                        .params("value", 224)
                        .params("name", "fred")
                        .orderBy(User_.id)
                        .one());
        blog.shows(
                69,
                () -> users().fromStatement(text("SELECT * FROM users where name=:name"))
                        .params("name", "ed")
                        .all());
        blog.shows(
                70,
                () -> users().fromStatement(text("SELECT name, id, fullname, password FROM users where name=:name")
                                .columns(User_.name, User_.id, User_.fullname, User_.password))
                        .params("name", "ed")
                        .all());
        blog.shows(
                71,
                () -> blog.session
                        .query(User_.id, User_.name)
                        .fromStatement(text("SELECT name, id FROM users where name=:name")
                                .columns(User_.name, User_.id))
                        .params("name", "ed")
                        .all());
    }

    private void counting() {
        blog.shows(72, () -> users().filter(User_.name.like("%ed")).count());
        blog.shows(
                73,
                () -> blog.session
                        .query(func.count(User_.name), User_.name)
                        .groupBy(User_.name)
                        .all());
        blog.shows(
                74,
                () -> blog.session
                        .query(func.count())
                        .selectFrom(User_.entity())
                        .scalar());
        blog.shows(75, () -> blog.session.query(func.count(User_.id)).scalar());
    }
}
