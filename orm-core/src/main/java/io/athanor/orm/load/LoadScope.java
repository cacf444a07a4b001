package io.athanor.orm.load;

import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.EntityRef;
import io.athanor.orm.mapper.LoadOption;
import io.athanor.orm.mapper.LoadRule;
import io.athanor.orm.mapper.LoadRule.AllRelated;
import io.athanor.orm.mapper.LoadRule.Columns;
import io.athanor.orm.mapper.LoadRule.Related;
import io.athanor.orm.mapper.LoadRule.Style;
import io.athanor.orm.mapper.LoaderCriteria;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapper.RelationshipAttribute;
import io.athanor.orm.mapping.Lazy;
import io.athanor.orm.mapping.PropertyMapping.Deferral;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.StatementOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be loaded along with one entity at one place of a statement. Immutable; keeps what is planned within it. Thread-safe.
 */
public final class LoadScope {
    private final EntityMapper<?> mapper;
    /** The entity of the statement that the rules begin at; null where they go on from a relationship. */
    private final @Nullable EntityRef<?> root;

    private final List<LoadRule> rules;
    private final List<LoaderCriteria<?>> criteria;
    private final List<Class<?>> trail;
    /** How relationships are loaded later, by index; of several that are made at the same time any will do. */
    private final @Nullable RelatedSelect[] related;

    private LoadScope(
            EntityMapper<?> mapper,
            @Nullable EntityRef<?> root,
            List<LoadRule> rules,
            List<LoaderCriteria<?>> criteria,
            List<Class<?>> trail) {
        this.mapper = mapper;
        this.root = root;
        this.rules = List.copyOf(rules);
        this.criteria = List.copyOf(criteria);
        this.trail = List.copyOf(trail);
        this.related = new RelatedSelect[mapper.slotCount()];
    }

    /**
     * Return the scope of what no statement has loaded, or one that says nothing.
     *
     * @param mapper the entity
     * @return a scope without rules
     */
    public static LoadScope unstated(EntityMapper<?> mapper) {
        return new LoadScope(mapper, null, List.of(), List.of(), List.of());
    }

    @Nullable RelatedSelect related(MappedRelationship relationship) {
        return related[relationship.index()];
    }

    void keep(MappedRelationship relationship, RelatedSelect select) {
        related[relationship.index()] = select;
    }

    /**
     * How a relationship is loaded.
     *
     * @param style how
     * @param criteria which of the related objects
     * @param alias as what they are joined by the statement, if they are
     * @param isStated whether a rule says so, and not the mapping
     */
    public record Choice(
            Style style,
            List<Expression<Boolean>> criteria,
            @Nullable EntityRef<?> alias,
            boolean isStated) {}

    /**
     * Return what the mapping says alone.
     *
     * @param mapper the entity
     * @return a scope without rules
     */
    public static LoadScope of(EntityMapper<?> mapper) {
        return new LoadScope(mapper, null, List.of(), List.of(), List.of(mapper.type()));
    }

    static LoadScope of(EntityRef<?> root, EntityMapper<?> mapper, List<StatementOption> options) {
        List<LoadRule> rules = new ArrayList<>();
        List<LoaderCriteria<?>> criteria = new ArrayList<>();
        List<Class<?>> trail = new ArrayList<>();
        for (StatementOption option : options) {
            if (option instanceof LoadOption<?> load) {
                rules.addAll(load.rules());
            } else if (option instanceof LoaderCriteria<?> everywhere) {
                criteria.add(everywhere);
            } else if (option instanceof Continued continued) {
                rules.addAll(continued.rules());
                criteria.addAll(continued.criteria());
                trail.addAll(continued.trail());
            }
        }
        trail.add(mapper.type());
        return new LoadScope(mapper, root, rules, criteria, trail);
    }

    static boolean hasCriteria(List<StatementOption> options) {
        return options.stream().anyMatch(LoadScope::hasCriteria);
    }

