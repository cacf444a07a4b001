package io.athanor.orm.load;

import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.EntityRef;
import io.athanor.orm.mapper.LoadOption;
import io.athanor.orm.mapper.LoadRule;
import io.athanor.orm.mapper.LoadRule.AllRelated;
import io.athanor.orm.mapper.LoadRule.Columns;
import io.athanor.orm.mapper.LoadRule.Related;
import io.athanor.orm.mapper.LoadRule.Style;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapper.RelationshipAttribute;
import io.athanor.orm.mapping.Lazy;
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
    private final List<Class<?>> trail;
    /** How relationships are loaded later, by index; of several that are made at the same time any will do. */
    private final @Nullable RelatedSelect[] related;

    private LoadScope(EntityMapper<?> mapper, @Nullable EntityRef<?> root, List<LoadRule> rules, List<Class<?>> trail) {
        this.mapper = mapper;
        this.root = root;
        this.rules = List.copyOf(rules);
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
        return new LoadScope(mapper, null, List.of(), List.of());
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

    static LoadScope of(EntityRef<?> root, EntityMapper<?> mapper, List<StatementOption> options) {
        List<LoadRule> rules = new ArrayList<>();
        List<Class<?>> trail = new ArrayList<>();
        for (StatementOption option : options) {
            if (option instanceof LoadOption<?> load) {
                rules.addAll(load.rules());
            } else if (option instanceof Continued continued) {
                rules.addAll(continued.rules());
                trail.addAll(continued.trail());
            }
        }
        trail.add(mapper.type());
        return new LoadScope(mapper, root, rules, trail);
    }

    static boolean hasCriteria(List<StatementOption> options) {
        return options.stream()
                .flatMap(option -> option instanceof LoadOption<?> load
                        ? load.rules().stream()
                        : option instanceof Continued continued ? continued.rules().stream() : null)
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
        return !rules.isEmpty();
    }

    /**
     * Return how a relationship is loaded.
     *
     * @param relationship a relationship of the entity
     * @return the last rule that speaks of it, else what the mapping says
     */
    public Choice choice(MappedRelationship relationship) {
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
        return all != null ? all : mapped(relationship);
    }

    /** A class that was come by is not loaded along with itself again. */
    private Choice mapped(MappedRelationship relationship) {
        Style style = styleOf(relationship.mapping().lazy());
        boolean isEager = style.isJoined() || style == Style.SELECTIN || style == Style.SUBQUERY;
        boolean isBack = isEager && trail.contains(relationship.target().type());
        return new Choice(isBack ? Style.SELECT : style, List.of(), null, false);
    }

    private static Choice unread(MappedRelationship relationship, @Nullable Choice stated) {
        if (stated != null && stated.style() != Style.SELECT) {
            throw new ArgumentException(
                    "Relationship [%s] is dynamic, so [%s] cannot load its members; query them by query(), or declare the field as a List"
                            .formatted(relationship, stated.style()));
        }
        return new Choice(Style.SELECT, List.of(), null, false);
    }

    private static Style styleOf(Lazy lazy) {
        return switch (lazy) {
            case JOINED -> Style.JOINED;
            case SELECTIN -> Style.SELECTIN;
            case SUBQUERY -> Style.SUBQUERY;
            case RAISE -> Style.RAISE;
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
        return new LoadScope(relationship.target(), null, below, longer);
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
        return new Continued(rules, trail.subList(0, trail.size() - 1));
    }

    /** Whether a column is left to be loaded when it is used. */
    boolean isDeferred(MappedAttribute attribute) {
        boolean isDeferred = false;
        for (LoadRule rule : rules) {
            if (rule instanceof Columns columns && speaksHere(columns)) {
                boolean isNamed = columns.names().contains(attribute.name());
                isDeferred = switch (columns.kind()) {
                    case ONLY -> !isNamed;
                    case DEFER -> isDeferred || isNamed;
                    case UNDEFER -> isDeferred && !isNamed;
                };
            }
        }
        return isDeferred && !attribute.isKey();
    }

    private boolean speaksHere(Columns columns) {
        return columns.path().isEmpty()
                && columns.owner().type().isAssignableFrom(mapper.type())
                && (root == null || columns.owner().equals(root));
    }
}
