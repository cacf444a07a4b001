package io.athanor.examples.session;

import static io.athanor.orm.Orm.containsEager;
import static io.athanor.orm.Orm.joinedLoad;
import static io.athanor.orm.Orm.loadOnly;
import static io.athanor.orm.Orm.raiseLoad;
import static io.athanor.orm.Orm.select;
import static io.athanor.orm.Orm.selectinLoad;

import io.athanor.examples.Checks;
import io.athanor.examples.blog.Address_;
import io.athanor.examples.blog.BlogPost;
import io.athanor.examples.blog.BlogPost_;
import io.athanor.examples.blog.User;
import io.athanor.examples.blog.User_;
import io.athanor.orm.query.Query;
import io.athanor.orm.session.Session;
import io.athanor.orm.state.RaisedLoadException;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.ForUpdate;
import java.util.List;

/** What a query loads along, locks, and how far it is read at a time. */
final class Loading {
    private final Session session;
    private final Checks checks;

    Loading(Session session, Checks checks) {
        this.session = session;
        this.checks = checks;
    }

    void run() {
        User bob = session.query(User.class).filterBy(User_.name, "bob").one();
        session.add(new BlogPost("Bob's post", "text", bob));
        session.flush();
        session.expungeAll();
        chains();
        columns();
        locks();
        portions();
        fragments();
    }

    private void chains() {
        BlogPost post = session.query(BlogPost.class)
                .options(
                        joinedLoad(BlogPost_.author)
                                .selectinLoad(User_.addresses)
                                .joinedLoad(Address_.user),
                        raiseLoad())
                .one();
        checks.show(
                "author's addresses", author(post).getAddresses().toString(), "[<Address(email_address='bob@x.org')>]");
        checks.refused(
                "keywords", RaisedLoadException.class, () -> post.getKeywords().size());
        session.expungeAll();
        BlogPost other = session.query(BlogPost.class)
                .options(selectinLoad(BlogPost_.author)
                        .options(loadOnly(User_.id, User_.name), raiseLoad(User_.addresses)))
                .one();
        checks.show("author", author(other).getName(), "bob");
        checks.refused(
                "addresses",
                RaisedLoadException.class,
                () -> author(other).getAddresses().size());
        session.expungeAll();
    }

    private static User author(BlogPost post) {
        return java.util.Objects.requireNonNull(post.getAuthor());
    }

    private void columns() {
        List<User> users = session.query(User.class)
                .options(
                        loadOnly(User_.id, User_.name),
                        selectinLoad(User_.addresses).where(Address_.email.like("%@x.org")))
                .orderBy(User_.name)
                .all();
        checks.show("first", users.get(0).getName(), "bob");
        checks.show("addresses at x.org", users.get(0).getAddresses().size(), 1);
    }

    private void locks() {
        Query<User> skipping = session.query(User.class)
                .withForUpdate(ForUpdate.UPDATE.of(User_.entity()).skipLocked())
                .limit(10);
        checks.show("locked", skipping.all().size() > 2, true);
        List<User> joined = session.execute(
                        select(User.class).join(User_.addresses).forUpdate().options(containsEager(User_.addresses)))
                .unique()
                .all();
        checks.show("users with addresses", joined.size(), 1);
    }

    private void portions() {
        session.noAutoflush(
                quiet -> checks.show("users", quiet.query(User.class).count() > 3, true));
        try (var names = session.query(User.class).yieldPer(100).stream().map(User::getName)) {
            checks.show("a name", names.anyMatch("bob"::equals), true);
        }
    }

    /** A fragment for the entity and for any alias of it. */
    private static Condition reachable(User_.Ref user) {
        return user.name.isNotNull().and(user.addresses.any());
    }

    private void fragments() {
        checks.show(
                "reachable",
                session.query(User.class).filter(reachable(User_.entity())).count(),
                1L);
        var boss = User_.as("boss");
        checks.show(
                "reachable by another name",
                session.query(boss).filter(reachable(boss)).one().getName(),
                "bob");
    }
}
