package io.athanor.tests.archive;

import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;

/** Hangs on several shelves. */
@Mapped(table = "label")
public class Label {
    @Id
    private Integer id;

    private String text;

    public Label(String text) {
        this.text = text;
    }

    public Integer getId() {
        return id;
    }

    public String getText() {
        return text;
    }
}
