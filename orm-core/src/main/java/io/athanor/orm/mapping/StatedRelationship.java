package io.athanor.orm.mapping;

import io.athanor.orm.instrument.CustomCollection;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Expression;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What has been stated of a relationship. */
final class StatedRelationship implements RelationshipSpec {
    @Nullable String backPopulates;

    Set<Cascade> cascades = EnumSet.of(Cascade.SAVE_UPDATE, Cascade.MERGE);
    Lazy lazy = Lazy.SELECT;
    List<String> orderBy = List.of();

    @Nullable Object secondary;

    @Nullable Supplier<? extends Expression<Boolean>> primaryJoin;

    @Nullable Supplier<? extends Expression<Boolean>> secondaryJoin;

    List<String> foreignKey = List.of();
    List<String> remoteSide = List.of();

    @Nullable String keyedBy;

    @Nullable Class<?> storage;

    @Nullable CustomCollection<?, ?> door;

    int joinDepth;
    boolean isViewOnly;
    boolean isPassiveDeletes;
    boolean isPassiveDeletesAll;
    boolean isPassiveUpdates = true;
    boolean isPostUpdate;

    @Override
    public RelationshipSpec backPopulates(String property) {
        backPopulates = property;
        return this;
    }

    @Override
    public RelationshipSpec cascade(Cascade... stated) {
        cascades = Cascade.expand(List.of(stated));
        return this;
    }

    @Override
    public RelationshipSpec lazy(Lazy strategy) {
        lazy = strategy;
        return this;
    }

    @Override
    public RelationshipSpec orderBy(String... properties) {
        orderBy = List.of(properties);
        return this;
    }

    @Override
    public RelationshipSpec secondary(String table) {
        secondary = table;
        return this;
    }

    @Override
    public RelationshipSpec secondary(Table table) {
        secondary = table;
        return this;
    }

    @Override
    public RelationshipSpec primaryJoin(Supplier<? extends Expression<Boolean>> condition) {
        primaryJoin = condition;
        return this;
    }

    @Override
    public RelationshipSpec secondaryJoin(Supplier<? extends Expression<Boolean>> condition) {
        secondaryJoin = condition;
        return this;
    }

    @Override
    public RelationshipSpec foreignKey(String... columns) {
        foreignKey = List.of(columns);
        return this;
    }

    @Override
    public RelationshipSpec foreignKey(Column<?>... columns) {
        foreignKey = Arrays.stream(columns).map(StatedRelationship::fullName).toList();
        return this;
    }

    private static String fullName(Column<?> column) {
        return ((Table) column.table()).name() + "." + column.name();
    }

    @Override
    public RelationshipSpec remoteSide(String... properties) {
        remoteSide = List.of(properties);
        return this;
    }

    @Override
    public RelationshipSpec keyedBy(String property) {
        keyedBy = property;
        return this;
    }

    @Override
    public <S> RelationshipSpec collection(Class<? super S> kept, CustomCollection<?, S> shown) {
        storage = kept;
        door = shown;
        return this;
    }

    @Override
    public RelationshipSpec joinDepth(int depth) {
        if (depth < 1) {
            throw new MappingException("Join depth [%d] is less than 1; leave it out".formatted(depth));
        }
        joinDepth = depth;
        return this;
    }

    @Override
    public RelationshipSpec viewOnly() {
        isViewOnly = true;
        return this;
    }

    @Override
    public RelationshipSpec passiveDeletes() {
        isPassiveDeletes = true;
        return this;
    }

    @Override
    public RelationshipSpec passiveDeletesAll() {
        isPassiveDeletesAll = true;
        return this;
    }

    @Override
    public RelationshipSpec passiveUpdates(boolean byDatabase) {
        isPassiveUpdates = byDatabase;
        return this;
    }

    @Override
    public RelationshipSpec postUpdate() {
        isPostUpdate = true;
        return this;
    }

    /** A relationship that is only read needs no cascades. */
    void complete(String label) {
        if (lazy == Lazy.WRITE_ONLY && (door == null || door.isFilled())) {
            throw new MappingException(
                    "Relationship [%s] is WRITE_ONLY, but its field would hold all members; declare it as a WriteOnlyCollection"
                            .formatted(label));
        }
        if (isViewOnly) {
            boolean isWriting =
                    cascades.stream().anyMatch(each -> each != Cascade.SAVE_UPDATE && each != Cascade.MERGE);
            if (isWriting) {
                throw new MappingException(
                        "Relationship [%s] is viewOnly, but cascades %s; a relationship that is not written cascades nothing"
                                .formatted(label, cascades));
            }
            cascades = EnumSet.noneOf(Cascade.class);
        }
        if (cascades.contains(Cascade.DELETE_ORPHAN) && !cascades.contains(Cascade.DELETE)) {
            throw new MappingException(
                    "Relationship [%s] cascades DELETE_ORPHAN without DELETE; add DELETE, or use ALL and DELETE_ORPHAN"
                            .formatted(label));
        }
        if (isPassiveDeletesAll && cascades.contains(Cascade.DELETE)) {
            throw new MappingException(
                    "Relationship [%s] leaves deletes to the database, but cascades DELETE; state one of them"
                            .formatted(label));
        }
    }
}
