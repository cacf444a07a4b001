package io.athanor.orm.load;

import io.athanor.orm.load.EagerJoins.Branch;
import io.athanor.orm.load.EntityPart.RelatedPart;
import io.athanor.orm.load.LoadScope.Choice;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.EntityRef;
import io.athanor.orm.mapper.JoinPath;
import io.athanor.orm.mapper.LoadRule.Style;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapper.TreeResolver;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Alias;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.Join;
import io.athanor.sql.tree.JoinKind;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.StatementOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Puts the columns of entities into a select list, and with them what is loaded by joins, each relationship by its strategy. */
final class EntityParts {
    private final Registry registry;
    private final TreeResolver resolver;
    private final Given given;
    private final ToIntFunction<Selectable<?>> list;
    private final EagerJoins joins = new EagerJoins();
    private final List<Runnable> later = new ArrayList<>();

    EntityParts(Registry registry, TreeResolver resolver, Given given, ToIntFunction<Selectable<?>> list) {
        this.registry = registry;
        this.resolver = resolver;
        this.given = given;
        this.list = list;
    }

    /** The options of the statement, and whether joins can be added to it. */
    record Given(List<StatementOption> options, boolean isJoining) {}

    /** Where an entity is read from; the reference only if the statement itself selects it. */
    private record Place(
            LoadScope scope, JoinPath.Side side, @Nullable EntityRef<?> ref) {}

    EntityPart of(EntityRef<?> ref) {
        LoadScope scope = LoadScope.of(ref, registry.entityMapper(ref.type()), given.options());
        return entity(new Place(scope, column -> resolver.columnOf(ref, column), ref), null);
    }

    /** Add what is joined, behind the columns that the statement selects by itself. */
    EagerJoins join() {
        while (!later.isEmpty()) {
            later.remove(0).run();
        }
        return joins;
    }

    /** As in SQLAlchemy what a join loads comes before the columns of the entity that it goes on from. */
    private EntityPart entity(Place place, @Nullable Branch branch) {
        EntityMapper<?> mapper = place.scope().mapper();
        List<RelatedPart> related = new ArrayList<>();
        List<MappedRelationship> joined = new ArrayList<>();
        for (MappedRelationship relationship : mapper.relationships()) {
            Choice choice = possible(place.scope().choice(relationship), relationship);
            if (choice.style().isJoined() && branch == null) {
                joined.add(relationship);
            } else if (choice.style().isJoined()) {
                related.add(joined(relationship, place, branch));
            } else {
                addOther(relationship, choice, place, related);
            }
        }
        EntityPart part = withColumns(place);
        related.forEach(part::add);
        joined.forEach(each -> later.add(() -> part.add(joined(each, place, null))));
        return part;
    }

    /** What was written otherwise is joined as it is. */
    private Choice possible(Choice choice, MappedRelationship relationship) {
        boolean isPossible = given.isJoining() || !choice.style().isJoined() && choice.style() != Style.SUBQUERY;
        if (isPossible) {
            return choice;
        }
        if (choice.isStated() && choice.style().isJoined()) {
            throw new ArgumentException(
                    "Relationship [%s] cannot be loaded by a join, since the statement is given as it is; use selectinLoad(…), or join it there and use containsEager(…)"
                            .formatted(relationship));
        }
        Style style = choice.style().isJoined() ? Style.SELECT : Style.SELECTIN;
        return new Choice(style, choice.criteria(), choice.alias(), choice.isStated());
    }

    EagerJoins joins() {
        return joins;
    }

    private EntityPart withColumns(Place place) {
        List<MappedAttribute> attributes = place.scope().mapper().columnAttributes();
        int[] columns = new int[attributes.size()];
        List<Integer> deferred = new ArrayList<>();
        for (MappedAttribute attribute : attributes) {
            boolean isDeferred = place.scope().isDeferred(attribute);
            columns[attribute.position()] = isDeferred
                    ? -1
                    : list.applyAsInt((Selectable<?>) place.side().apply(attribute.column()));
            if (isDeferred) {
                deferred.add(attribute.index());
            }
        }
        return new EntityPart(place.scope(), columns, deferred);
    }

