package io.athanor.tests.archive;

import io.athanor.orm.mapping.Association;
import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import io.athanor.orm.query.WriteOnlyCollection;

/** Holds files in a collection of its own, and notes and labels that it never reads. */
@Mapped(table = "shelf")
@Association(
        table = "shelf_label",
        columns = {"shelf_id", "label_id"},
        references = {"shelf.id", "label.id"})
public class Shelf {
    @Id
    private Integer id;

    private String name;

    @Relationship(backPopulates = "shelf", orderBy = "id", collection = StackDoor.class)
    private Stack files;

    @Relationship(
            backPopulates = "shelf",
            orderBy = "id",
            cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
    private WriteOnlyCollection<Note> notes;

    @Relationship(secondary = "shelf_label", orderBy = "id")
    private WriteOnlyCollection<Label> labels;

    public Shelf(String name) {
        this.name = name;
    }

    public Integer getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Stack getFiles() {
        return files;
    }

    public void setFiles(Stack files) {
        this.files = files;
    }

    public WriteOnlyCollection<Note> getNotes() {
        return notes;
    }

    public WriteOnlyCollection<Label> getLabels() {
        return labels;
    }
}
