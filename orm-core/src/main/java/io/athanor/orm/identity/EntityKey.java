package io.athanor.orm.identity;

import io.athanor.orm.mapper.EntityMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a row: the entity and its primary key. Place for a shard's token is kept, for sessions over several
 * databases.
 *
 * @param mapper the root entity
 * @param identity the key's value, or a list of values for a composite key
 * @param shard which database, the same for all in a session over one
 */
public record EntityKey(EntityMapper<?> mapper, Object identity, String shard) {
    /** The shard of a session over one database. */
    public static final String ONLY_SHARD = "";

    /**
     * Create a key in the only database.
     *
     * @param mapper the root entity
     * @param identity the key's value, or a list of values for a composite key
     */
    public EntityKey(EntityMapper<?> mapper, Object identity) {
        this(mapper, identity, ONLY_SHARD);
    }

    /**
     * Read the key out of an instance.
     *
     * @param mapper its class
     * @param instance the instance
     * @return the key; {@code null} if a part of it is null, or zero in a primitive field
     */
    public static @Nullable EntityKey read(EntityMapper<?> mapper, Object instance) {
        List<Object> values = new ArrayList<>();
        for (int index : mapper.keyIndexes()) {
            Object value = mapper.get(instance, index);
            boolean isZero = mapper.attribute(index).fieldType().isPrimitive()
                    && value instanceof Number number
                    && number.longValue() == 0;
            if (value == null || isZero) {
                return null;
            }
            values.add(value);
        }
        return new EntityKey(mapper, values.size() == 1 ? values.get(0) : List.copyOf(values));
    }

    /** The values need not be told: a key may be a secret. */
    @Override
    public String toString() {
        return mapper.type().getSimpleName();
    }
}
