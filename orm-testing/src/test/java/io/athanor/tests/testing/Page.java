package io.athanor.tests.testing;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;

/** Is in a folder. */
@Mapped(table = "pages")
public class Page {
    @Id
    private Integer id;

    private String title;

    private String body;

    @Column(name = "folder_id", references = "folders.id")
    private Integer folderId;

    @Relationship(backPopulates = "pages")
    private Folder folder;

    public Page(String title, String body) {
        this.title = title;
        this.body = body;
    }

    public String getTitle() {
        return title;
    }

    public String getBody() {
        return body;
    }

    public Folder getFolder() {
        return folder;
    }
}
