package io.athanor.tests.testing;

import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;

/** Holds pages. */
@Mapped(table = "folders")
public class Folder {
    @Id
    private Integer id;

    private String name;

    @Relationship(backPopulates = "folder")
    private List<Page> pages = new ArrayList<>();

    public Folder(String name, Page... pages) {
        this.name = name;
        this.pages.addAll(List.of(pages));
    }

    public String getName() {
        return name;
    }

    public List<Page> getPages() {
        return pages;
    }
}
