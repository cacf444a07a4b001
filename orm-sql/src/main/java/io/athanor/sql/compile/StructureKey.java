package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.BindList;
import io.athanor.sql.tree.BindRows;
import io.athanor.sql.tree.Shape;
import io.athanor.sql.tree.SqlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a statement, values left out: two statements with equal keys have the same SQL. Also holds the bound
 * values of the statement that it was made of, in a fixed order; they take no part in equality. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class StructureKey {
    /** Nodes may be nested so deep; what is deeper would overflow the stack of a small thread. */
    static final int MAX_DEPTH = 400;

    private final Object[] parts;
    private final int hash;
    private final boolean isCacheable;
    private final List<SqlNode> binds;

    private StructureKey(Object[] parts, boolean isCacheable, List<SqlNode> binds) {
        this.parts = parts;
        this.hash = Arrays.hashCode(parts);
        this.isCacheable = isCacheable;
        this.binds = binds;
    }

    /**
     * Take the structure of a statement.
     *
     * @param node the statement
     * @return its key
     * @throws ExpressionTooDeepException if it is nested too deep
     */
    public static StructureKey of(SqlNode node) {
        Walk walk = new Walk();
        walk.visit(node, 0);
        return new StructureKey(walk.parts.toArray(), walk.isCacheable, walk.binds);
    }

    /**
     * Return this key with something more to tell statements apart by, such as loading options.
     *
     * @param extra a value with {@code equals} and {@code hashCode}
     * @return a new key
     */
    public StructureKey with(Object extra) {
        Object[] more = Arrays.copyOf(parts, parts.length + 1);
        more[parts.length] = extra;
        return new StructureKey(more, isCacheable, binds);
    }

    /**
     * Return an equal key that holds no values, to be kept in a cache.
     *
     * @return the key
     */
    public StructureKey withoutBinds() {
        return new StructureKey(parts, isCacheable, List.of());
    }

    /**
     * Return whether every node of the statement tells its structure.
     *
     * @return whether what is compiled may be used again
     */
    public boolean cacheable() {
        return isCacheable;
    }

    /**
     * Return the binds and lists of binds in the order of the nodes.
     *
     * @return the {@link Bind}s and {@link BindList}s
     */
    public List<SqlNode> binds() {
        return binds;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof StructureKey key && key.hash == hash && Arrays.equals(key.parts, parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** One pass over the nodes. What has an identity of its own is numbered, so that using it twice differs from two. */
    private static final class Walk {
        private final List<Object> parts = new ArrayList<>();
        private final List<SqlNode> binds = new ArrayList<>();
        private final Map<Object, Integer> numbers = new IdentityHashMap<>();
        private boolean isCacheable = true;

        void visit(SqlNode node, int depth) {
            if (depth > MAX_DEPTH) {
                throw new ExpressionTooDeepException(MAX_DEPTH);
            }
            Object identity = node.nodeIdentity();
            if (identity != null) {
                Integer number = numbers.putIfAbsent(identity, numbers.size());
                if (number != null) {
                    parts.add(number);
                    return;
                }
                if (isBind(node)) {
                    binds.add(node);
                }
            }
            Object shape = node.shape();
            isCacheable &= shape != Shape.UNCACHED;
            List<? extends SqlNode> children = node.children();
            parts.add(node.getClass());
            parts.add(shape);
            parts.add(children.size());
            for (SqlNode child : children) {
                visit(child, depth + 1);
            }
        }

        private static boolean isBind(SqlNode node) {
            return node instanceof Bind<?> || node instanceof BindList<?> || node instanceof BindRows;
        }
    }

    /**
     * A statement is nested deeper than can be compiled in a small stack.
     *
     * @since 0.1.0
     */
    public static final class ExpressionTooDeepException extends CompileException {
        private static final long serialVersionUID = 1L;

        ExpressionTooDeepException(int limit) {
            super(
                    ("The statement is nested deeper than [%d] levels; combine many conditions by one and(…) or or(…), and"
                                    + " split what is deeper")
                            .formatted(limit));
        }
    }
}
