package io.athanor.engine.migrate;

import io.athanor.sql.ddl.ColumnAspect;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Constraint;
import io.athanor.sql.schema.Index;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.Table;
import io.athanor.sql.type.EnumType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One step from the database as it is to the tables as they are declared. What is created or added is of the declared
 * tables, what is dropped of those that were read from the database. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public sealed interface SchemaChange {
    /**
     * Return what is done, in words.
     *
     * @return one line
     */
    String describe();

    /**
     * Create a table with its indexes.
     *
     * @param table the table
     * @param lateKeys its foreign keys that are added later
     */
    record CreateTable(Table table, List<Constraint> lateKeys) implements SchemaChange {
        @Override
        public String describe() {
            return "create table [" + table.name() + "]";
        }
    }

    /**
     * Drop a table.
     *
     * @param table the table
     */
    record DropTable(Table table) implements SchemaChange {
        @Override
        public String describe() {
            return "drop table [" + table.name() + "]";
        }
    }

    /**
     * Add a column.
     *
     * @param column the column
     */
    record AddColumn(Column<?> column) implements SchemaChange {
        @Override
        public String describe() {
            return "add column [" + column + "] of type [" + column.type() + "]";
        }
    }

    /**
     * Drop a column.
     *
     * @param column the column
     */
    record DropColumn(Column<?> column) implements SchemaChange {
        @Override
        public String describe() {
            return "drop column [" + column + "]";
        }
    }

    /**
     * Change a column.
     *
     * @param before the column as it is
     * @param after the column as it is to be
     * @param aspects what differs
     * @param details the same in words
     */
    record AlterColumn(Column<?> before, Column<?> after, Set<ColumnAspect> aspects, List<String> details)
            implements SchemaChange {
        @Override
        public String describe() {
            return "alter column [" + after + "]: " + String.join(", ", details);
        }
    }

    /**
     * Set the comment of a table.
     *
     * @param table the table
     */
    record SetTableComment(Table table) implements SchemaChange {
        @Override
        public String describe() {
            return "set the comment of table [" + table.name() + "] to [" + table.comment() + "]";
        }
    }

    /**
     * Set the comment of a column.
     *
     * @param column the column
     */
    record SetColumnComment(Column<?> column) implements SchemaChange {
        @Override
        public String describe() {
            return "set the comment of column [" + column + "] to [" + column.comment() + "]";
        }
    }

    /**
     * Add a constraint.
     *
     * @param constraint the constraint
     */
    record AddConstraint(Constraint constraint) implements SchemaChange {
        @Override
        public String describe() {
            return "add " + text(constraint);
        }
    }

    /**
     * Add a check that the type of a column demands.
     *
     * @param table the table
     * @param name the constraint's name, or {@code null} to let the database make one
     * @param sql the condition
     */
    record AddTypeCheck(Table table, @Nullable String name, String sql) implements SchemaChange {
        @Override
        public String describe() {
            return "add check [" + sql + "] to table [" + table.name() + "]";
        }
    }

    /**
     * Drop a constraint.
     *
     * @param constraint the constraint
     */
    record DropConstraint(Constraint constraint) implements SchemaChange {
        @Override
        public String describe() {
            return "drop " + text(constraint);
        }
    }

    /**
     * Create an index.
     *
     * @param index the index
     */
    record CreateIndex(Index index) implements SchemaChange {
        @Override
        public String describe() {
            return "create index [" + index.name() + "] of table ["
                    + index.table().name() + "]";
        }
    }

    /**
     * Drop an index.
     *
     * @param index the index
     */
    record DropIndex(Index index) implements SchemaChange {
        @Override
        public String describe() {
            return "drop index [" + index.name() + "] of table ["
                    + index.table().name() + "]";
        }
    }

    /**
     * Create a sequence.
     *
     * @param sequence the sequence
     */
    record CreateSequence(Sequence sequence) implements SchemaChange {
        @Override
        public String describe() {
            return "create sequence [" + sequence.name() + "]";
        }
    }

    /**
     * Change how a sequence counts.
     *
     * @param before the sequence as it is
     * @param after the sequence as it is to be
     */
    record AlterSequence(Sequence before, Sequence after) implements SchemaChange {
        @Override
        public String describe() {
            return "alter sequence [" + after.name() + "] from " + before.options() + " to " + after.options();
        }
    }

    /**
     * Drop a sequence.
     *
     * @param sequence the sequence
     */
    record DropSequence(Sequence sequence) implements SchemaChange {
        @Override
        public String describe() {
            return "drop sequence [" + sequence.name() + "]";
        }
    }

    /**
     * Create an enum type.
     *
     * @param type the type
     */
    record CreateEnum(EnumType<?> type) implements SchemaChange {
        @Override
        public String describe() {
            return "create enum type [" + type.name() + "]";
        }
    }

    /**
     * Make a table anew and copy its rows, where the database cannot alter it.
     *
     * @param before the table as it is
     * @param after the table as it is to be
     * @param triggers the statements that make its triggers again
     * @param reasons what differs
     */
    record RebuildTable(Table before, Table after, List<String> triggers, List<SchemaChange> reasons)
            implements SchemaChange {
        @Override
        public String describe() {
            return reasons.stream()
                    .map(SchemaChange::describe)
                    .collect(Collectors.joining("; ", "rebuild table [" + after.name() + "]: ", ""));
        }
    }

    private static String text(Constraint constraint) {
        Set<String> columns = new TreeSet<>();
        constraint.columns().forEach(column -> columns.add(column.name()));
        String name = constraint.name();
        return constraint.getClass().getSimpleName() + (name == null ? "" : " [" + name + "]") + " of table ["
                + constraint.table().name() + "]" + (columns.isEmpty() ? "" : " over " + columns);
    }
}
