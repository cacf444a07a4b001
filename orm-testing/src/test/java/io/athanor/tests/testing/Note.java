package io.athanor.tests.testing;

import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;

/** Something to write down. */
@Mapped(table = "notes")
public class Note {
    @Id
    private Integer id;

    private String text;

    public Note(String text) {
        this.text = text;
    }

    public Integer getId() {
        return id;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