    private static boolean hasCriteria(StatementOption option) {
        if (option instanceof Continued continued) {
            return !continued.criteria().isEmpty() || isRestricting(continued.rules());
        }
        return option instanceof LoaderCriteria<?>
                || option instanceof LoadOption<?> load && isRestricting(load.rules());
    }

    private static boolean isRestricting(List<LoadRule> rules) {
        return rules.stream()
                .anyMatch(rule ->
                        rule instanceof Related related && !related.criteria().isEmpty());
    }

    EntityMapper<?> mapper() {
        return mapper;
    }

    /**
     * Return whether anything is said here that the mapping does not say.
     *
     * @return whether there is a rule
     */
    public boolean isStated() {
        return !rules.isEmpty() || !criteria.isEmpty();
    }

    /**
     * Return how a relationship is loaded.
     *
     * @param relationship a relationship of the entity
     * @return the last rule that speaks of it, else what the mapping says
     */
    public Choice choice(MappedRelationship relationship) {
        Choice choice = stated(relationship);
        List<Expression<Boolean>> all = new ArrayList<>(choice.criteria());
        for (LoaderCriteria<?> each : criteria) {
            if (each.entity().isAssignableFrom(relationship.target().type())) {
                all.add(each.condition());
            }
        }
        return all.size() == choice.criteria().size()
                ? choice
                : new Choice(choice.style(), List.copyOf(all), choice.alias(), choice.isStated());
    }

    private Choice stated(MappedRelationship relationship) {
        Choice all = null;
        Choice found = null;
        for (LoadRule rule : rules) {
            if (rule instanceof Related related && rule.path().size() == 1 && leads(rule, relationship)) {
                found = new Choice(related.style(), related.criteria(), related.alias(), true);
            } else if (rule instanceof AllRelated every && rule.path().isEmpty()) {
                all = new Choice(every.style(), List.of(), null, true);
            }
        }
        if (relationship.mapping().isDynamic()) {
            return unread(relationship, found);
        }
        if (found != null) {
            return found;
        }
        return all != null ? unlessBack(all, relationship) : mapped(relationship);
    }

    private static Choice unread(MappedRelationship relationship, @Nullable Choice stated) {
        if (stated != null && stated.style() != Style.SELECT) {
            throw new ArgumentException(
                    "Relationship [%s] is never loaded as a whole, so [%s] cannot load its members; query them, or declare the field as a List"
                            .formatted(relationship, stated.style()));
        }
        return new Choice(Style.SELECT, List.of(), null, false);
    }

    private Choice mapped(MappedRelationship relationship) {
        return unlessBack(new Choice(styleOf(relationship.mapping().lazy()), List.of(), null, false), relationship);
    }

    /** A class that was come by is not loaded along with itself again, or not more often than the mapping says. */
    private Choice unlessBack(Choice choice, MappedRelationship relationship) {
        Style style = choice.style();
        int depth = relationship.mapping().joinDepth();
        boolean isEager =
                style.isJoined() || style == Style.SELECTIN || style == Style.SUBQUERY || style == Style.IMMEDIATE;
        boolean isBack = depth > 0
                ? trail.size() > depth
                : trail.contains(relationship.target().type());
        return isEager && isBack ? new Choice(Style.SELECT, choice.criteria(), null, choice.isStated()) : choice;
    }

    private static Style styleOf(Lazy lazy) {
        return switch (lazy) {
            case JOINED -> Style.JOINED;
            case SELECTIN -> Style.SELECTIN;
            case SUBQUERY -> Style.SUBQUERY;
            case IMMEDIATE -> Style.IMMEDIATE;
            case RAISE -> Style.RAISE;
            case RAISE_ON_SQL -> Style.RAISE_ON_SQL;
            case NOLOAD -> Style.NOLOAD;
            case SELECT, WRITE_ONLY -> Style.SELECT;
        };
    }

    private boolean leads(LoadRule rule, MappedRelationship relationship) {
        RelationshipAttribute<?, ?> first = rule.path().get(0);
        return first.name().equals(relationship.name())
                && first.owner().type().isAssignableFrom(mapper.type())
                && (root == null || first.owner().equals(root));
    }

