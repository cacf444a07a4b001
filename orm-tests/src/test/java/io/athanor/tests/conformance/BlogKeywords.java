package io.athanor.tests.conformance;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;

import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Condition;
import io.athanor.tests.blog.Address;
import io.athanor.tests.blog.Address_;
import io.athanor.tests.blog.BlogPost;
import io.athanor.tests.blog.BlogPost_;
import io.athanor.tests.blog.Keyword;
import io.athanor.tests.blog.Keyword_;
import io.athanor.tests.blog.User;
import io.athanor.tests.blog.User_;
import java.util.List;

/** The tutorial from cascades, for which users and addresses are mapped anew, to many to many. */
final class BlogKeywords {
    private final Blog blog;
    private Registry registry;
    private Keyword wendyKeyword;

    private BlogKeywords(Blog blog) {
        this.blog = blog;
    }

    static void addTo(Blog blog) {
        BlogKeywords keywords = new BlogKeywords(blog);
        keywords.cascades();
        keywords.manyToMany();
        keywords.removing();
    }

    private static Mapping<User> users(MetaData metadata) {
        Table users = Table.of(
                metadata,
                "users",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("name", STRING, name -> {})
                        .column("fullname", STRING, name -> {})
                        .column("password", STRING, name -> {}));
        return Mapping.of(User.class, users)
                .property("id", users.column("id", INTEGER))
                .property("name", users.column("name", STRING))
                .property("fullname", users.column("fullname", STRING))
                .property("password", users.column("password", STRING))
                .relationship(
                        "addresses",
                        List.class,
                        Address.class,
                        spec -> spec.backPopulates("user").cascade(Cascade.ALL, Cascade.DELETE_ORPHAN));
    }

    private static Mapping<Address> addresses(MetaData metadata) {
        Table addresses = Table.of(
                metadata,
                "addresses",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("email_address", STRING, email -> email.notNull())
                        .column("user_id", INTEGER, user -> user.references("users.id")));
        return Mapping.of(Address.class, addresses)
                .property("id", addresses.column("id", INTEGER))
                .property("email", addresses.column("email_address", STRING))
                .property("userId", addresses.column("user_id", INTEGER))
                .toOne("user", User.class, spec -> spec.backPopulates("addresses"));
    }

    private long addresses() {
        return blog.session
                .query(Address.class)
                .filter(Address_.email.in("jack@google.com", "j25@yahoo.com"))
                .count();
    }

    private void cascades() {
        blog.does(124, () -> {
            MetaData metadata = new MetaData();
            registry = Registry.of(metadata)
                    .with(users(metadata))
                    .with(addresses(metadata))
                    .with(BlogPost.class, Keyword.class);
            blog.session = SessionFactory.of(blog.engine, registry).open();
        });
        blog.shows(125, () -> {
            blog.jack = blog.session.getOne(User.class, 5);
            return blog.jack;
        });
        blog.does(126, () -> blog.jack.addresses().remove(1));
        blog.shows(127, this::addresses);
        blog.does(128, () -> blog.session.delete(blog.jack));
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
            blog.wendy =
                    blog.session.query(User.class).filterBy(User_.name, "wendy").one();
            return blog.wendy;
        });
        blog.shows(133, () -> {
            blog.post = new BlogPost("Wendy's Blog Post", "This is a test", blog.wendy);
            blog.session.add(blog.post);
            return blog.post;
        });
        blog.does(134, () -> {
            wendyKeyword = new Keyword("wendy");
            blog.post.keywords().add(wendyKeyword);
            blog.post.keywords().add(new Keyword("firstpost"));
        });
        blog.shows(
                135, () -> blog.session.query(BlogPost.class).filter(isTagged()).all());
        blog.shows(
                136,
                () -> blog.session
                        .query(BlogPost.class)
                        .filter(BlogPost_.author.eq(blog.wendy))
                        .filter(isTagged())
                        .all());
    }

    private void removing() {
        blog.shows(140, () -> {
            blog.session.commit();
            return blog.post.keywords().stream().map(Keyword::keyword).toList();
        });
        blog.does(141, () -> {
            blog.post.keywords().remove(wendyKeyword);
            blog.session.flush();
        });
        blog.does(142, () -> {
            blog.session.delete(blog.post);
            blog.session.flush();
        });
        blog.does(143, () -> blog.session.close());
    }
}
