package io.athanor.dialect.sqlite;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.ddl.DdlOption;
import io.athanor.sql.ddl.StoredForm;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Constraint;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.Index;
import io.athanor.sql.schema.PrimaryKey;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQLite's DDL where it differs. */
final class SqliteDdl extends DdlCompiler {
    private static final String ON_CONFLICT = "on_conflict";
    private static final String AUTOINCREMENT = "autoincrement";
    private static final Set<String> TABLE_OPTIONS = Set.of("with_rowid", "strict", AUTOINCREMENT);
    private static final Set<String> COLUMN_OPTIONS =
            Set.of("on_conflict_not_null", "on_conflict_primary_key", "on_conflict_unique");
    private static final Set<String> RESOLUTIONS = Set.of("ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE");
    private static final Pattern SIMPLE_DEFAULT = Pattern.compile("\\s*['\"(].*|\\w*", Pattern.DOTALL);

    SqliteDdl(CompilerSettings settings, Supplier<? extends SqlCompiler> expressions) {
        super(settings, expressions);
    }

    @Override
    protected String column(Column<?> column) {
        refuseOthers(column.options(dialect()), COLUMN_OPTIONS, "Column [" + column.name() + "]");
        String conflict = resolution(column.options(dialect()).get("on_conflict_not_null"));
        StringBuilder sql = new StringBuilder(columnName(column)).append(' ').append(type(column));
        String serverDefault = serverDefault(column);
        if (serverDefault != null) {
            sql.append(" DEFAULT ").append(serverDefault);
        }
        if (!column.nullable()) {
            sql.append(" NOT NULL").append(conflict);
        }
        if (column.primaryKey() && isKeyInColumn((Table) column.table())) {
            sql.append(" PRIMARY KEY")
                    .append(conflictOfKey((Table) column.table()))
                    .append(" AUTOINCREMENT");
        }
        if (column.computed() != null) {
            sql.append(' ').append(computed(column.computed()));
        }
        return sql.toString();
    }

    /** Only a key of the very type INTEGER is numbered by SQLite; it has 64 bits under any name. */
    @Override
    protected String type(Column<?> column) {
        if (!column.autoincrement()) {
            return super.type(column);
        }
        if (((Table) column.table()).primaryKey().size() > 1) {
            throw new CompileException(
                    "Column [%s] is one of several in a primary key, where SQLite numbers nothing; drop autoincrement(true)"
                            .formatted(column));
        }
        return "INTEGER";
    }

    @Override
    protected @Nullable String serverDefault(Column<?> column) {
        String sql = super.serverDefault(column);
        return sql == null || SIMPLE_DEFAULT.matcher(sql).matches() ? sql : "(" + sql + ")";
    }

    /** The word AUTOINCREMENT, which keeps SQLite from using a number again, stands with the column only. */
    @Override
    protected boolean isKeyInColumn(Table table) {
        return Boolean.TRUE.equals(table.options(dialect()).get(AUTOINCREMENT))
                && table.primaryKey().size() == 1
                && table.primaryKey().get(0).autoincrement();
    }

    @Override
    protected String storedType(Column<?> column) {
        return column.autoincrement() ? "INTEGER" : super.storedType(column);
    }

    /** A single key of the very type INTEGER is numbered, be it meant or not. */
    @Override
    protected StoredForm.Numbering numbering(Column<?> column) {
        Table table = (Table) column.table();
        boolean isRowId = column.primaryKey()
                && table.primaryKey().size() == 1
                && storedType(column).equals("INTEGER")
                && !Boolean.FALSE.equals(table.options(dialect()).get("with_rowid"));
        return isRowId ? StoredForm.Numbering.OWN : StoredForm.Numbering.NONE;
    }

