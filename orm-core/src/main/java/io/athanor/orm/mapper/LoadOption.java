package io.athanor.orm.mapper;

import io.athanor.orm.mapper.LoadRule.AllRelated;
import io.athanor.orm.mapper.LoadRule.Columns;
import io.athanor.orm.mapper.LoadRule.Related;
import io.athanor.orm.mapper.LoadRule.Style;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.StatementOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says how related objects, and which columns, a statement loads; SQLAlchemy's loader options. An option stands at an
 * entity, which its last relationship has led to; what is called on it goes on from there. Begun by the words of
 * {@link io.athanor.orm.Orm}. Immutable.
 *
 * @param <T> the entity that the option stands at
 * @since 0.1.0
 */
public final class LoadOption<T> extends WildcardOptions<T> implements StatementOption {
    private final List<RelationshipAttribute<?, ?>> path;
    private final List<LoadRule> rules;

    private LoadOption(List<RelationshipAttribute<?, ?>> path, List<LoadRule> rules) {
        this.path = List.copyOf(path);
        this.rules = List.copyOf(rules);
    }

    /**
     * Begin with a relationship.
     *
     * @param relationship the relationship
     * @param style how it is loaded
     * @param <T> the related entity
     * @return an option that stands at the related entity
     */
    public static <T> LoadOption<T> of(RelationshipAttribute<?, T> relationship, Style style) {
        return new LoadOption<Object>(List.of(), List.of()).then(relationship, style, null);
    }

    /**
     * Begin with a relationship that the statement joins by itself.
     *
     * @param relationship the relationship
     * @param alias as what it is joined, or {@code null} for the entity itself
     * @param <T> the related entity
     * @return an option that stands at the related entity
     */
    public static <T> LoadOption<T> contained(
            RelationshipAttribute<?, T> relationship, @Nullable EntityRef<? extends T> alias) {
        return new LoadOption<Object>(List.of(), List.of()).then(relationship, Style.CONTAINED, alias);
    }

    /**
     * Begin with a relationship that is loaded as it is anyway.
     *
     * @param relationship the relationship
     * @param <T> the related entity
     * @return an option that stands at the related entity and says nothing yet
     */
    public static <T> LoadOption<T> path(RelationshipAttribute<?, T> relationship) {
        return new LoadOption<>(List.of(relationship), List.of());
    }

    /**
     * Say how all relationships are loaded for which nothing else is said.
     *
     * @param style how
     * @return an option
     */
    public static LoadOption<?> all(Style style) {
        return new LoadOption<>(List.of(), List.of(new AllRelated(List.of(), style, true)));
    }

    /**
     * Say which columns of an entity are loaded.
     *
     * @param kind whether these, all but these, or these too
     * @param attributes the attributes, all of one entity
     * @param <E> the entity
     * @return an option that stands at the entity
     * @throws ArgumentException if there are none
     */
    public static <E> LoadOption<E> columns(Columns.Kind kind, List<? extends Attribute<? super E, ?>> attributes) {
        return new LoadOption<E>(List.of(), List.of()).with(kind, attributes);
    }

    /**
     * Say something of all columns of an entity, or of some of their groups.
     *
     * @param kind what becomes of them
     * @param entity the entity
     * @param groups the groups; none for all columns
     * @param <E> the entity
     * @return an option that stands at the entity
     */
    public static <E> LoadOption<E> columns(Columns.Kind kind, EntityRef<E> entity, String... groups) {
        return new LoadOption<E>(List.of(), List.of()).with(kind, entity, Set.of(groups));
    }

    private <X> LoadOption<X> then(
            RelationshipAttribute<?, X> relationship, Style style, @Nullable EntityRef<?> alias) {
        List<RelationshipAttribute<?, ?>> longer = plus(path, relationship);
        return new LoadOption<>(longer, plus(rules, new Related(longer, style, List.of(), alias, 0)));
    }

    private LoadOption<T> with(Columns.Kind kind, List<? extends Attribute<? super T, ?>> attributes) {
        if (attributes.isEmpty()) {
            throw new ArgumentException("No attributes were named; name those that are meant");
        }
        Set<String> names = new LinkedHashSet<>();
        attributes.forEach(attribute -> names.add(attribute.name()));
        return with(kind, attributes.get(0).owner(), Set.copyOf(names));
    }

    private LoadOption<T> with(Columns.Kind kind, EntityRef<?> owner, Set<String> names) {
        return new LoadOption<>(path, plus(rules, new Columns(path, owner, kind, names, false)));
    }

    /** The entity that the option stands at. */
    private EntityRef<?> here() {
        if (!path.isEmpty()) {
            return EntityRef.of(path.get(path.size() - 1).target());
        }
        for (LoadRule rule : rules) {
            if (rule instanceof Columns columns && columns.path().isEmpty()) {
                return columns.owner();
            }
        }
        throw new ArgumentException(
                "The option stands at no entity; begin with loadOnly(…), defer(…) or a relationship");
    }

    private static <X> List<X> plus(List<? extends X> some, X one) {
        List<X> all = new ArrayList<>(some);
        all.add(one);
        return all;
    }

