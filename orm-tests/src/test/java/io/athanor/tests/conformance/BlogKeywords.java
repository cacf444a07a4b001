package io.athanor.tests.conformance;

import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.tree.Condition;
import io.athanor.tests.blog.cascading.Address;
import io.athanor.tests.blog.cascading.Address_;
import io.athanor.tests.blog.cascading.BlogPost;
import io.athanor.tests.blog.cascading.BlogPost_;
import io.athanor.tests.blog.cascading.Keyword;
import io.athanor.tests.blog.cascading.Keyword_;
import io.athanor.tests.blog.cascading.User;
import io.athanor.tests.blog.cascading.User_;

/** The tutorial from cascades, for which users and addresses are mapped anew, to many to many. */
final class BlogKeywords {
    private final Blog blog;
    private Registry registry;
    private User jack;
    private User wendy;
    private BlogPost post;
    private Keyword wendyKeyword;

    private BlogKeywords(Blog blog) {
        this.blog = blog;
    }

    static void addTo(Blog blog) {
        BlogKeywords keywords = new BlogKeywords(blog);
        keywords.cascades();
        keywords.manyToMany();
        keywords.dynamic();
        keywords.removing();
    }

    private long addresses() {
        return blog.session
                .query(Address.class)
                .filter(Address_.email.in("jack@google.com", "j25@yahoo.com"))
                .count();
    }

    private void cascades() {
        blog.does(124, () -> {
            registry = Registry.of(User.class, Address.class, BlogPost.class, Keyword.class);
            blog.session = SessionFactory.of(blog.engine, registry).open();
        });
        blog.shows(125, () -> {
            jack = blog.session.getOne(User.class, 5);
            return jack;
        });
        blog.does(126, () -> jack.addresses().remove(1));
        blog.shows(127, this::addresses);
        blog.does(128, () -> blog.session.delete(jack));
        blog.shows(
                129,
                () -> blog.session
                        .query(User.class)
                        .filterBy(User_.name, "jack")
                        .count());
        blog.shows(130, this::addresses);
    }

    private static Condition isTagged() {
        return BlogPost_.keywords.any(Keyword_.keyword.eq("firstpost"));
    }

    private void manyToMany() {
        blog.does(131, () -> registry.metadata().createAll(blog.session.connection()));
        blog.shows(132, () -> {
            wendy = blog.session.query(User.class).filterBy(User_.name, "wendy").one();
            return wendy;
        });
        blog.shows(133, () -> {
            post = new BlogPost("Wendy's Blog Post", "This is a test", wendy);
            blog.session.add(post);
            return post;
        });
        blog.does(134, () -> {
            wendyKeyword = new Keyword("wendy");
            post.keywords().add(wendyKeyword);
            post.keywords().add(new Keyword("firstpost"));
        });
        blog.shows(
                135, () -> blog.session.query(BlogPost.class).filter(isTagged()).all());
        blog.shows(
                136,
                () -> blog.session
                        .query(BlogPost.class)
                        .filter(BlogPost_.author.eq(wendy))
                        .filter(isTagged())
                        .all());
    }

    private void dynamic() {
        blog.shows(137, () -> wendy.posts().query().filter(isTagged()).all());
        blog.shows(138, () -> wendy.posts().query().count());
        blog.shows(139, () -> wendy.posts().query().all());
    }

    private void removing() {
        blog.shows(140, () -> {
            blog.session.commit();
            return post.keywords().stream().map(Keyword::keyword).toList();
        });
        blog.does(141, () -> {
            post.keywords().remove(wendyKeyword);
            blog.session.flush();
        });
        blog.does(142, () -> {
            blog.session.delete(post);
            blog.session.flush();
        });
        blog.does(143, () -> blog.session.close());
    }
}