    /** The way that SQLite's documentation tells: a new table, the rows, the old name. */
    @Override
    public List<String> rebuildTable(Table before, Table after, List<String> triggers) {
        String schema = after.schema() == null ? "" : identifier(after.schema()) + ".";
        String between = identifier("athanor_new_" + after.name());
        List<String> targets = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (Column<?> column : after.columns()) {
            Column<?> source = before.columns().stream()
                    .filter(each -> each.name().equals(column.name()))
                    .findFirst()
                    .orElse(null);
            if (source != null && column.computed() == null) {
                String value = columnName(source);
                String serverDefault = serverDefault(column);
                boolean isFilled = serverDefault != null && source.nullable() && !column.nullable();
                targets.add(columnName(column));
                sources.add(isFilled ? "coalesce(" + value + ", " + serverDefault + ")" : value);
            }
        }
        List<String> statements = new ArrayList<>();
        statements.add(createTable(schema + between, after, key -> false));
        if (!targets.isEmpty()) {
            statements.add("INSERT INTO " + schema + between + " (" + String.join(", ", targets) + ") SELECT "
                    + String.join(", ", sources) + " FROM " + tableName(before));
        }
        statements.add(dropTable(before));
        statements.add("ALTER TABLE " + schema + between + " RENAME TO " + localName(after));
        after.indexes().forEach(index -> statements.add(createIndex(index)));
        statements.addAll(triggers);
        return statements;
    }

    /** With foreign keys on, dropping a table deletes the rows that refer to it; a view must not hinder renaming. */
    @Override
    public List<String> beforeRebuilds() {
        return List.of("PRAGMA foreign_keys=OFF", "PRAGMA legacy_alter_table=ON");
    }

    @Override
    public List<String> afterRebuilds() {
        return List.of("PRAGMA legacy_alter_table=OFF", "PRAGMA foreign_keys=ON");
    }

    @Override
    protected boolean canAlterConstraints() {
        return false;
    }

    /** A foreign key stays within its database file. */
    @Override
    protected boolean canRefer(ForeignKey key) {
        return Objects.equals(key.table().schema(), key.target().schema());
    }

    @Override
    protected String behind(Table table) {
        Map<String, Object> options = table.options(dialect());
        refuseOthers(options, TABLE_OPTIONS, table);
        List<String> words = new ArrayList<>();
        if (Boolean.FALSE.equals(options.get("with_rowid"))) {
            words.add("WITHOUT ROWID");
        }
        if (Boolean.TRUE.equals(options.get("strict"))) {
            words.add("STRICT");
        }
        return words.isEmpty() ? "" : "\n " + String.join(",\n ", words);
    }

    @Override
    protected String deferral(Constraint constraint) {
        Map<String, Object> options = constraint.options(dialect());
        refuseOthers(options, Set.of(ON_CONFLICT), constraint);
        String conflict = resolution(options.get(ON_CONFLICT));
        if (conflict.isEmpty() && constraint instanceof PrimaryKey key) {
            conflict = conflictOfKey(key.table());
        } else if (conflict.isEmpty()
                && constraint instanceof UniqueConstraint unique
                && unique.columns().size() == 1) {
            conflict = resolution(unique.columns().get(0).options(dialect()).get("on_conflict_unique"));
        }
        return super.deferral(constraint) + conflict;
    }

    private String conflictOfKey(Table table) {
        boolean isOne = table.primaryKey().size() == 1;
        return isOne ? resolution(table.primaryKey().get(0).options(dialect()).get("on_conflict_primary_key")) : "";
    }

    private static String resolution(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String word = value.toString().toUpperCase(Locale.ROOT);
        if (!RESOLUTIONS.contains(word)) {
            throw new CompileException(
                    "SQLite resolves no conflict by [%s]; use one of %s".formatted(value, RESOLUTIONS));
        }
        return " ON CONFLICT " + word;
    }

    /** The schema stands with the index and not with its table. */
    @Override
    public String createIndex(Index index, DdlOption... options) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX "
                + when(options, DdlOption.IF_NOT_EXISTS, "IF NOT EXISTS ")
                + schemaOf(index.table().schema()) + indexName(index)
                + " ON " + localName(index.table()) + " (" + elements(index) + ")"
                + (index.condition() == null ? "" : " WHERE " + definition(index.condition()));
    }
}
