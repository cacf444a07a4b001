package io.athanor.examples.blog;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A keyword of posts. */
@Mapped(table = "keywords")
public class Keyword {
    @Id
    private @Nullable Integer id;

    @Column(length = 50, nullable = false, unique = true)
    private String keyword;

    @Relationship(secondary = "post_keywords", backPopulates = "keywords")
    private List<BlogPost> posts = new ArrayList<>();

    /**
     * Create a keyword.
     *
     * @param keyword the word
     */
    public Keyword(String keyword) {
        this.keyword = keyword;
    }

    /**
     * Return the word.
     *
     * @return the word
     */
    public String getKeyword() {
        return keyword;
    }

    /**
     * Return the posts that have the keyword.
     *
     * @return the list, loaded when it is first read
     */
    public List<BlogPost> getPosts() {
        return posts;
    }

    @Override
    public String toString() {
        return keyword;
    }
}
