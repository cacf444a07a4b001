package io.athanor.engine;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.DerivedColumn;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.LabeledExpression;
import io.athanor.sql.tree.Projection;
import io.athanor.sql.tree.RowShape;
import io.athanor.sql.tree.Selectable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Which column of a result is what was selected. One for all rows of a result; not thread-safe. */
final class RowLayout {
    private final List<String> names;
    private final List<Selectable<?>> selected;

    RowLayout(List<String> names, RowShape<?> shape) {
        this.names = names;
        List<Selectable<?>> flat = new ArrayList<>();
        flatten(shape.selected(), flat);
        // A label style may write what is selected twice only once.
        this.selected = flat.size() == names.size() ? flat : new ArrayList<>(new LinkedHashSet<>(flat));
    }

    private static void flatten(List<? extends Selectable<?>> selected, List<Selectable<?>> flat) {
        for (Selectable<?> each : selected) {
            if (each instanceof Projection<?> projection) {
                flatten(projection.parts(), flat);
            } else {
                flat.add(each);
            }
        }
    }

    List<String> names() {
        return names;
    }

    int indexOf(Selectable<?> wanted) {
        for (int i = 0; i < selected.size(); i++) {
            if (selected.get(i) == wanted) {
                return i;
            }
        }
        int equal = selected.indexOf(wanted);
        return equal >= 0 ? equal : standingFor(wanted);
    }

    /** The one column that stands for an expression: its label, or what a subquery made of it. */
    private int standingFor(Selectable<?> wanted) {
        int found = -1;
        for (int i = 0; i < selected.size(); i++) {
            if (standsFor(selected.get(i), wanted)) {
                if (found >= 0) {
                    throw new ArgumentException(
                            "Columns [%s] and [%s] of the row both stand for [%s]; ask for one of them by what was selected, or by position"
                                    .formatted(names.get(found), names.get(i), wanted));
                }
                found = i;
            }
        }
        if (found < 0) {
            throw new ArgumentException(
                    "The statement does not select [%s]; its rows have %s".formatted(wanted, names));
        }
        return found;
    }

    private static boolean standsFor(Selectable<?> column, Selectable<?> wanted) {
        Selectable<?> inner = column;
        while (true) {
            Expression<?> next = null;
            if (inner instanceof LabeledExpression<?> label) {
                next = label.expression();
            } else if (inner instanceof DerivedColumn<?> derived) {
                next = derived.origin();
            }
            if (next == null) {
                return false;
            }
            if (next.equals(wanted)) {
                return true;
            }
            inner = next;
        }
    }

    int indexOf(String name) {
        int first = names.indexOf(name);
        if (first < 0) {
            throw new ArgumentException("The row has no column [%s]; it has %s".formatted(name, names));
        }
        if (names.lastIndexOf(name) != first) {
            throw new ArgumentException(
                    "The row has more than one column [%s]; label them, or ask by position".formatted(name));
        }
        return first;
    }
}
