package io.athanor.orm.mapper;

import io.athanor.sql.schema.Table;
import org.jspecify.annotations.Nullable;

/** Where a relationship finds the other class and the secondary table. */
interface MapperLookup {
    @Nullable EntityMapper<?> find(Class<?> type);

    EntityMapper<?> require(Class<?> type, MappedRelationship asking);

    @Nullable Table table(String name);
}
