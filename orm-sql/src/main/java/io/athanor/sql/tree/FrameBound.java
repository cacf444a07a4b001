package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.SqlTypes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the frame of a window begins or ends. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class FrameBound {
    /** The first row of the partition. */
    public static final FrameBound UNBOUNDED_PRECEDING = new FrameBound("UNBOUNDED PRECEDING", null);
    /** The row that is computed. */
    public static final FrameBound CURRENT_ROW = new FrameBound("CURRENT ROW", null);
    /** The last row of the partition. */
    public static final FrameBound UNBOUNDED_FOLLOWING = new FrameBound("UNBOUNDED FOLLOWING", null);

    private static final String PRECEDING = "PRECEDING";
    private static final String FOLLOWING = "FOLLOWING";

    private final String keyword;
    private final @Nullable Expression<?> distance;

    private FrameBound(String keyword, @Nullable Expression<?> distance) {
        this.keyword = keyword;
        this.distance = distance;
    }

    /**
     * So many rows, groups or units before.
     *
     * @param n the number, bound; 0 or more
     * @return the bound
     * @throws ArgumentException if the number is negative
     */
    public static FrameBound preceding(int n) {
        return new FrameBound(PRECEDING, count(n));
    }

    /**
     * So many rows, groups or units behind.
     *
     * @param n the number, bound; 0 or more
     * @return the bound
     * @throws ArgumentException if the number is negative
     */
    public static FrameBound following(int n) {
        return new FrameBound(FOLLOWING, count(n));
    }

    /**
     * So much time before, in a frame by RANGE.
     *
     * @param time the time, bound
     * @return the bound
     */
    public static FrameBound preceding(Duration time) {
        return new FrameBound(PRECEDING, new Bind<>(Bind.ANONYMOUS, time, SqlTypes.DURATION));
    }

    /**
     * So much time behind, in a frame by RANGE.
     *
     * @param time the time, bound
     * @return the bound
     */
    public static FrameBound following(Duration time) {
        return new FrameBound(FOLLOWING, new Bind<>(Bind.ANONYMOUS, time, SqlTypes.DURATION));
    }

    private static Bind<Integer> count(int n) {
        if (n < 0) {
            throw new ArgumentException(
                    "Frame bound [%d] is negative; use preceding(…) before the row and following(…) behind it"
                            .formatted(n));
        }
        return new Bind<>(Bind.ANONYMOUS, n, SqlTypes.INTEGER);
    }

    /**
     * Return the words.
     *
     * @return what is written, behind the distance if there is one
     */
    public String keyword() {
        return keyword;
    }

    /**
     * Return the distance.
     *
     * @return a bound value, or {@code null} if the words say all
     */
    public @Nullable Expression<?> distance() {
        return distance;
    }

    List<Expression<?>> nodes() {
        return distance == null ? List.of() : List.of(distance);
    }

    FrameBound withNodes(Nodes nodes) {
        return distance == null ? this : new FrameBound(keyword, nodes.next());
    }

    @Override
    public String toString() {
        return distance == null ? keyword : "n " + keyword;
    }
}
