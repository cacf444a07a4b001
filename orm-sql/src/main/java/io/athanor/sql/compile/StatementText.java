package io.athanor.sql.compile;

import io.athanor.sql.compile.RowDefaults.RowValue;
import io.athanor.sql.tree.Assignment;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.BindList;
import io.athanor.sql.tree.BindRows;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text that a compiler writes, with the places for values in it. */
final class StatementText {
    private final Map<Object, Integer> indexes = new IdentityHashMap<>();
    private final Map<Object, List<RowValue>> rows = new IdentityHashMap<>();
    private Fragment current = new Fragment(new StringBuilder(256), new ArrayList<>());
    private final Fragment whole = current;
    private @Nullable Span row;

    /**
     * Where the only row of an INSERT stands, parentheses included.
     *
     * @param start its first character
     * @param end behind its last
     */
    record Span(int start, int end) {}

    /** A piece of text with its own places for values, to be put in front of what is there. */
    record Fragment(StringBuilder text, List<Parameter> parameters) {}

    /** Number the binds of a statement, so that each place knows which of them it takes. */
    void expect(StructureKey key) {
        List<SqlNode> binds = key.binds();
        for (int i = 0; i < binds.size(); i++) {
            indexes.put(originOf(binds.get(i)), i);
        }
    }

    static Object originOf(SqlNode node) {
        if (node instanceof Bind<?> bind) {
            return bind.origin();
        }
        return node instanceof BindList<?> list ? list.origin() : ((BindRows) node).origin();
    }

    StatementText append(String sql) {
        current.text().append(sql);
        return this;
    }

    void bind(Bind<?> bind, SqlType<?> type, String name, String placeholder) {
        add(bind, List.of(type), name, null);
        current.text().append(placeholder);
    }

    /** A list is written when its values are known. */
    void expandingBind(SqlNode list, List<SqlType<?>> types, String name, Parameter.ListForm form) {
        add(list, types, name, form);
    }

    private void add(SqlNode bind, List<SqlType<?>> types, String name, Parameter.@Nullable ListForm form) {
        int index = indexes.getOrDefault(originOf(bind), -1);
        current.parameters().add(new Parameter(length(), types, index, index < 0 ? bind : null, name, form));
    }

    /** Remember what a row is set to, for the defaults in it. */
    void row(List<Assignment> assignments) {
        List<RowValue> values = new ArrayList<>();
        for (Assignment each : assignments) {
            boolean isBind = each.value() instanceof Bind<?>;
            int index = isBind ? indexes.getOrDefault(originOf(each.value()), -1) : -1;
            boolean isOwn = isBind && index < 0;
            values.add(new RowValue(each.column(), index, isOwn ? (Bind<?>) each.value() : null));
        }
        for (RowValue each : values) {
            if (each.own() != null) {
                rows.put(each.own().origin(), values);
            }
        }
    }

    /** Note that what was written since a position is the only row of an INSERT; a part of another statement has none. */
    void onlyRow(int start) {
        row = current == whole ? new Span(start, length()) : null;
    }

    @Nullable Span onlyRow() {
        return row;
    }

    /** The rows that have defaults, by each default. */
    Map<Object, List<RowValue>> rows() {
        return rows;
    }

    int length() {
        return current.text().length();
    }

    /** Have something written apart from the rest. */
    Fragment capture(Runnable write) {
        Fragment outer = current;
        current = new Fragment(new StringBuilder(), new ArrayList<>());
        write.run();
        Fragment written = current;
        current = outer;
        return written;
    }

    /** Append what was written apart. */
    StatementText append(Fragment fragment) {
        insert(length(), fragment);
        return this;
    }

    /** Put what was written apart in front of what was written since a position. */
    void insert(int at, Fragment fragment) {
        List<Parameter> all = new ArrayList<>();
        List<Parameter> behind = new ArrayList<>();
        for (Parameter parameter : current.parameters()) {
            (parameter.offset() < at ? all : behind).add(parameter);
        }
        fragment.parameters().forEach(each -> all.add(each.movedBy(at)));
        behind.forEach(each -> all.add(each.movedBy(fragment.text().length())));
        current.parameters().clear();
        current.parameters().addAll(all);
        current.text().insert(at, fragment.text());
        Span span = row;
        if (span != null && current == whole && at <= span.start()) {
            int more = fragment.text().length();
            row = new Span(span.start() + more, span.end() + more);
        }
    }

    List<Parameter> parameters() {
        return current.parameters();
    }

    @Override
    public String toString() {
        return current.text().toString();
    }
}
