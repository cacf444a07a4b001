package io.athanor.engine;

import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.compile.StructureKey;
import java.util.Map;

/**
 * A compiled statement and the values of the tree that it was asked for.
 *
 * @param compiled what was compiled, perhaps for an earlier tree of the same structure
 * @param key the structure, which holds the tree's own values
 * @since 0.1.0
 */
public record Compilation(CompiledStatement compiled, StructureKey key) {
    /**
     * Bind the tree's values.
     *
     * @param named the values of named binds
     * @return what can be executed
     * @throws io.athanor.sql.error.ArgumentException if a named bind has no value, or a name is not a bind
     */
    public BoundStatement bind(Map<String, ?> named) {
        return compiled.bind(key.binds(), named);
    }
}
