package io.athanor.engine;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.DerivedColumn;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.LabeledExpression;
import io.athanor.sql.tree.Projection;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.RowShape;
import io.athanor.sql.tree.Selectable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which value of a row is what was selected. One for all rows of a result; for layers above the engine that make rows of
 * their own. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class RowLayout {
    private final List<String> names;
    private final List<? extends Selectable<?>> selected;

    /**
     * Create a layout.
     *
     * @param names the names of the values
     * @param selected what each value is, as many as there are names
     */
    public RowLayout(List<String> names, List<? extends Selectable<?>> selected) {
        this.names = names;
        this.selected = selected;
    }

    /** The layout of a result, where a projection stands for its parts. */
    static RowLayout of(List<String> names, RowShape<?> shape) {
        List<Selectable<?>> flat = new ArrayList<>();
        flatten(shape.selected(), flat);
        // A label style may write what is selected twice only once.
        return new RowLayout(names, flat.size() == names.size() ? flat : new ArrayList<>(new LinkedHashSet<>(flat)));
    }

    /**
     * Make a row.
     *
     * @param values its values, not copied
     * @return the row
     */
    public Row row(@Nullable Object[] values) {
        return new ResultRow(this, values);
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

    /** The value that was selected as this very thing, or as one equal to it; -1 if there is none. */
    int find(Selectable<?> wanted) {
        for (int i = 0; i < selected.size(); i++) {
            if (selected.get(i) == wanted) {
                return i;
            }
        }
        return selected.indexOf(wanted);
    }

    /** The one column that stands for an expression: its label, or what a subquery made of it. */
    int standingFor(Selectable<?> wanted) {
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
