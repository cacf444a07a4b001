package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A derived table whose columns are declared with names and types.
 *
 * @since 0.1.0
 */
public abstract class DeclaredTable implements DerivedTable {
    private final @Nullable String name;
    private final Object origin;

    DeclaredTable(@Nullable String name, @Nullable Object origin) {
        this.name = name;
        this.origin = origin == null ? this : origin;
    }

    abstract Map<String, SqlType<?>> types();

    @Override
    public final String name() {
        return name == null ? "" : name;
    }

    final @Nullable String nameOrNull() {
        return name;
    }

    @Override
    public final List<NamedColumn<?>> allColumns() {
        List<NamedColumn<?>> columns = new ArrayList<>();
        types().forEach((column, type) -> columns.add(new DeclaredColumn<>(this, column, type)));
        return columns;
    }

    @Override
    public final <T> NamedColumn<T> column(Expression<T> selected) {
        if (selected instanceof DeclaredColumn<T> column && types().containsKey(column.name())) {
            return new DeclaredColumn<>(this, column.name(), column.type());
        }
        throw new ArgumentException("[%s] does not select [%s]; it has %s"
                .formatted(name(), Operations.nameOf(selected), types().keySet()));
    }

    @Override
    public final Object nodeIdentity() {
        return origin;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof DeclaredTable table && table.origin == origin;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(origin);
    }
}
