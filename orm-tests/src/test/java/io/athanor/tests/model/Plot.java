package io.athanor.tests.model;

/** A class without annotations that the compiler was told to enhance. */
public class Plot {
    private Integer id;
    private String label;
    private int area;

    /** What is not persistent must be transient. */
    private transient int reads;

    public Plot(String label, int area) {
        this.label = label;
        this.area = area;
    }

    public Integer getId() {
        return id;
    }

    public String getLabel() {
        reads++;
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public int getArea() {
        return area;
    }

    public void setArea(int area) {
        this.area = area;
    }

    public int getReads() {
        return reads;
    }
}
