package io.athanor.orm.mapper;

import io.athanor.orm.mapping.MappingException;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Orderable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out how the two classes of a relationship are joined, as SQLAlchemy's {@code JoinCondition} does. */
final class RelationshipResolver {
    private final MappedRelationship relationship;
    private final RelationshipMapping mapping;
    private final EntityMapper<?> owner;
    private final EntityMapper<?> target;
    private final MapperLookup lookup;
    private final ForeignKeyJoin keys;

    RelationshipResolver(MappedRelationship relationship, EntityMapper<?> target, MapperLookup lookup) {
        this.relationship = relationship;
        this.mapping = relationship.mapping();
        this.owner = relationship.owner();
        this.target = target;
        this.lookup = lookup;
        this.keys = new ForeignKeyJoin(relationship, mapping.foreignKey());
    }

    JoinPath path() {
        Table secondary = secondary();
        return secondary == null ? direct() : through(secondary);
    }

    private @Nullable Table secondary() {
        Object stated = mapping.secondary();
        if (stated == null || stated instanceof Table) {
            return (Table) stated;
        }
        Table table = lookup.table((String) stated);
        if (table == null) {
            throw new MappingException(
                    "Relationship [%s] goes through table [%s], which the metadata has not; declare it by @Association, or correct the name"
                            .formatted(relationship, stated));
        }
        return table;
    }

    private JoinPath direct() {
        JoinMarks marks = mapping.primaryJoin() == null
                ? keys.between(owner.table(), target.table(), target.type().getSimpleName())
                : stated(mapping.primaryJoin().get());
        Set<Column<?>> remote = remoteColumns();
        JoinMarks marked = marks.withRemote(owner.table(), target.table(), remote);
        return new JoinPath(marked.condition(), marked.pairs(relationship), null, null, List.of());
    }

    private JoinMarks stated(Expression<Boolean> condition) {
        return JoinMarks.of(condition, lookup, relationship, keys.stated());
    }

    private Set<Column<?>> remoteColumns() {
        List<Column<?>> columns = new ArrayList<>();
        for (String name : mapping.remoteSide()) {
            MappedAttribute attribute = target.find(name);
            if (attribute == null) {
                throw new MappingException("Relationship [%s] names the remote side [%s], which is no attribute of [%s]"
                        .formatted(relationship, name, target.type().getSimpleName()));
            }
            columns.add(attribute.column());
        }
        return Set.copyOf(columns);
    }

    private JoinPath through(Table secondary) {
        JoinMarks first = mapping.primaryJoin() == null
                ? keys.from(secondary, owner.table(), true)
                : stated(mapping.primaryJoin().get());
        JoinMarks second = mapping.secondaryJoin() == null
                ? keys.from(secondary, target.table(), owner.table() != target.table())
                : stated(mapping.secondaryJoin().get());
        JoinMarks near = first.withRemoteTable(secondary);
        JoinMarks far = second.withRemoteTable(secondary);
        return new JoinPath(
                near.condition(), near.pairs(relationship), secondary, far.condition(), far.pairs(relationship));
    }

    Direction direction() {
        if (mapping.secondary() != null) {
            return Direction.MANY_TO_MANY;
        }
        JoinPath path = path();
        boolean isRemoteForeign = true;
        boolean isLocalForeign = true;
        for (ColumnPair pair : path.pairs()) {
            boolean isRemote = path.remoteColumns().contains(pair.destination());
            boolean isSelf = owner.table() == target.table();
            boolean isLocal = isSelf ? !isRemote : pair.destination().table() == owner.table();
            isRemoteForeign &= !isLocal;
            isLocalForeign &= isLocal;
        }
        if (isRemoteForeign == isLocalForeign) {
            throw new MappingException(
                    "Relationship [%s] has foreign keys on both sides; mark by foreign(…) the columns that are to be written, or state foreignKey"
                            .formatted(relationship));
        }
        if (isLocalForeign && mapping.isToMany()) {
            throw new MappingException(
                    "Relationship [%s] holds a collection, but the foreign key is in its own table [%s]; make it a single object, or state remoteSide"
                            .formatted(relationship, owner.table().name()));
        }
        return isLocalForeign ? Direction.MANY_TO_ONE : Direction.ONE_TO_MANY;
    }

    List<Orderable> orderBy() {
        List<Orderable> order = new ArrayList<>();
        for (String stated : mapping.orderBy()) {
            String[] words = stated.strip().split("\\s+");
            MappedAttribute attribute = target.find(words[0]);
            if (attribute == null || words.length > 2 || words.length == 2 && !words[1].matches("asc|desc")) {
                throw new MappingException(
                        "Relationship [%s] is sorted by [%s], which is no attribute of [%s], perhaps with asc or desc"
                                .formatted(relationship, stated, target.type().getSimpleName()));
            }
            Column<?> column = attribute.column();
            order.add(words.length == 1 ? column : words[1].equals("desc") ? column.desc() : column.asc());
        }
        return List.copyOf(order);
    }
}
