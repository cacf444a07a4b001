package io.athanor.sql.schema;

import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.tree.SortKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * States what an index is over. Alive only inside the function that it is handed to.
 *
 * @since 0.1.0
 */
public final class IndexSpec {
    final Table table;
    final DialectOptions options = new DialectOptions();
    final List<Orderable> elements = new ArrayList<>();
    boolean isUnique;

    @Nullable Expression<Boolean> condition;

    IndexSpec(Table table) {
        this.table = table;
    }

    /**
     * Add columns.
     *
     * @param columns their names
     * @return this
     * @throws io.athanor.sql.error.ArgumentException if the table has no such column
     */
    public IndexSpec on(String... columns) {
        for (String column : columns) {
            elements.add(table.column(column));
        }
        return this;
    }

    /**
     * Add columns, expressions over columns, or either with a direction.
     *
     * @param expressions what the index is over, of columns of the table
     * @return this
     */
    public IndexSpec on(Orderable... expressions) {
        elements.addAll(List.of(expressions));
        return this;
    }

    /**
     * Add a column with a direction.
     *
     * @param column its name
     * @param isDescending whether it sorts downwards
     * @param isNullsFirst whether NULL comes first, {@code null} if where the database has it by itself
     * @return this
     * @throws io.athanor.sql.error.ArgumentException if the table has no such column
     */
    public IndexSpec onSorted(String column, boolean isDescending, @Nullable Boolean isNullsFirst) {
        if (!isDescending && isNullsFirst == null) {
            return on(column);
        }
        SortKey.Direction direction = isDescending ? SortKey.Direction.DESC : SortKey.Direction.NONE;
        return on(new SortKey(table.column(column), direction, isNullsFirst));
    }

    /**
     * Refuse rows that are equal in what the index is over.
     *
     * @return this
     */
    public IndexSpec unique() {
        isUnique = true;
        return this;
    }

    /**
     * Leave rows out of the index for which a condition does not hold. On databases without such indexes all rows are in
     * it; a unique index is refused there.
     *
     * @param rows the condition over columns of the table
     * @return this
     */
    public IndexSpec where(Expression<Boolean> rows) {
        condition = rows;
        return this;
    }

    /**
     * State what one dialect alone understands.
     *
     * @param dialect the dialect's name
     * @param option the option's name
     * @param value text, a number, a boolean or a list of texts
     * @return this
     */
    public IndexSpec option(String dialect, String option, Object value) {
        options.put(dialect, option, value);
        return this;
    }
}