    /**
     * Load a relationship of the entity by an outer join.
     *
     * @param relationship the relationship
     * @param <X> the related entity
     * @return an option that stands at the related entity
     */
    public <X> LoadOption<X> joinedLoad(RelationshipAttribute<? super T, X> relationship) {
        return then(relationship, Style.JOINED, null);
    }

    /**
     * Load a relationship of the entity by one SELECT with IN for many parents.
     *
     * @param relationship the relationship
     * @param <X> the related entity
     * @return an option that stands at the related entity
     */
    public <X> LoadOption<X> selectinLoad(RelationshipAttribute<? super T, X> relationship) {
        return then(relationship, Style.SELECTIN, null);
    }

    /**
     * Load a relationship of the entity by one SELECT that holds that of the parents.
     *
     * @param relationship the relationship
     * @param <X> the related entity
     * @return an option that stands at the related entity
     */
    public <X> LoadOption<X> subqueryLoad(RelationshipAttribute<? super T, X> relationship) {
        return then(relationship, Style.SUBQUERY, null);
    }

    /**
     * Load a relationship of the entity when it is used.
     *
     * @param relationship the relationship
     * @param <X> the related entity
     * @return an option that stands at the related entity
     */
    public <X> LoadOption<X> lazyLoad(RelationshipAttribute<? super T, X> relationship) {
        return then(relationship, Style.SELECT, null);
    }

    /**
     * Load a relationship of the entity at once, one SELECT for each parent.
     *
     * @param relationship the relationship
     * @param <X> the related entity
     * @return an option that stands at the related entity
     */
    public <X> LoadOption<X> immediateLoad(RelationshipAttribute<? super T, X> relationship) {
        return then(relationship, Style.IMMEDIATE, null);
    }

    /**
     * Never load a relationship of the entity: using it is an error, unless it was loaded before.
     *
     * @param relationship the relationship
     * @param <X> the related entity
     * @return an option that stands at the related entity
     */
    public <X> LoadOption<X> raiseLoad(RelationshipAttribute<? super T, X> relationship) {
        return then(relationship, Style.RAISE, null);
    }

    /**
     * Never load a relationship of the entity; it seems empty.
     *
     * @param relationship the relationship
     * @param <X> the related entity
     * @return an option that stands at the related entity
     */
    public <X> LoadOption<X> noLoad(RelationshipAttribute<? super T, X> relationship) {
        return then(relationship, Style.NOLOAD, null);
    }

    /**
     * Take a relationship of the entity from a join that the statement has.
     *
     * @param relationship the relationship
     * @param <X> the related entity
     * @return an option that stands at the related entity
     */
    public <X> LoadOption<X> containsEager(RelationshipAttribute<? super T, X> relationship) {
        return then(relationship, Style.CONTAINED, null);
    }

    /**
     * Take a relationship of the entity from a join that the statement has under an alias.
     *
     * @param relationship the relationship
     * @param alias the alias
     * @param <X> the related entity
     * @return an option that stands at the related entity
     */
    public <X> LoadOption<X> containsEager(
            RelationshipAttribute<? super T, X> relationship, EntityRef<? extends X> alias) {
        return then(relationship, Style.CONTAINED, alias);
    }

    /**
     * Go on to a relationship of the entity, which is loaded as it is anyway; SQLAlchemy's {@code defaultload}.
     *
     * @param relationship the relationship
     * @param <X> the related entity
     * @return an option that stands at the related entity
     */
    public <X> LoadOption<X> defaultLoad(RelationshipAttribute<? super T, X> relationship) {
        return new LoadOption<>(plus(path, relationship), rules);
    }

    @Override
    LoadOption<T> every(Style style) {
        return new LoadOption<>(path, plus(rules, new AllRelated(path, style, false)));
    }

    /**
     * Load these columns of the entity and its key, the others when they are used.
     *
     * @param attributes the attributes
     * @return an option that stands at the same entity
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final LoadOption<T> loadOnly(Attribute<? super T, ?>... attributes) {
        return with(Columns.Kind.ONLY, List.of(attributes));
    }

    /**
     * Load these columns of the entity when they are used.
     *
     * @param attributes the attributes
     * @return an option that stands at the same entity
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final LoadOption<T> defer(Attribute<? super T, ?>... attributes) {
        return with(Columns.Kind.DEFER, List.of(attributes));
    }

    /**
     * Load these columns of the entity at once, though they are deferred.
     *
     * @param attributes the attributes
     * @return an option that stands at the same entity
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final LoadOption<T> undefer(Attribute<? super T, ?>... attributes) {
        return with(Columns.Kind.UNDEFER, List.of(attributes));
    }

    /**
     * Load the columns of these groups of the entity at once, though they are deferred.
     *
     * @param groups the groups
     * @return an option that stands at the same entity
     */
    public LoadOption<T> undeferGroup(String... groups) {
        return with(Columns.Kind.UNDEFER_GROUP, here(), Set.of(groups));
    }

    /**
     * Load all columns of the entity when they are used, but for those of which something else is said.
     *
     * @return an option that stands at the same entity
     */
    public LoadOption<T> deferAll() {
        return with(Columns.Kind.DEFER_ALL, here(), Set.of());
    }

