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
    public static final Window ALL = new Window(new Spec(null, List.of(), List.of(), null), null, null);

    private final Spec spec;
    private final @Nullable String name;
    private final @Nullable Object origin;

    /** What a window says. */
    private record Spec(
            @Nullable Window base,
            List<Expression<?>> partition,
            List<Orderable> order,
            @Nullable WindowFrame frame) {}

    private Window(Spec spec, @Nullable String name, @Nullable Object origin) {
        this.spec = spec;
        this.name = name;
        this.origin = name == null ? null : origin == null ? this : origin;
    }

    /** What is said further of a window with a name makes another one, which refers to it. */
    private Window with(List<Expression<?>> partition, List<Orderable> order, @Nullable WindowFrame frame) {
        return name == null
                ? new Window(new Spec(spec.base, partition, order, frame), null, null)
                : new Window(new Spec(this, partition, order, frame), null, null);
    }

    private List<Expression<?>> ownPartition() {
        return name == null ? spec.partition : List.of();
    }

    private @Nullable WindowFrame ownFrame() {
        return name == null ? spec.frame : null;
    }

    private boolean isOrdered() {
        return !spec.order.isEmpty() || spec.base != null && spec.base.isOrdered();
    }

    private List<Orderable> ownOrder() {
        return name == null ? spec.order : List.of();
    }

    /** The one with a name that this one refers to, or is. */
    private @Nullable Window named() {
        return name == null ? spec.base : this;
    }

    /**
     * Give the window a name: a SELECT that uses it states it once, in WINDOW, however many functions are computed over it.
     * What is said further of a window with a name, such as an order, makes another window that refers to it.
     *
     * @param name the name, unique in the statements that use it
     * @return a new window, to be kept in a variable for all its uses
     * @throws ArgumentException if the name is empty
     */
    public Window named(String name) {
        if (name.isEmpty()) {
            throw new ArgumentException("A window was named [], which is no name; give it one, or none");
        }
        Spec own = this.name == null ? spec : new Spec(this, List.of(), List.of(), null);
        return new Window(own, name, null);
    }

    /**
     * See the rows that have these in common with the row that is computed.
     *
     * @param by the expressions, after those stated already
     * @return a new window
     */
    public Window partitionBy(Expression<?>... by) {
        if (named() != null) {
            throw new ArgumentException(
                    "Window [%s] has a name, and SQL lets none that refers to it be divided further; state another window"
                            .formatted(named().name));
        }
        List<Expression<?>> more = new ArrayList<>(spec.partition);
        more.addAll(Arrays.asList(by));
        return with(List.copyOf(more), spec.order, spec.frame);
    }

    /**
     * See the rows in an order.
     *
     * @param by what to sort by, after what is stated already
     * @return a new window
     */
    public Window orderBy(Orderable... by) {
        Window named = named();
        if (named != null && (named.isOrdered() || named.frame() != null)) {
            throw new ArgumentException(
                    "Window [%s] has an order or a frame, and SQL lets none that refers to it be sorted otherwise; state another window"
                            .formatted(named.name));
        }
        List<Orderable> more = new ArrayList<>(ownOrder());
        more.addAll(Arrays.asList(by));
        return with(ownPartition(), List.copyOf(more), ownFrame());
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
        WindowFrame frame = frame();
        if (frame != null) {
            throw new ArgumentException("A window was given a frame by [%s], but it has one by [%s]; state one"
                    .formatted(unit, frame.unit()));
        }
        return with(ownPartition(), ownOrder(), new WindowFrame(unit, from, to, null));
    }

    /**
     * Take rows out of the frame again.
     *
     * @param exclusion which rows
     * @return a new window
     * @throws ArgumentException if the window has no frame
     */
    public Window exclude(FrameExclusion exclusion) {
        WindowFrame frame = spec.frame;
        if (frame == null || name != null) {
            throw new ArgumentException("A window without a frame cannot exclude [%s]; call rows, range or groups first"
                    .formatted(exclusion.keyword()));
        }
        return with(spec.partition, spec.order, new WindowFrame(frame.unit(), frame.from(), frame.to(), exclusion));
    }

    /**
     * Return the name.
     *
     * @return the name, or {@code null} if the window is written where it is used
     */
    public @Nullable String name() {
        return name;
    }

    /**
     * Return the window that this one adds to.
     *
     * @return a window with a name, or {@code null}
     */
    public @Nullable Window base() {
        return spec.base;
    }

    /**
     * Return the partition.
     *
     * @return PARTITION BY, without that of {@link #base}
     */
    public List<Expression<?>> partition() {
        return spec.partition;
    }

    /**
     * Return the order.
     *
     * @return ORDER BY, without that of {@link #base}
     */
    public List<Orderable> order() {
        return spec.order;
    }

    /**
     * Return the frame.
     *
     * @return the frame, or {@code null} if none is stated
     */
    public @Nullable WindowFrame frame() {
        return spec.frame == null && spec.base != null ? spec.base.frame() : spec.frame;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitWindow(this);
    }

    @Override
    public List<SqlNode> children() {
        List<SqlNode> children = new ArrayList<>();
        if (spec.base != null) {
            children.add(spec.base);
        }
        children.addAll(spec.partition);
        children.addAll(spec.order);
        if (spec.frame != null) {
            spec.frame.nodes().forEach(children::addAll);
        }
        return children;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        Window base = spec.base == null ? null : nodes.next();
        Spec changed = new Spec(
                base,
                nodes.next(spec.partition.size()),
                nodes.next(spec.order.size()),
                spec.frame == null ? null : spec.frame.withNodes(nodes));
        return new Window(changed, name, origin);
    }

    @Override
    public @Nullable Object nodeIdentity() {
        return origin;
    }

    @Override
    public Object shape() {
        return Arrays.asList(
                name,
                spec.base != null,
                spec.partition.size(),
                spec.order.size(),
                spec.frame == null ? null : spec.frame.shape());
    }
}
