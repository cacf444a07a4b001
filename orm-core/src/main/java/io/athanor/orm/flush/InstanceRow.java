package io.athanor.orm.flush;

import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.DefaultValue;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An instance that is written, as the defaults of its columns see it; one default may need another. */
final class InstanceRow extends WrittenRow {
    private final Object instance;
    private final boolean isInsert;
    private final Set<MappedAttribute> making = new HashSet<>();

    InstanceRow(EntityMapper<?> mapper, Object instance, boolean isInsert) {
        super(mapper);
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

    @Override
    @Nullable Object value(MappedAttribute attribute) {
        return fill(attribute);
    }
}
