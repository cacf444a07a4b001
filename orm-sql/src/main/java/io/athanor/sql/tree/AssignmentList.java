package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects assignments; a column set twice keeps its place and takes the later value. */
final class AssignmentList implements Assignments {
    private final List<Assignment> assignments;

    AssignmentList(List<Assignment> before) {
        this.assignments = new ArrayList<>(before);
    }

    @Override
    public <T> AssignmentList set(NamedColumn<T> column, @Nullable T value) {
        return put(new Assignment(column, new Bind<>(column.key(), value, column.type())));
    }

    @Override
    public <T> AssignmentList set(NamedColumn<T> column, Expression<? extends T> value) {
        if (value == null) {
            throw new ArgumentException(
                    "Column [%s] was set to a null expression; use setNull(column)".formatted(column.name()));
        }
        return put(new Assignment(column, value));
    }

    @Override
    public AssignmentList setNull(NamedColumn<?> column) {
        return put(nullOf(column));
    }

    private static <T> Assignment nullOf(NamedColumn<T> column) {
        return new Assignment(column, new Bind<T>(column.key(), null, column.type()));
    }

    @Override
    public <T> Expression<T> excluded(NamedColumn<T> column) {
        return new Excluded<>(column);
    }

    private AssignmentList put(Assignment assignment) {
        for (int i = 0; i < assignments.size(); i++) {
            if (assignments.get(i).column().equals(assignment.column())) {
                assignments.set(i, assignment);
                return this;
            }
        }
        assignments.add(assignment);
        return this;
    }

    List<Assignment> toList() {
        return List.copyOf(assignments);
    }
}
