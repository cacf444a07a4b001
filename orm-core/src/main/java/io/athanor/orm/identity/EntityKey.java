package io.athanor.orm.identity;

import io.athanor.orm.mapper.EntityMapper;

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

    /** The values need not be told: a key may be a secret. */
    @Override
    public String toString() {
        return mapper.type().getSimpleName();
    }
}
