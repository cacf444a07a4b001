package io.athanor.examples.tutorial;

import io.athanor.examples.blog.BlogPost;
import io.athanor.examples.blog.BlogPost_;
import io.athanor.examples.blog.Keyword;
import io.athanor.examples.blog.Keyword_;
import io.athanor.examples.blog.User;
import io.athanor.examples.blog.User_;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.tree.Condition;
import java.util.List;

/** Posts and keywords, related through a table that has no class. */
final class ManyToMany {
    private static final String POST =
            "BlogPost('Wendy's Blog Post', 'This is a test', <User(name='wendy', fullname='Wendy Williams', password='foobar')>)";

    private final SessionFactory sessions;
    private final Narrator narrator;

    ManyToMany(SessionFactory sessions, Narrator narrator) {
        this.sessions = sessions;
        this.narrator = narrator;
    }

    void run() {
        narrator.section("Building a many to many relationship");
        try (Session session = sessions.open()) {
            BlogPost post = write(session);
            query(session);
            session.commit();
            change(session, post);
        }
    }

    private BlogPost write(Session session) {
        User wendy = session.query(User.class).filterBy(User_.name, "wendy").one();
        BlogPost post = new BlogPost("Wendy's Blog Post", "This is a test", wendy);
        session.add(post);
        post.getKeywords().add(new Keyword("wendy"));
        post.getKeywords().add(new Keyword("firstpost"));
        return post;
    }

    private static Condition isTagged() {
        return BlogPost_.keywords.any(Keyword_.keyword.eq("firstpost"));
    }

    private static List<String> told(List<BlogPost> posts) {
        return posts.stream().map(BlogPost::toString).toList();
    }

    private void query(Session session) {
        narrator.say("The flush inserts keywords and post, then the rows between them.");
        narrator.show(
                "BlogPost_.keywords.any(…)",
                () -> told(session.query(BlogPost.class).filter(isTagged()).all()),
                List.of(POST));
        narrator.say("The same of Wendy's posts alone.");
        User wendy = session.query(User.class).filterBy(User_.name, "wendy").one();
        narrator.show(
                "BlogPost_.author.eq(wendy)",
                () -> told(session.query(BlogPost.class)
                        .filter(BlogPost_.author.eq(wendy))
                        .filter(isTagged())
                        .all()),
                List.of(POST));
        narrator.say("Her posts may be many, so they are a DynamicCollection: never loaded as a whole, but queried.");
        narrator.show(
                "wendy.getPosts().query().filter(…)",
                () -> told(wendy.getPosts().query().filter(isTagged()).all()),
                List.of(POST));
        narrator.show(
                "wendy.getPosts().query().count()",
                () -> wendy.getPosts().query().count(),
                1L);
    }

    private void change(Session session, BlogPost post) {
        narrator.say("After the commit the keywords are loaded anew, through the table between.");
        narrator.show(
                "post.getKeywords()",
                () -> post.getKeywords().stream()
                        .map(Keyword::getKeyword)
                        .sorted()
                        .toList(),
                List.of("firstpost", "wendy"));
        narrator.say("Taking a keyword away deletes one row of that table; deleting the post deletes the others.");
        post.getKeywords().removeIf(keyword -> keyword.getKeyword().equals("wendy"));
        session.flush();
        session.delete(post);
        session.flush();
        narrator.show("posts", () -> session.query(BlogPost.class).count(), 0L);
        narrator.show("keywords", () -> session.query(Keyword.class).count(), 2L);
        session.commit();
    }
}
