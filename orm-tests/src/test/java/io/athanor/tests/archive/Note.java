package io.athanor.tests.archive;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;

/** Belongs to a shelf, or is thrown away. */
@Mapped(table = "note")
public class Note {
    @Id
    private Integer id;

    private String text;

    @Column(name = "shelf_id", references = "shelf.id")
    private Integer shelfId;

    @Relationship(backPopulates = "notes")
    private Shelf shelf;

    public Note(String text) {
        this.text = text;
    }

    public Integer getId() {
        return id;
    }

    public String getText() {
        return text;
    }

    public Shelf getShelf() {
        return shelf;
    }
}
