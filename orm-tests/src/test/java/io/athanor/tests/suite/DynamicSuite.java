package io.athanor.tests.suite;

import static io.athanor.orm.Orm.inspect;
import static io.athanor.orm.Orm.selectinLoad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.DetachedInstanceException;
import io.athanor.sql.error.ArgumentException;
import io.athanor.tests.blog.cascading.Address;
import io.athanor.tests.blog.cascading.BlogPost;
import io.athanor.tests.blog.cascading.BlogPost_;
import io.athanor.tests.blog.cascading.Keyword;
import io.athanor.tests.blog.cascading.User;
import io.athanor.tests.blog.cascading.User_;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relationships whose members are read by queries only. */
public abstract class DynamicSuite extends DatabaseSuite {
    private SessionFactory sessions;

    protected DynamicSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void storeAUser() {
        sessions = sessions(User.class, Address.class, BlogPost.class, Keyword.class);
        User ed = new User("ed", "Ed Jones", "x");
        store(sessions, ed, new BlogPost("one", "1", ed), new BlogPost("two", "2", ed));
    }

    private static User ed(Session session) {
        return session.query(User.class).filterBy(User_.name, "ed").one();
    }

    private static List<String> headlines(User user) {
        return user.posts().query().orderBy(BlogPost_.headline).all().stream()
                .map(BlogPost::headline)
                .toList();
    }

    @Test
    void membersOfANewObjectAreInsertedWithIt() {
        User wendy = new User("wendy", "Wendy Williams", "x");
        BlogPost post = new BlogPost("three", "3", null);
        wendy.posts().add(post);
        assertThat(post.author()).isSameAs(wendy);
        try (Session session = sessions.open()) {
            session.add(wendy);
            assertThat(headlines(wendy)).containsExactly("three");
            assertThat(post.userId()).isEqualTo(wendy.id());
        }
    }

    @Test
    void addingAndRemovingReadNothing() {
        try (Session session = sessions.open()) {
            User ed = ed(session);
            BlogPost one =
                    ed.posts().query().filter(BlogPost_.headline.eq("one")).one();
            recording.clear();
            ed.posts().remove(one);
            ed.posts().addAll(List.of(new BlogPost("three", "3", null), new BlogPost("four", "4", null)));
            assertThat(recording.sql()).isEmpty();
            assertThat(one.author()).isNull();

            session.commit();
            assertThat(headlines(ed)).containsExactly("four", "three", "two");
            assertThat(one.userId()).isNull();
        }
    }

    @Test
    void theOtherSideIsKeptInStepUnread() {
        try (Session session = sessions.open()) {
            User ed = ed(session);
            recording.clear();
            BlogPost three = new BlogPost("three", "3", ed);
            assertThat(recording.sql()).isEmpty();
            session.add(three);
            assertThat(headlines(ed)).containsExactly("one", "three", "two");
        }
    }

    @Test
    void addingTwiceIsAddingOnce() {
        try (Session session = sessions.open()) {
            User ed = ed(session);
            BlogPost three = new BlogPost("three", "3", null);
            ed.posts().add(three);
            ed.posts().add(three);
            assertThat(inspect(ed).history(User_.posts).added()).hasSize(1);
            assertThat(ed.posts().query().count()).isEqualTo(3);
        }
    }

    @Test
    void removingWhatWasJustAddedLeavesNothing() {
        try (Session session = sessions.open()) {
            User ed = ed(session);
            BlogPost three = new BlogPost("three", "3", null);
            ed.posts().add(three);
            ed.posts().remove(three);
            assertThat(three.author()).isNull();
            assertThat(ed.posts().query().count()).isEqualTo(2);
        }
    }

    @Test
    void whatCameAndWentIsMerged() {
        User[] detached = new User[1];
        BlogPost[] one = new BlogPost[1];
        try (Session session = sessions.open()) {
            detached[0] = ed(session);
            one[0] = detached[0]
                    .posts()
                    .query()
                    .filter(BlogPost_.headline.eq("one"))
                    .one();
        }
        detached[0].posts().add(new BlogPost("three", "3", null));
        detached[0].posts().remove(one[0]);
        try (Session session = sessions.open()) {
            User merged = session.merge(detached[0]);
            assertThat(headlines(merged)).containsExactly("three", "two");
        }
    }

    @Test
    void newObjectIsMergedWithItsMembers() {
        User wendy = new User("wendy", "Wendy Williams", "x");
        wendy.posts().add(new BlogPost("three", "3", null));
        try (Session session = sessions.open()) {
            User merged = session.merge(wendy);
            assertThat(headlines(merged)).containsExactly("three");
        }
    }

    @Test
    void rollbackForgetsWhatWasAdded() {
        try (Session session = sessions.open()) {
            User ed = ed(session);
            ed.posts().add(new BlogPost("three", "3", null));
            session.flush();
            session.rollback();
            assertThat(headlines(ed)).containsExactly("one", "two");
        }
    }

    @Test
    void conditionsOnTheRelationshipAreThoseOfAnyOther() {
        try (Session session = sessions.open()) {
            assertThat(session.query(User.class)
                            .filter(User_.posts.any(BlogPost_.headline.eq("two")))
                            .all())
                    .containsExactly(ed(session));
            assertThat(session.query(User.class)
                            .join(User_.posts)
                            .filter(BlogPost_.headline.eq("one"))
                            .count())
                    .isOne();
        }
    }

    @Test
    void whatNoSessionHoldsCannotBeQueried() {
        User wendy = new User("wendy", "Wendy Williams", "x");
        assertThatThrownBy(() -> wendy.posts().query())
                .isInstanceOf(DetachedInstanceException.class)
                .hasMessageContaining("add it to a session first");
    }

    @Test
    void loadingItTogetherWithItsObjectIsRefused() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.query(User.class)
                            .options(selectinLoad(User_.posts))
                            .all())
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("Relationship [User.posts] is never loaded as a whole");
        }
    }

    @Test
    void onlyMembersOfItsClassAreTaken() {
        User wendy = new User("wendy", "Wendy Williams", "x");
        @SuppressWarnings({"unchecked", "rawtypes"})
        Runnable wrong = () -> ((io.athanor.orm.query.DynamicCollection) wendy.posts()).add(new Address("a"));
        assertThatThrownBy(wrong::run)
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("Relationship [User.posts] holds");
    }
}
