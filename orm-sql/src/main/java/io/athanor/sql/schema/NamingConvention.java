package io.athanor.sql.schema;

import io.athanor.sql.tree.NamedColumn;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How constraints and indexes are named that are given no name. A template holds {@code {table}}, {@code {column}} (the
 * first), {@code {columns}} (all, with {@code _} between), {@code {referredTable}}, {@code {referredColumn}} and
 * {@code {name}} (what was given; without it, the constraint stays unnamed). Immutable and thread-safe.
 *
 * @param primaryKey the template of primary keys, empty for none
 * @param unique the template of unique constraints, empty for none
 * @param check the template of checks, empty for none
 * @param foreignKey the template of foreign keys, empty for none
 * @param index the template of indexes
 * @since 0.1.0
 */
public record NamingConvention(String primaryKey, String unique, String check, String foreignKey, String index) {
    /** Leaves constraints to the database's names; indexes are {@code ix_table_column}. */
    public static final NamingConvention NONE = new NamingConvention("", "", "", "", "ix_{label}");

    /** Names everything, so that it can be dropped by name: {@code pk_t}, {@code uq_t_a}, {@code ck_t_name}, … */
    public static final NamingConvention FULL = new NamingConvention(
            "pk_{table}",
            "uq_{table}_{column}",
            "ck_{table}_{name}",
            "fk_{table}_{column}_{referredTable}",
            "ix_{label}");

    @Nullable String nameOf(Constraint constraint) {
        String given = constraint.givenName();
        String template = templateOf(constraint);
        boolean needsGiven = template.contains("{name}");
        if (template.isEmpty() || needsGiven == (given == null)) {
            return given;
        }
        String name = fill(template, constraint.table(), constraint.columns(), given);
        if (constraint instanceof ForeignKey key && template.contains("{referred")) {
            name = name.replace("{referredTable}", key.target().name())
                    .replace("{referredColumn}", key.referredColumns().get(0).name());
        }
        return name;
    }

    private String templateOf(Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return primaryKey;
        } else if (constraint instanceof UniqueConstraint) {
            return unique;
        } else if (constraint instanceof ForeignKey) {
            return foreignKey;
        }
        return constraint instanceof CheckConstraint ? check : "";
    }

    String nameOf(Index index) {
        return fill(this.index, index.table(), index.columns(), null);
    }

    private static String fill(
            String template, Table table, java.util.List<? extends NamedColumn<?>> columns, @Nullable String given) {
        String first = columns.isEmpty() ? "" : columns.get(0).name();
        String all = columns.stream().map(NamedColumn::name).collect(Collectors.joining("_"));
        String schema = table.schema() == null ? "" : table.schema() + "_";
        return template.replace("{table}", table.name())
                .replace("{label}", schema + table.name() + "_" + first)
                .replace("{columns}", all)
                .replace("{column}", first)
                .replace("{name}", given == null ? "" : given);
    }
}