    private void addOther(MappedRelationship relationship, Choice choice, Place place, List<RelatedPart> related) {
        Style style = choice.style();
        if (style == Style.CONTAINED) {
            related.add(contained(relationship, choice, place));
        } else if (style == Style.SELECTIN || style == Style.SUBQUERY && place.ref() == null) {
            related.add(any ->
                    new SelectinReader(relationship, choice, place.scope().descend(relationship)));
        } else if (style == Style.SUBQUERY) {
            EntityRef<?> ref = Objects.requireNonNull(place.ref());
            joins.noteSubquery();
            related.add(any ->
                    new SubqueryReader(relationship, choice, place.scope().descend(relationship), ref));
        } else if (style == Style.IMMEDIATE) {
            related.add(any -> new ImmediateReader(relationship));
        } else if (style == Style.NOLOAD) {
            related.add(any -> new NoLoadReader(relationship));
        }
    }

    private RelatedPart contained(MappedRelationship relationship, Choice choice, Place place) {
        EntityRef<?> as = choice.alias() == null ? relationship.target().entity() : choice.alias();
        LoadScope scope = place.scope().descend(relationship);
        EntityPart part = entity(new Place(scope, column -> resolver.columnOf(as, column), null), null);
        if (relationship.isToMany()) {
            joins.noteContained();
        }
        return positions -> new JoinedReader(relationship, part.reader(positions));
    }

    private RelatedPart joined(MappedRelationship relationship, Place owner, @Nullable Branch parent) {
        Choice choice = owner.scope().choice(relationship);
        Alias alias = new Alias(relationship.target().table(), null);
        Alias between = relationship.path().secondary() == null
                ? null
                : new Alias(relationship.path().secondary(), null);
        Branch branch = branch(relationship, choice, owner, new Names(alias, between, parent));
        relationship
                .orderBy()
                .forEach(each -> joins.order((Orderable) moved(
                        each,
                        relationship.target().table(),
                        alias,
                        relationship.path().secondary(),
                        between)));
        if (relationship.isToMany()) {
            joins.noteCollection();
        }
        LoadScope scope = owner.scope().descend(relationship);
        EntityPart part = entity(new Place(scope, alias::column, null), branch);
        if (parent == null) {
            joins.add(branch);
        } else {
            parent.add(branch);
        }
        return positions -> new JoinedReader(relationship, part.reader(positions));
    }

    /** As what the tables of a relationship are joined, and what the join goes on from. */
    private record Names(
            Alias target, @Nullable Alias between, @Nullable Branch parent) {}

    private Branch branch(MappedRelationship relationship, Choice choice, Place owner, Names names) {
        JoinPath path = relationship.path();
        boolean isBelowOuter = names.parent() != null && !names.parent().isInner();
        boolean isInner =
                choice.style() == Style.JOINED_INNER || choice.style() == Style.JOINED_UNNESTED && !isBelowOuter;
        JoinKind kind = isInner ? JoinKind.INNER : JoinKind.LEFT;
        FromClause right = names.target();
        JoinPath.Side remote = names.target()::column;
        List<Expression<Boolean>> conditions = new ArrayList<>();
        if (names.between() != null) {
            Expression<Boolean> onward = Objects.requireNonNull(path.onward(remote, names.between()::column));
            right = new Join(names.between(), names.target(), onward, JoinKind.INNER);
            remote = names.between()::column;
        }
        conditions.add(path.primary(owner.side(), remote));
        for (Expression<Boolean> criterion : choice.criteria()) {
            SqlNode resolved = resolver.resolve(criterion);
            conditions.add(asCondition(moved(resolved, relationship.target().table(), names.target(), null, null)));
        }
        Expression<Boolean> on = conditions.size() == 1 ? conditions.get(0) : Logical.and(conditions);
        return new Branch(kind, choice.style() == Style.JOINED_INNER, right, on);
    }

    @SuppressWarnings("unchecked") // a condition on other columns is one
    private static Expression<Boolean> asCondition(SqlNode node) {
        return (Expression<Boolean>) node;
    }

    private static SqlNode moved(
            SqlNode node, Table target, Alias alias, @Nullable Table secondary, @Nullable Alias between) {
        return Replacing.in(node, each -> {
            if (!(each instanceof Column<?> column)) {
                return null;
            }
            if (column.table() == target) {
                return alias.column(column);
            }
            return between != null && column.table() == secondary ? between.column(column) : null;
        });
    }
}
