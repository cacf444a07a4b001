package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a window function sees: partition, order and frame. Immutable and thread-safe: every clause returns a new
 * window.
 *
 * @since 0.1.0
 */
public final class Window implements SqlNode {
    /** All rows, in no order. */
    public static final Window ALL = new Window(List.of(), List.of(), null);

    private final List<Expression<?>> partition;
    private final List<Orderable> order;
    private final @Nullable WindowFrame frame;

    private Window(List<Expression<?>> partition, List<Orderable> order, @Nullable WindowFrame frame) {
        this.partition = partition;
        this.order = order;
        this.frame = frame;
    }

    /**
     * See the rows that have these in common with the row that is computed.
     *
     * @param by the expressions, after those stated already
     * @return a new window
     */
    public Window partitionBy(Expression<?>... by) {
        List<Expression<?>> more = new ArrayList<>(partition);
        more.addAll(Arrays.asList(by));
        return new Window(List.copyOf(more), order, frame);
    }

    /**
     * See the rows in an order.
     *
     * @param by what to sort by, after what is stated already
     * @return a new window
     */
    public Window orderBy(Orderable... by) {
        List<Orderable> more = new ArrayList<>(order);
        more.addAll(Arrays.asList(by));
        return new Window(partition, List.copyOf(more), frame);
    }

    /**
     * See the rows between two bounds counted in rows.
     *
     * @param from where the frame begins
     * @param to where it ends
     * @return a new window
     * @throws ArgumentException if the window has a frame
     */
    public Window rows(FrameBound from, FrameBound to) {
        return framed(WindowFrame.Unit.ROWS, from, to);
    }

    /**
     * See the rows between two bounds counted in units of what is sorted by.
     *
     * @param from where the frame begins
     * @param to where it ends
     * @return a new window
     * @throws ArgumentException if the window has a frame
     */
    public Window range(FrameBound from, FrameBound to) {
        return framed(WindowFrame.Unit.RANGE, from, to);
    }

    /**
     * See the rows between two bounds counted in groups of peers.
     *
     * @param from where the frame begins
     * @param to where it ends
     * @return a new window
     * @throws ArgumentException if the window has a frame
     */
    public Window groups(FrameBound from, FrameBound to) {
        return framed(WindowFrame.Unit.GROUPS, from, to);
    }

    private Window framed(WindowFrame.Unit unit, FrameBound from, FrameBound to) {
        if (frame != null) {
            throw new ArgumentException("A window was given a frame by [%s], but it has one by [%s]; state one"
                    .formatted(unit, frame.unit()));
        }
        return new Window(partition, order, new WindowFrame(unit, from, to, null));
    }

    /**
     * Take rows out of the frame again.
     *
     * @param exclusion which rows
     * @return a new window
     * @throws ArgumentException if the window has no frame
     */
    public Window exclude(FrameExclusion exclusion) {
        if (frame == null) {
            throw new ArgumentException("A window without a frame cannot exclude [%s]; call rows, range or groups first"
                    .formatted(exclusion.keyword()));
        }
        return new Window(partition, order, new WindowFrame(frame.unit(), frame.from(), frame.to(), exclusion));
    }

    /**
     * Return the partition.
     *
     * @return PARTITION BY
     */
    public List<Expression<?>> partition() {
        return partition;
    }

    /**
     * Return the order.
     *
     * @return ORDER BY
     */
    public List<Orderable> order() {
        return order;
    }

    /**
     * Return the frame.
     *
     * @return the frame, or {@code null} if none is stated
     */
    public @Nullable WindowFrame frame() {
        return frame;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitWindow(this);
    }

    @Override
    public List<SqlNode> children() {
        List<SqlNode> children = new ArrayList<>(partition);
        children.addAll(order);
        if (frame != null) {
            frame.nodes().forEach(children::addAll);
        }
        return children;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new Window(
                nodes.next(partition.size()), nodes.next(order.size()), frame == null ? null : frame.withNodes(nodes));
    }

    @Override
    public Object shape() {
        return Arrays.asList(partition.size(), order.size(), frame == null ? null : frame.shape());
    }
}
