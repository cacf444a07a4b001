package io.athanor.sql.compile;

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
    private final StringBuilder text = new StringBuilder(256);
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<Object, Integer> indexes = new IdentityHashMap<>();

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
        text.append(sql);
        return this;
    }

    void bind(Bind<?> bind, SqlType<?> type, String name, String placeholder) {
        add(bind, List.of(type), name, null);
        text.append(placeholder);
    }

    /** A list is written when its values are known. */
    void expandingBind(SqlNode list, List<SqlType<?>> types, String name, Parameter.ListForm form) {
        add(list, types, name, form);
    }

    private void add(SqlNode bind, List<SqlType<?>> types, String name, Parameter.@Nullable ListForm form) {
        int index = indexes.getOrDefault(originOf(bind), -1);
        parameters.add(new Parameter(text.length(), types, index, index < 0 ? bind : null, name, form));
    }

    List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
