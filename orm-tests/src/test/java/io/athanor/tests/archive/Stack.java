package io.athanor.tests.archive;

import java.util.ArrayList;
import java.util.List;

/** Files one upon the other. */
public final class Stack {
    private final List<File> files;

    /** An empty stack. */
    public Stack() {
        this(new ArrayList<>());
    }

    Stack(List<File> files) {
        this.files = files;
    }

    List<File> files() {
        return files;
    }

    /** Put a file on top. */
    public void push(File file) {
        files.add(file);
    }

    /** Take the file on top. */
    public File pop() {
        return files.remove(files.size() - 1);
    }

    /** How many files there are. */
    public int height() {
        return files.size();
    }
}