    /**
     * Load all columns of the entity at once, but for those of which something else is said.
     *
     * @return an option that stands at the same entity
     */
    public LoadOption<T> undeferAll() {
        return with(Columns.Kind.UNDEFER_ALL, here(), Set.of());
    }

    /**
     * Have the use of the columns that are not loaded be an error; SQLAlchemy's {@code raiseload=True}.
     *
     * @return an option that stands at the same entity
     * @throws ArgumentException unless the option ends with {@code defer}, {@code deferAll} or {@code loadOnly}
     */
    public LoadOption<T> raising() {
        int last = rules.size() - 1;
        boolean isDeferring = last >= 0
                && rules.get(last) instanceof Columns columns
                && (columns.kind() == Columns.Kind.DEFER
                        || columns.kind() == Columns.Kind.DEFER_ALL
                        || columns.kind() == Columns.Kind.ONLY);
        if (!isDeferring) {
            throw new ArgumentException(
                    "raising() defers nothing by itself; call it right behind defer(…) or loadOnly(…)");
        }
        List<LoadRule> changed = new ArrayList<>(rules);
        changed.set(last, ((Columns) rules.get(last)).raising());
        return new LoadOption<>(path, changed);
    }

    /**
     * Put options of the entity together.
     *
     * @param below options that begin at the entity that this one stands at
     * @return an option that stands at the same entity
     */
    public LoadOption<T> options(LoadOption<?>... below) {
        List<LoadRule> all = new ArrayList<>(rules);
        for (LoadOption<?> option : below) {
            option.rules.forEach(rule -> all.add(rule.below(path)));
        }
        return new LoadOption<>(path, all);
    }

    /**
     * Load only some of the objects of the last relationship. The collection then holds these alone, and must not be taken
     * for all there are.
     *
     * @param onlyThese a condition on the related entity
     * @return an option that stands at the same entity
     * @throws ArgumentException unless the option ends with a relationship that is loaded by a statement
     */
    public LoadOption<T> where(Expression<Boolean> onlyThese) {
        return changeLast("where(…)", rule -> {
            List<Expression<Boolean>> criteria = new ArrayList<>(rule.criteria());
            criteria.add(onlyThese);
            return new Related(rule.path(), rule.style(), List.copyOf(criteria), rule.alias(), rule.depth());
        });
    }

    /**
     * Join the last relationship by an inner join, since there always is a related object; SQLAlchemy's
     * {@code innerjoin=True}. Rows without one are lost.
     *
     * @return an option that stands at the same entity
     * @throws ArgumentException unless the option ends with {@code joinedLoad}
     */
    public LoadOption<T> innerJoin() {
        return joinedBy(Style.JOINED_INNER);
    }

    /**
     * Join the last relationship by an inner join, but by an outer one if what it follows is joined by an outer one.
     *
     * @return an option that stands at the same entity
     * @throws ArgumentException unless the option ends with {@code joinedLoad}
     */
    public LoadOption<T> innerJoinUnnested() {
        return joinedBy(Style.JOINED_UNNESTED);
    }

    private LoadOption<T> joinedBy(Style style) {
        return changeLast("An inner join", rule -> {
            if (!rule.style().isJoined()) {
                throw new ArgumentException(
                        "Relationship [%s] is loaded by [%s], which joins nothing; use joinedLoad(…)"
                                .formatted(path.get(path.size() - 1), rule.style()));
            }
            return new Related(rule.path(), style, rule.criteria(), rule.alias(), rule.depth());
        });
    }

    /**
     * Load the last relationship, which leads to its own class, so many times more from what it has loaded.
     *
     * @param depth how many times, at least one
     * @return an option that stands at the same entity
     * @throws ArgumentException if the option ends with no relationship, or the depth is less than one
     */
    public LoadOption<T> recursionDepth(int depth) {
        if (depth < 1) {
            throw new ArgumentException("Recursion depth [%d] is less than one; leave it out".formatted(depth));
        }
        return changeLast(
                "A recursion depth",
                rule -> new Related(rule.path(), rule.style(), rule.criteria(), rule.alias(), depth));
    }

    /** How a rule is changed. */
    private interface Change {
        Related of(Related rule);
    }

    private LoadOption<T> changeLast(String what, Change change) {
        List<LoadRule> changed = new ArrayList<>(rules);
        int last = changed.size() - 1;
        if (last < 0
                || !(changed.get(last) instanceof Related rule)
                || !rule.path().equals(path)) {
            throw new ArgumentException(
                    "%s needs a relationship before it; call it right behind joinedLoad(…), selectinLoad(…) or the like"
                            .formatted(what));
        }
        changed.set(last, change.of(rule));
        return new LoadOption<>(path, changed);
    }

    /**
     * Return what the option says.
     *
     * @return its rules, the weightier behind
     */
    public List<LoadRule> rules() {
        return rules;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoadOption<?> option && option.rules.equals(rules);
    }

    @Override
    public int hashCode() {
        return rules.hashCode();
    }

    @Override
    public String toString() {
        return "LoadOption" + rules;
    }
}
