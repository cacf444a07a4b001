package io.athanor.sql.compile;

import io.athanor.sql.tree.Assignment;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.FromElements;
import io.athanor.sql.tree.Join;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Update;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tables beside the one that an UPDATE or DELETE changes: those named, and those that its expressions use. */
final class ChangeFroms {
    private ChangeFroms() {}

    static List<FromClause> of(Update update) {
        List<SqlNode> users = new ArrayList<>(update.conditions());
        update.assignments().stream().map(Assignment::value).forEach(users::add);
        update.assignments().stream().map(Assignment::column).forEach(users::add);
        return find(update.table(), update.others(), users);
    }

    static List<FromClause> of(Delete delete) {
        return find(delete.table(), delete.others(), delete.conditions());
    }

    private static List<FromClause> find(FromClause target, List<FromClause> named, List<? extends SqlNode> users) {
        Set<FromClause> found = new LinkedHashSet<>(named);
        found.addAll(FromElements.of(users));
        found.remove(target);
        List<FromClause> all = new ArrayList<>(found);
        for (FromClause from : found) {
            if (from instanceof Join) {
                Set<FromClause> inside = FromFinder.leaves(from);
                all.removeIf(each -> each != from && inside.contains(each));
            }
        }
        return all;
    }

    /** Whether what is changed stands within one of the joins. */
    static boolean hasTarget(FromClause target, List<FromClause> others) {
        return others.stream().anyMatch(each -> FromFinder.leaves(each).contains(target));
    }
}
