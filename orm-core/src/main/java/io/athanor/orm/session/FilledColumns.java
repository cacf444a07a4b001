package io.athanor.orm.session;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.sql.schema.Column;

/** Has loaded what the database has filled in itself. */
final class FilledColumns {
    private FilledColumns() {}

    /** What the database filled in is loaded when it is asked for. */
    static void expireAfterInsert(InstanceState state) {
        EntityMapper<?> mapper = state.mapper();
        Object instance = state.requireInstance();
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            Column<?> column = attribute.column();
            boolean isFilled = column.isFilledOnInsert() && mapper.get(instance, attribute.index()) == null;
            if (isFilled || column.computed() != null) {
                state.expire(attribute.index());
            }
        }
    }

    static void expireAfterUpdate(InstanceState state) {
        for (MappedAttribute attribute : state.mapper().columnAttributes()) {
            if (attribute.column().isFilledOnUpdate()) {
                state.expire(attribute.index());
            }
        }
    }
}
