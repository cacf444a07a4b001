package io.athanor.examples.blog;

import io.athanor.orm.mapping.Association;
import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post of a user, with keywords; the table between the two has no class. */
@Mapped(table = "posts")
@Association(
        table = "post_keywords",
        columns = {"post_id", "keyword_id"},
        references = {"posts.id", "keywords.id"})
public class BlogPost {
    @Id
    private @Nullable Integer id;

    @Column(name = "user_id", references = "users.id")
    private @Nullable Integer userId;

    @Column(length = 255, nullable = false)
    private String headline;

    private String body;

    @Relationship(backPopulates = "posts")
    private @Nullable User author;

    @Relationship(secondary = "post_keywords", backPopulates = "posts")
    private List<Keyword> keywords = new ArrayList<>();

    /**
     * Create a post.
     *
     * @param headline the headline
     * @param body the text
     * @param author who wrote it
     */
    public BlogPost(String headline, String body, User author) {
        this.headline = headline;
        this.body = body;
        this.author = author;
    }

    /**
     * Return the headline.
     *
     * @return the headline
     */
    public String getHeadline() {
        return headline;
    }

    /**
     * Return who wrote the post.
     *
     * @return the user, or {@code null}
     */
    public @Nullable User getAuthor() {
        return author;
    }

    /**
     * Return the keywords.
     *
     * @return the list, loaded when it is first read
     */
    public List<Keyword> getKeywords() {
        return keywords;
    }

    @Override
    public String toString() {
        return "BlogPost('%s', '%s', %s)".formatted(headline, body, author);
    }
}
