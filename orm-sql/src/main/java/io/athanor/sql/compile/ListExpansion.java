package io.athanor.sql.compile;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the lists of one execution into compiled text: one place per value, or what stands for an empty list. */
final class ListExpansion {
    private final String text;
    private final boolean hasNames;
    private final StringBuilder sql;
    private final List<SqlType<?>> types = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    ListExpansion(String text, boolean hasNames) {
        this.text = text;
        this.hasNames = hasNames;
        this.sql = new StringBuilder(text.length() + 64);
    }

    BoundStatement expand(CompiledStatement compiled, List<Parameter> parameters, @Nullable Object[] given) {
        int end = 0;
        for (int i = 0; i < given.length; i++) {
            Parameter parameter = parameters.get(i);
            if (parameter.list() == null) {
                types.add(parameter.type());
                values.add(given[i]);
            } else {
                sql.append(text, end, parameter.offset());
                end = parameter.offset();
                list(parameter, parameter.list(), given[i]);
            }
        }
        sql.append(text, end, text.length());
        return new BoundStatement(compiled, sql.toString(), types, values.toArray());
    }

    private void list(Parameter parameter, Parameter.ListForm form, @Nullable Object given) {
        if (!(given instanceof Collection<?> list)) {
            throw new ArgumentException("Bind [:%s] takes a list of values, but was given [%s]; give a collection"
                    .formatted(
                            parameter.name(),
                            given == null ? null : given.getClass().getName()));
        }
        if (list.isEmpty()) {
            if (form.empty() == null) {
                throw new CompileException(
                        "Bind [:%s] has no values, and the dialect cannot say an empty list there; give one value at least"
                                .formatted(parameter.name()));
            }
            sql.append(form.empty());
            return;
        }
        sql.append(form.prefix());
        int number = 0;
        for (Object each : list) {
            number++;
            sql.append(number > 1 ? ", " : "");
            if (parameter.types().size() > 1) {
                row(parameter, number, (List<?>) each);
            } else {
                value(parameter.name() + "_" + number, parameter.type(), each);
            }
        }
    }

    private void row(Parameter parameter, int number, List<?> row) {
        sql.append("(");
        for (int i = 0; i < row.size(); i++) {
            sql.append(i > 0 ? ", " : "");
            value(
                    parameter.name() + "_" + number + "_" + (i + 1),
                    parameter.types().get(i),
                    row.get(i));
        }
        sql.append(")");
    }

    private void value(String name, SqlType<?> type, @Nullable Object value) {
        sql.append(hasNames ? ":" + name : "?");
        types.add(type);
        values.add(value);
    }
}
