package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.tree.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The windows with a name that a SELECT uses, each after the one that it refers to. */
final class NamedWindows {
    private final Map<String, Window> found = new LinkedHashMap<>();

    private NamedWindows() {}

    static List<Window> of(Select<?> select) {
        NamedWindows windows = new NamedWindows();
        select.selected().forEach(windows::collect);
        select.orderings().forEach(windows::collect);
        return new ArrayList<>(windows.found.values());
    }

    /** A statement within states its own, and so does one that a column comes from. */
    private void collect(SqlNode node) {
        if (node instanceof Statement || node instanceof NamedColumn<?>) {
            return;
        }
        node.children().forEach(this::collect);
        if (node instanceof Window window && window.name() != null) {
            Window before = found.putIfAbsent(window.name(), window);
            if (before != null && before.nodeIdentity() != window.nodeIdentity()) {
                throw new CompileException(
                        "Two windows are named [%s]; keep the window in a variable and use it in both places, or rename one"
                                .formatted(window.name()));
            }
        }
    }
}
