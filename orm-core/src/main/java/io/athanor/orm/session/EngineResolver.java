package io.athanor.orm.session;

import io.athanor.orm.mapper.EntityMapper;
import io.athanor.sql.tree.Statement;
import org.jspecify.annotations.Nullable;

/** Which engine serves an entity or a statement. One for all now; sessions over several databases choose here. */
interface EngineResolver {
    Binding resolve(@Nullable EntityMapper<?> mapper, @Nullable Statement statement);

    static EngineResolver only(@Nullable Binding binding) {
        return (mapper, statement) -> {
            if (binding == null) {
                throw new UnboundSessionException(
                        "The session has no engine; call configure(engine) on its factory before opening it");
            }
            return binding;
        };
    }
}
