package io.athanor.orm.mapper;

import io.athanor.sql.tree.ForeignKeyPair;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.NamedTable;
import io.athanor.sql.tree.SqlVisitor;
import java.util.List;

/** Stands for the table of a class below an alias, until a registry tells which one it is. */
record EntityTable(Class<?> type) implements NamedTable {
    @Override
    public String name() {
        return type.getSimpleName();
    }

    @Override
    public List<NamedColumn<?>> columns() {
        return List.of();
    }

    @Override
    public List<ForeignKeyPair> foreignKeysTo(NamedTable other) {
        return List.of();
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitUnresolved(this, "Entity [" + name() + "]");
    }
}
