package io.athanor.orm.mapper;

import io.athanor.sql.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a {@link LoadOption} says: what is to be done at the end of a path of relationships.
 *
 * @since 0.1.0
 */
public sealed interface LoadRule {
    /**
     * Return the relationships that lead there, beginning at an entity of the statement.
     *
     * @return the path; empty for the entity itself
     */
    List<RelationshipAttribute<?, ?>> path();

    /**
     * Put a path in front.
     *
     * @param before the path
     * @return the rule seen from further up
     */
    LoadRule below(List<RelationshipAttribute<?, ?>> before);

    /**
     * Leave out the first relationship of the path.
     *
     * @return the rule seen from the next entity
     */
    LoadRule onward();

    /** How related objects are loaded. */
    enum Style {
        /** When they are used. */
        SELECT,
        /** By an outer join. */
        JOINED,
        /** By an inner join, below an outer one within its parentheses. */
        JOINED_INNER,
        /** By an inner join, but below an outer one by another outer one. */
        JOINED_UNNESTED,
        /** By one SELECT with IN for many parents. */
        SELECTIN,
        /** By one SELECT that holds that of the parents. */
        SUBQUERY,
        /** At once, one SELECT for each parent. */
        IMMEDIATE,
        /** Never; using them is an error. */
        RAISE,
        /** From the identity map, and never by SQL. */
        RAISE_ON_SQL,
        /** Never; they seem to be none. */
        NOLOAD,
        /** From the columns of a join that the statement has. */
        CONTAINED;

        /**
         * Return whether the statement itself joins them.
         *
         * @return whether it does
         */
        public boolean isJoined() {
            return this == JOINED || this == JOINED_INNER || this == JOINED_UNNESTED;
        }
    }

    /**
     * How the last relationship of a path is loaded.
     *
     * @param path the path
     * @param style how
     * @param criteria which of the related objects; empty for all
     * @param alias as what the statement joins them, or {@code null} for their entity itself
     * @param depth how often the rule holds again for the objects that it loads
     */
    record Related(
            List<RelationshipAttribute<?, ?>> path,
            Style style,
            List<Expression<Boolean>> criteria,
            @Nullable EntityRef<?> alias,
            int depth)
            implements LoadRule {
        @Override
        public LoadRule below(List<RelationshipAttribute<?, ?>> before) {
            return new Related(joined(before, path), style, criteria, alias, depth);
        }

        @Override
        public LoadRule onward() {
            return new Related(path.subList(1, path.size()), style, criteria, alias, depth);
        }
    }

    /**
     * How all relationships are loaded for which nothing else is said.
     *
     * @param path the path
     * @param style how
     * @param isEverywhere whether of all entities of the statement, or only of that at the end of the path
     */
    record AllRelated(List<RelationshipAttribute<?, ?>> path, Style style, boolean isEverywhere) implements LoadRule {
        @Override
        public LoadRule below(List<RelationshipAttribute<?, ?>> before) {
            return new AllRelated(joined(before, path), style, false);
        }

        @Override
        public LoadRule onward() {
            return new AllRelated(path.subList(1, path.size()), style, isEverywhere);
        }
    }

    /**
     * Which columns are loaded.
     *
     * @param path the path
     * @param owner whose columns
     * @param kind what becomes of them
     * @param names their attributes, or their groups; empty for all
     * @param isRaising whether using those that are not loaded is an error
     */
    record Columns(
            List<RelationshipAttribute<?, ?>> path, EntityRef<?> owner, Kind kind, Set<String> names, boolean isRaising)
            implements LoadRule {
        /** What becomes of the columns. */
        public enum Kind {
            /** Only these and the key are loaded. */
            ONLY,
            /** These are loaded when they are used. */
            DEFER,
            /** These are loaded at once. */
            UNDEFER,
            /** Those of these groups are loaded at once. */
            UNDEFER_GROUP,
            /** All but the key are loaded when they are used. */
            DEFER_ALL,
            /** All are loaded at once. */
            UNDEFER_ALL
        }

        Columns raising() {
            return new Columns(path, owner, kind, names, true);
        }

        @Override
        public LoadRule below(List<RelationshipAttribute<?, ?>> before) {
            return new Columns(joined(before, path), owner, kind, names, isRaising);
        }

        @Override
        public LoadRule onward() {
            return new Columns(path.subList(1, path.size()), owner, kind, names, isRaising);
        }
    }

    private static List<RelationshipAttribute<?, ?>> joined(
            List<RelationshipAttribute<?, ?>> before, List<RelationshipAttribute<?, ?>> path) {
        List<RelationshipAttribute<?, ?>> all = new ArrayList<>(before);
        all.addAll(path);
        return List.copyOf(all);
    }
}
