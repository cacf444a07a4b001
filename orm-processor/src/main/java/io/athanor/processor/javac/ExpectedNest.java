package io.athanor.processor.javac;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A top-level class that is, or contains, a mapped class, and whose class files javac is about to write. */
final class ExpectedNest {
    final String host;
    final String module;
    final List<String> mapped = new ArrayList<>();
    final List<String> members = new ArrayList<>();
    final Set<String> missing = new HashSet<>();

    /**
     * Create a nest.
     *
     * @param host internal name of the top-level class
     * @param module name of its module, empty for the unnamed one
     */
    ExpectedNest(String host, String module) {
        this.host = host;
        this.module = module;
    }
}