    /**
     * Return what is to be loaded along with the related objects.
     *
     * @param relationship a relationship of the entity
     * @return the scope there
     */
    public LoadScope descend(MappedRelationship relationship) {
        List<LoadRule> below = new ArrayList<>();
        for (LoadRule rule : rules) {
            if (rule instanceof AllRelated every && every.isEverywhere()) {
                below.add(rule);
            } else if (!rule.path().isEmpty() && leads(rule, relationship)) {
                addBelow(rule, below);
            }
        }
        List<Class<?>> longer = new ArrayList<>(trail);
        longer.add(relationship.target().type());
        return new LoadScope(relationship.target(), null, below, criteria, longer);
    }

    private static void addBelow(LoadRule rule, List<LoadRule> below) {
        if (!(rule instanceof Related related) || rule.path().size() > 1) {
            below.add(rule.onward());
        } else if (related.depth() > 0) {
            below.add(new Related(
                    rule.path(), related.style(), related.criteria(), related.alias(), related.depth() - 1));
        }
    }

    /**
     * Return an option by which a statement of its own goes on from here.
     *
     * @return the option
     */
    public StatementOption continued() {
        return new Continued(rules, criteria, isStated() ? trail.subList(0, trail.size() - 1) : List.of());
    }

    /**
     * Return whether a column is left to be loaded when it is used.
     *
     * @param attribute an attribute of the entity
     * @return whether it is
     */
    public boolean isDeferred(MappedAttribute attribute) {
        return deferral(attribute) != null;
    }

    /**
     * Return how a column is loaded when it is used: what is said of it by name weighs more than what is said of its group,
     * that more than what is said of all columns, and the mapping least.
     *
     * @param attribute an attribute of the entity
     * @return how, or {@code null} if it is loaded at once
     */
    public @Nullable Deferral deferral(MappedAttribute attribute) {
        Columns named = null;
        Columns grouped = null;
        Columns all = null;
        for (LoadRule rule : rules) {
            if (rule instanceof Columns columns && speaksHere(columns)) {
                boolean isNamed = columns.names().contains(attribute.name());
                switch (columns.kind()) {
                    case ONLY -> {
                        named = isNamed ? columns : named;
                        all = columns;
                    }
                    case DEFER, UNDEFER -> named = isNamed ? columns : named;
                    case UNDEFER_GROUP -> grouped = isOf(columns, attribute) ? columns : grouped;
                    case DEFER_ALL, UNDEFER_ALL -> all = columns;
                }
            }
        }
        if (attribute.isKey()) {
            return null;
        } else if (named != null) {
            return named.kind() == Columns.Kind.DEFER ? deferred(named, attribute) : null;
        } else if (grouped != null || all == null) {
            return grouped != null ? null : attribute.deferral();
        }
        return all.kind() == Columns.Kind.UNDEFER_ALL ? null : deferred(all, attribute);
    }

    /** What holds for instances that the statement has loaded when more is loaded through them later. */
    LoadScope forLater() {
        return new LoadScope(
                mapper,
                root,
                rules,
                criteria.stream().filter(LoaderCriteria::isForLater).toList(),
                trail);
    }

    private static boolean isOf(Columns groups, MappedAttribute attribute) {
        Deferral mapped = attribute.deferral();
        return mapped != null && mapped.group() != null && groups.names().contains(mapped.group());
    }

    /** What is deferred by the mapping as well is loaded with its group. */
    private static Deferral deferred(Columns rule, MappedAttribute attribute) {
        Deferral mapped = attribute.deferral();
        return new Deferral(
                mapped == null ? null : mapped.group(), rule.isRaising() || mapped != null && mapped.isRaising());
    }

    private boolean speaksHere(Columns columns) {
        return columns.path().isEmpty()
                && columns.owner().type().isAssignableFrom(mapper.type())
                && (root == null || columns.owner().equals(root));
    }
}
