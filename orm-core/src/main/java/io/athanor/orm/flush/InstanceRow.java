package io.athanor.orm.flush;

import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.CurrentParameters;
import io.athanor.sql.tree.DefaultValue;
import io.athanor.sql.tree.NamedColumn;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An instance that is written, as the defaults of its columns see it; one default may need another. */
final class InstanceRow implements CurrentParameters {
    private final EntityMapper<?> mapper;
    private final Object instance;
    private final boolean isInsert;
    private final Set<MappedAttribute> making = new HashSet<>();

    InstanceRow(EntityMapper<?> mapper, Object instance, boolean isInsert) {
        this.mapper = mapper;
        this.instance = instance;
        this.isInsert = isInsert;
    }

    /** Put the default into an attribute that holds nothing, if its column has one, and return what it holds then. */
    @Nullable Object fill(MappedAttribute attribute) {
        Object value = mapper.get(instance, attribute.index());
        DefaultValue<?> insertDefault = isInsert ? attribute.column().insertDefault() : null;
        if (value != null || insertDefault == null) {
            return value;
        }
        if (!making.add(attribute)) {
            throw new ArgumentException(
                    "The default of attribute [%s.%s] needs its own value, by way of others; leave one of them out"
                            .formatted(mapper.type().getSimpleName(), attribute.name()));
        }
        Object made = insertDefault.of(this);
        mapper.set(instance, attribute.index(), made);
        making.remove(attribute);
        return made;
    }

    private @Nullable MappedAttribute find(NamedColumn<?> column) {
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
    public <T> @Nullable T get(NamedColumn<T> column) {
        MappedAttribute attribute = find(column);
        return attribute == null ? null : (T) fill(attribute);
    }

    @Override
    public <T> @Nullable T get(String column, Class<T> type) {
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            if (attribute.column().key().equals(column)) {
                Object value = fill(attribute);
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
