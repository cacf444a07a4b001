package io.athanor.sql.tree;

import io.athanor.sql.type.Json;
import java.util.List;

/**
 * The ways into JSON. Every expression has them; on one that is not JSON they are refused when called.
 *
 * @since 0.1.0
 */
public sealed interface JsonOperators permits Expression {
    /**
     * Return what is under a key of an object.
     *
     * @param key the key, bound
     * @return the part, which is JSON itself and can be taken as another type
     * @throws io.athanor.sql.error.ArgumentException if this is not JSON
     */
    default JsonItem<Json> at(String key) {
        return JsonItem.of((Expression<?>) this, key);
    }

    /**
     * Return an element of an array.
     *
     * @param index the index from 0, bound
     * @return the part, which is JSON itself and can be taken as another type
     * @throws io.athanor.sql.error.ArgumentException if this is not JSON
     */
    default JsonItem<Json> at(int index) {
        return JsonItem.of((Expression<?>) this, index);
    }

    /**
     * Return what lies under several keys and indexes, one below the other.
     *
     * @param path keys as strings and indexes as integers, bound
     * @return the part, which is JSON itself and can be taken as another type
     * @throws io.athanor.sql.error.ArgumentException if this is not JSON, or a step is neither
     */
    default JsonItem<Json> at(List<?> path) {
        return JsonItem.of((Expression<?>) this, path);
    }
}
