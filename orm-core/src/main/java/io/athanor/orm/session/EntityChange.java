package io.athanor.orm.session;

import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.EntityRef;
import io.athanor.orm.query.Synchronize;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Assignment;
import io.athanor.sql.tree.ChangeOptions;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.MappedStatement;
import io.athanor.sql.tree.Returning;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.tree.StatementOption;
import io.athanor.sql.tree.Update;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE or DELETE of an entity's rows.
 *
 * @param entity the entity
 * @param assignments what is set; {@code null} for a DELETE
 * @param others further tables
 * @param conditions which rows
 * @param options what else was said
 */
record EntityChange(
        EntityRef<?> entity,
        @Nullable List<Assignment> assignments,
        List<FromClause> others,
        List<Expression<Boolean>> conditions,
        ChangeOptions options) {

    static @Nullable EntityChange of(Statement statement) {
        SqlNode change = statement;
        while (change instanceof MappedStatement<?> || change instanceof Returning<?>) {
            change =
                    change instanceof MappedStatement<?> mapped ? mapped.statement() : ((Returning<?>) change).change();
        }
        if (change instanceof Update update && update.table() instanceof EntityRef<?> entity) {
            return new EntityChange(
                    entity, update.assignments(), update.others(), update.conditions(), update.options());
        }
        return change instanceof Delete delete && delete.table() instanceof EntityRef<?> entity
                ? new EntityChange(entity, null, delete.others(), delete.conditions(), delete.options())
                : null;
    }

    /** The last word counts. */
    Synchronize synchronize() {
        Synchronize how = Synchronize.AUTO;
        for (StatementOption option : options.more()) {
            how = option instanceof Synchronize stated ? stated : how;
        }
        return how;
    }

    @Nullable Integer limit() {
        return options.limit();
    }

    boolean isDelete() {
        return assignments == null;
    }

    /** Whether rows may have other keys afterwards than before. */
    boolean changesKey(EntityMapper<?> mapper, MemoryEvaluator evaluator) {
        return assignments != null
                && assignments.stream().anyMatch(each -> {
                    int index = evaluator.indexOf(each.column());
                    return index < 0 || mapper.attribute(index).isKey();
                });
    }

    /** The same, yielding the keys of the rows that it has met. */
    Returning<Row> returningKeys(Statement statement, EntityMapper<?> mapper) {
        requireEntityItself();
        Selectable<?>[] keys = keysOf(mapper).toArray(Selectable<?>[]::new);
        return statement instanceof Update update ? update.returning(keys) : ((Delete) statement).returning(keys);
    }

    private static List<Selectable<?>> keysOf(EntityMapper<?> mapper) {
        List<Selectable<?>> keys = new ArrayList<>();
        for (int index : mapper.keyIndexes()) {
            keys.add((Attribute<?, ?>)
                    mapper.attributes().get(mapper.attribute(index).position()));
        }
        return keys;
    }

    private void requireEntityItself() {
        if (!entity.children().isEmpty()) {
            throw new ArgumentException(
                    "The rows of an alias of [%s] cannot be told apart by their keys; change the entity itself, or use Synchronize.NONE"
                            .formatted(entity.type().getSimpleName()));
        }
    }

    /** The SELECT of the keys of the rows that will be met. */
    Select<Row> keys(EntityMapper<?> mapper) {
        requireEntityItself();
        Select<Row> select = Select.rows(keysOf(mapper)).from(others.toArray(FromClause[]::new));
        return conditions.isEmpty() ? select : select.where(Logical.and(conditions));
    }
}
