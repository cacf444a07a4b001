package io.athanor.examples.core;

import static io.athanor.sql.type.SqlTypes.INSTANT;

import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.tree.CustomExpression;
import java.time.Instant;

/** An expression of one's own: the present moment, written by rules, of which one dialect has its own. */
final class UtcNow extends CustomExpression<Instant> {
    static final CompileRules RULES = CompileRules.NONE
            .with(UtcNow.class, (node, out) -> out.append("CURRENT_TIMESTAMP"))
            .with(
                    "postgresql",
                    UtcNow.class,
                    (node, out) ->
                            out.append("timezone('utc', ").compileDefault(node).append(")"));

    UtcNow() {
        super(INSTANT);
    }
}
