package io.athanor.sql.compile;

import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.SqlNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/** Generates names: {@code anon_1}, {@code count_1}, {@code users_1}; numbered for each beginning, in order of first use. */
final class Names {
    /** What is added to a name that is cut. */
    private static final int NUMBER_LENGTH = 6;

    private final Map<String, Integer> last = new HashMap<>();
    private final Map<Object, Map<String, String>> given = new IdentityHashMap<>();
    private final Map<NamedColumn<?>, Map<String, String>> givenToColumns = new HashMap<>();
    private final Map<Object, String> assigned = new IdentityHashMap<>();
    private final Map<String, String> cut = new HashMap<>();

    /** The same object always has the same name for a beginning; a column is the same if it is equal. */
    String of(Object owner, String beginning) {
        String stated = assigned.get(identityOf(owner));
        return stated == null ? label(owner, beginning) : stated;
    }

    /** As {@link #of}, but for what stands behind AS: an assigned name is that of the value, not of its column. */
    String label(Object owner, String beginning) {
        Map<String, String> known = owner instanceof NamedColumn<?> column
                ? givenToColumns.computeIfAbsent(column, any -> new HashMap<>())
                : given.computeIfAbsent(identityOf(owner), any -> new HashMap<>());
        return known.computeIfAbsent(beginning, this::next);
    }

    private static Object identityOf(Object owner) {
        return owner instanceof SqlNode node ? Objects.requireNonNullElse(node.nodeIdentity(), node) : owner;
    }

    /** Give an object a name that is not generated. */
    void assign(Object owner, String name) {
        assigned.put(identityOf(owner), name);
    }

    String next(String beginning) {
        return beginning + "_" + last.merge(beginning, 1, Integer::sum);
    }

    /** A generated name that is longer than the database allows is cut and numbered. */
    String fit(String name, IdentifierQuoter quoter) {
        int room = quoter.maxLength() - NUMBER_LENGTH;
        if (quoter.lengthOf(name) <= room) {
            return name;
        }
        String known = cut.get(name);
        if (known == null) {
            known = quoter.beginning(name, room) + "_" + Integer.toHexString(cut.size() + 1);
            cut.put(name, known);
        }
        return known;
    }
}
