package io.athanor.orm.flush;

import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.CurrentParameters;
import io.athanor.sql.tree.NamedColumn;
import org.jspecify.annotations.Nullable;

/** A row that is written, as the defaults of its columns see it: by attribute, column or name. */
abstract class WrittenRow implements CurrentParameters {
    final EntityMapper<?> mapper;

    WrittenRow(EntityMapper<?> mapper) {
        this.mapper = mapper;
    }

    /** What an attribute holds, or is given when it is asked for. */
    abstract @Nullable Object value(MappedAttribute attribute);

    final @Nullable MappedAttribute find(NamedColumn<?> column) {
        if (column instanceof Attribute<?, ?> attribute) {
            return mapper.find(attribute.name());
        }
        return mapper.columnAttributes().stream()
                .filter(each -> each.column().equals(column))
                .findFirst()
                .orElse(null);
    }

    @Override
    @SuppressWarnings("unchecked") // an attribute holds values of its column's type
    public final <T> @Nullable T get(NamedColumn<T> column) {
        MappedAttribute attribute = find(column);
        return attribute == null ? null : (T) value(attribute);
    }

    @Override
    public final <T> @Nullable T get(String column, Class<T> type) {
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            if (attribute.column().key().equals(column)) {
                Object value = value(attribute);
                if (value != null && !type.isInstance(value)) {
                    throw new ArgumentException("Column [%s] is set to a [%s], not to a [%s]; ask for its own class"
                            .formatted(column, value.getClass().getName(), type.getName()));
                }
                return type.cast(value);
            }
        }
        return null;
    }

    @Override
    public boolean isSet(NamedColumn<?> column) {
        return get(column) != null;
    }
}
