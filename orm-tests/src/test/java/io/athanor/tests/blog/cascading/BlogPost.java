package io.athanor.tests.blog.cascading;

import io.athanor.orm.mapping.Association;
import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;

/** A post with keywords. */
@Mapped(table = "posts")
@Association(
        table = "post_keywords",
        columns = {"post_id", "keyword_id"},
        references = {"posts.id", "keywords.id"})
public class BlogPost {
    @Id
    private Integer id;

    @Column(name = "user_id", references = "users.id")
    private Integer userId;

    @Column(length = 255, nullable = false)
    private String headline;

    private String body;

    @Relationship(backPopulates = "posts")
    private User author;

    @Relationship(secondary = "post_keywords", backPopulates = "posts")
    private List<Keyword> keywords = new ArrayList<>();

    public BlogPost(String headline, String body, User author) {
        this.headline = headline;
        this.body = body;
        this.author = author;
    }

    public Integer id() {
        return id;
    }

    public void id(Integer id) {
        this.id = id;
    }

    public Integer userId() {
        return userId;
    }

    public void userId(Integer userId) {
        this.userId = userId;
    }

    public String headline() {
        return headline;
    }

    public void headline(String headline) {
        this.headline = headline;
    }

    public String body() {
        return body;
    }

    public void body(String body) {
        this.body = body;
    }

    public User author() {
        return author;
    }

    public void author(User author) {
        this.author = author;
    }

    public List<Keyword> keywords() {
        return keywords;
    }

    public void keywords(List<Keyword> keywords) {
        this.keywords = keywords;
    }
}
