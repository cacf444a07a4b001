package io.athanor.tests.model;

import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;

/** An entity for tables with defaults, which annotations do not state: mapped imperatively. */
@Mapped(table = "tasks")
public class Task {
    @Id
    private Integer id;

    private String title;
    private String state;
    private Integer priority;
    private Integer revision;

    public Task(String title) {
        this.title = title;
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

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public Integer getPriority() {
        return priority;
    }

    public void setPriority(Integer priority) {
        this.priority = priority;
    }

    public Integer getRevision() {
        return revision;
    }
}
