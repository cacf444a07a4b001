package io.athanor.orm.mapper;

import io.athanor.orm.mapping.MappingException;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.ForeignKeyPair;
import io.athanor.sql.tree.NamedColumn;
import java.util.ArrayList;
import java.util.List;

/** Finds the foreign key that a relationship follows. */
final class ForeignKeyJoin {
    private final MappedRelationship relationship;
    private final List<String> stated;

    ForeignKeyJoin(MappedRelationship relationship, List<String> stated) {
        this.relationship = relationship;
        this.stated = stated;
    }

    List<String> stated() {
        return stated;
    }

    /** The only foreign key between two tables, in either direction. */
    JoinMarks between(Table own, Table other, String otherName) {
        List<ForeignKeyPair> found = new ArrayList<>(chosen(other.foreignKeysTo(own)));
        if (own != other) {
            found.addAll(chosen(own.foreignKeysTo(other)));
        }
        if (found.isEmpty()) {
            throw new MappingException("Relationship [%s] has no foreign key to [%s]; add one or set joinOn"
                    .formatted(relationship, otherName));
        }
        return JoinMarks.of(only(found, otherName));
    }

    /** The only foreign key of a secondary table to a table; a stated key is that of the first side. */
    JoinMarks from(Table secondary, Table table, boolean isFirst) {
        List<ForeignKeyPair> all = secondary.foreignKeysTo(table);
        List<ForeignKeyPair> found = new ArrayList<>(isFirst || stated.isEmpty() ? chosen(all) : all);
        if (!isFirst && !stated.isEmpty()) {
            found.removeAll(chosen(all));
        }
        if (found.isEmpty() && stated.isEmpty()) {
            throw new MappingException(
                    "Relationship [%s] goes through table [%s], which has no foreign key to [%s]; add one or set joinOn"
                            .formatted(relationship, secondary.name(), table.name()));
        } else if (found.isEmpty()) {
            found.addAll(all);
        }
        return JoinMarks.of(only(found, secondary.name()));
    }

    private ForeignKeyPair only(List<ForeignKeyPair> found, String other) {
        if (found.size() != 1) {
            throw new MappingException(
                    "Relationship [%s] can follow each of the foreign keys %s between its table and [%s]; state foreignKey, or set joinOn"
                            .formatted(
                                    relationship,
                                    found.stream().map(ForeignKeyJoin::names).toList(),
                                    other));
        }
        return found.get(0);
    }

    private List<ForeignKeyPair> chosen(List<ForeignKeyPair> keys) {
        if (stated.isEmpty()) {
            return keys;
        }
        return keys.stream().filter(key -> stated.containsAll(names(key))).toList();
    }

    private static List<String> names(ForeignKeyPair key) {
        return key.referring().stream().map(ForeignKeyJoin::name).toList();
    }

    static String name(NamedColumn<?> column) {
        return ((Table) column.table()).name() + "." + column.name();
    }
}
