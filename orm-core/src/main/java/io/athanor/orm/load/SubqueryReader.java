package io.athanor.orm.load;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.EntityRef;
import io.athanor.orm.mapper.JoinPath;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.sql.schema.Column;
import io.athanor.sql.tree.Alias;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.Join;
import io.athanor.sql.tree.JoinKind;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.MappedStatement;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SqlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Loads for all owners by one SELECT that holds theirs as a subquery; SQLAlchemy's {@code subqueryload}. */
final class SubqueryReader extends FollowingReader {
    private final LoadScope.Choice choice;
    private final LoadScope below;
    private final EntityRef<?> root;

    SubqueryReader(MappedRelationship relationship, LoadScope.Choice choice, LoadScope below, EntityRef<?> root) {
        super(relationship);
        this.choice = choice;
        this.below = below;
        this.root = root;
    }

    @Override
    void load(List<InstanceState> owners, LoadContext context) {
        List<Column<?>> columns = new ArrayList<>(relationship.path().localColumns());
        List<MappedAttribute> attributes = new ArrayList<>();
        columns.forEach(column ->
                attributes.add(Objects.requireNonNull(relationship.owner().attributeOf(column))));
        Select<Row> select = select(original(context), columns, attributes);
        Map<List<@Nullable Object>, List<Object>> found = new HashMap<>();
        for (Row row :
                context.statement().runner().run(select, context.statement().parameters())) {
            List<@Nullable Object> key = new ArrayList<>();
            for (int i = 1; i < row.keys().size(); i++) {
                key.add(row.get(i));
            }
            found.computeIfAbsent(key, any -> new ArrayList<>()).add(Objects.requireNonNull(row.get(0)));
        }
        for (InstanceState owner : owners) {
            List<@Nullable Object> key = new ArrayList<>();
            for (MappedAttribute attribute : attributes) {
                owner.read(attribute.index());
                key.add(owner.mapper().get(owner.requireInstance(), attribute.index()));
            }
            store(owner, found.getOrDefault(key, List.of()));
        }
    }

    private static Select<?> original(LoadContext context) {
        SqlNode statement =
                Objects.requireNonNull(context.statement().statement()).get();
        while (statement instanceof MappedStatement<?> mapped) {
            statement = mapped.statement();
        }
        return (Select<?>) statement;
    }

    private Select<Row> select(Select<?> original, List<Column<?>> columns, List<MappedAttribute> attributes) {
        Map<Column<?>, Attribute<?, ?>> symbols = new HashMap<>();
        List<Attribute<?, ?>> keys = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Attribute<?, ?> symbol = relationship.owner().symbolOf(root, attributes.get(i));
            symbols.put(columns.get(i), symbol);
            keys.add(symbol);
        }
        Select<Row> owners = original.withOnlyColumns(keys).labelStyle(LabelStyle.TABLE_COLUMN);
        DerivedTable from = (owners.rowLimit().isEmpty() ? owners.clearOrderBy() : owners).subquery();
        List<Selectable<?>> selected = new ArrayList<>();
        selected.add(relationship.target().entity());
        keys.forEach(key -> selected.add(from.column(key)));
        Select<Row> select = Select.rows(selected)
                .from(joined(from, column -> from.column(Objects.requireNonNull(symbols.get(column)))))
                .labelStyle(LabelStyle.TABLE_COLUMN_ONCE)
                .orderBy(relationship.orderBy().toArray(Orderable[]::new))
                .options(below.continued());
        for (Expression<Boolean> condition : choice.criteria()) {
            select = select.where(condition);
        }
        return select;
    }

    private FromClause joined(DerivedTable from, JoinPath.Side own) {
        JoinPath path = relationship.path();
        FromClause target = relationship.target().table();
        if (path.secondary() == null) {
            return new Join(from, target, path.primary(own, column -> column), JoinKind.INNER);
        }
        Alias between = new Alias(path.secondary(), null);
        Join first = new Join(from, between, path.primary(own, between::column), JoinKind.INNER);
        Expression<Boolean> onward = Objects.requireNonNull(path.onward(column -> column, between::column));
        return new Join(first, target, onward, JoinKind.INNER);
    }
}
