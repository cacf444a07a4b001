package io.athanor.sql.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a window.
 *
 * @param unit ROWS, RANGE or GROUPS
 * @param from where it begins
 * @param to where it ends
 * @param exclusion what is taken out again, or {@code null}
 * @since 0.1.0
 */
public record WindowFrame(
        Unit unit, FrameBound from, FrameBound to, @Nullable FrameExclusion exclusion) {
    /** What the distances of the bounds count. */
    public enum Unit {
        /** Rows. */
        ROWS,
        /** Units of what is sorted by. */
        RANGE,
        /** Groups of peers. */
        GROUPS
    }

    Object shape() {
        return Arrays.asList(unit, from.toString(), to.toString(), exclusion);
    }

    WindowFrame withNodes(Nodes nodes) {
        return new WindowFrame(unit, from.withNodes(nodes), to.withNodes(nodes), exclusion);
    }

    List<List<Expression<?>>> nodes() {
        return List.of(from.nodes(), to.nodes());
    }
}
