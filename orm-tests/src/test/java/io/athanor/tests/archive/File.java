package io.athanor.tests.archive;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Deferred;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;

/** Of which the text is loaded when it is read. */
@Mapped(table = "file")
public class File {
    @Id
    private Integer id;

    private String title;

    @Deferred
    private String body;

    @Deferred(group = "scan")
    private String front;

    @Deferred(group = "scan")
    private String back;

    @Deferred(raiseLoad = true)
    private String secret;

    @Column(name = "shelf_id", references = "shelf.id")
    private Integer shelfId;

    @Relationship(backPopulates = "files")
    private Shelf shelf;

    public File(String title) {
        this.title = title;
        this.body = "body of " + title;
        this.front = "front of " + title;
        this.back = "back of " + title;
        this.secret = "secret of " + title;
    }

    public Integer getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public String getFront() {
        return front;
    }

    public String getBack() {
        return back;
    }

    public String getSecret() {
        return secret;
    }

    public Shelf getShelf() {
        return shelf;
    }

    public void setShelf(Shelf shelf) {
        this.shelf = shelf;
    }
}
