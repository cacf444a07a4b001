package io.athanor.orm.flush;

import io.athanor.orm.identity.EntityKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row to be updated by its key.
 *
 * @param key which row
 * @param values what is set, by the index of the attribute; not a copy
 */
public record BulkRow(EntityKey key, Map<Integer, @Nullable Object> values) {}
