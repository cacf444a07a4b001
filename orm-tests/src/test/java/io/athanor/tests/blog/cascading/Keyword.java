package io.athanor.tests.blog.cascading;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;

/** A keyword of posts. */
@Mapped(table = "keywords")
public class Keyword {
    @Id
    private Integer id;

    @Column(length = 50, nullable = false, unique = true)
    private String keyword;

    @Relationship(secondary = "post_keywords", backPopulates = "keywords")
    private List<BlogPost> posts = new ArrayList<>();

    public Keyword(String keyword) {
        this.keyword = keyword;
    }

    public Integer id() {
        return id;
    }

    public void id(Integer id) {
        this.id = id;
    }

    public String keyword() {
        return keyword;
    }

    public void keyword(String keyword) {
        this.keyword = keyword;
    }

    public List<BlogPost> posts() {
        return posts;
    }

    public void posts(List<BlogPost> posts) {
        this.posts = posts;
    }
}
