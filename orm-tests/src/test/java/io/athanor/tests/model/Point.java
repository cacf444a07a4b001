package io.athanor.tests.model;

/** A class that knows nothing of the library. */
public class Point {
    private Integer id;
    private String label;
    private Integer x;

    public Point() {}

    public Point(String label, Integer x) {
        this.label = label;
        this.x = x;
    }

    public Integer getId() {
        return id;
    }

    public void setId(Integer id) {
        this.id = id;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public Integer getX() {
        return x;
    }

    public void setX(Integer x) {
        this.x = x;
    }
}
