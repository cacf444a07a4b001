package io.athanor.sql.compile;

import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.BindList;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The text that a compiler writes, with the places for values in it. */
final class StatementText {
    private final StringBuilder text = new StringBuilder(256);
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<Object, Integer> indexes = new IdentityHashMap<>();

    /** Number the binds of a statement, so that each place knows which of them it takes. */
    void expect(StructureKey key) {
        List<SqlNode> binds = key.binds();
        for (int i = 0; i < binds.size(); i++) {
            SqlNode node = binds.get(i);
            indexes.put(node instanceof Bind<?> bind ? bind.origin() : ((BindList<?>) node).origin(), i);
        }
    }

    StatementText append(String sql) {
        text.append(sql);
        return this;
    }

    void bind(Bind<?> bind, SqlType<?> type) {
        parameters.add(Parameter.of(text.length(), type, indexes.getOrDefault(bind.origin(), -1), bind));
        text.append('?');
    }

    void expandingBind(BindList<?> list, SqlType<?> type) {
        parameters.add(Parameter.of(text.length(), type, indexes.getOrDefault(list.origin(), -1), list));
    }

    List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
